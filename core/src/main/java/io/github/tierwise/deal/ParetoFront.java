package io.github.tierwise.deal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Every set that is best for some budget, among few accounts: account by account, what is neither
 * cheaper nor worth more than another set is dropped (Nemhauser and Ullmann 1969). Sets are
 * compared only with sets that leave the same room and have touched the same shared parts.
 */
record ParetoFront(Problem problem, Rules rules) {

  /** More sets than this are too many to keep. */
  private static final int MOST_SETS = 1 << 18;

  /** A set that is best for its cost; the mask has a bit for each account. */
  record Point(long cost, long value, int mask) {}

  /** What restricts how a set can go on. */
  private record State(int people, List<Integer> counts, BitSet touched) {}

  /**
   * The best sets by rising cost and value, none above the budget; empty if they are too many.
   *
   * @param start what must be chosen
   * @param free at most 25 accounts that may be chosen; they are the bits of the masks
   */
  Optional<List<Point>> points(Choice start, int[] free) {
    BitSet touched = new BitSet();
    for (int i : start.members()) {
      for (int part : problem.parts[i]) {
        touched.set(part);
      }
    }
    int[] last = new int[problem.shared.length];
    for (int at = 0; at < free.length; at++) {
      for (int part : problem.parts[free[at]]) {
        last[part] = at;
      }
    }
    List<Integer> counts = IntStream.of(start.count).boxed().toList();
    Map<State, List<Point>> states = new LinkedHashMap<>();
    if (start.cost <= rules.budget()) {
      states.put(
          state(start.people, counts, touched, last, -1),
          List.of(new Point(start.cost, start.value, 0)));
    }
    for (int at = 0; at < free.length; at++) {
      Map<State, List<Point>> next = new LinkedHashMap<>();
      for (Map.Entry<State, List<Point>> entry : states.entrySet()) {
        extend(entry.getKey(), entry.getValue(), free[at], at, last, next);
      }
      states = next;
      if (states.values().stream().mapToLong(List::size).sum() > MOST_SETS) {
        return Optional.empty();
      }
    }
    return Optional.of(
        states.entrySet().stream()
            .filter(entry -> isComplete(entry.getKey()))
            .map(Map.Entry::getValue)
            .reduce(List.of(), ParetoFront::merge));
  }

  private boolean isComplete(State state) {
    return IntStream.range(0, Problem.TIERS)
        .noneMatch(group -> state.counts.get(group) < rules.least()[group]);
  }

  /** Leaves out of a state what does not matter any more once an account has been looked at. */
  private State state(int people, List<Integer> counts, BitSet touched, int[] last, int at) {
    List<Integer> kept = new ArrayList<>();
    for (int group = 0; group < Problem.TIERS; group++) {
      boolean matters = rules.least()[group] > 0 || rules.most()[group] != Rules.ANY;
      kept.add(matters ? counts.get(group) : 0);
    }
    BitSet open = new BitSet();
    touched.stream().filter(part -> last[part] > at).forEach(open::set);
    return new State(rules.maxPeople() == Rules.ANY ? 0 : people, List.copyOf(kept), open);
  }

  private void extend(
      State state, List<Point> points, int i, int at, int[] last, Map<State, List<Point>> next) {
    next.merge(
        state(state.people, state.counts, state.touched, last, at), points, ParetoFront::merge);
    int group = problem.tier[i];
    if (state.people >= rules.maxPeople() || state.counts.get(group) >= rules.most()[group]) {
      return;
    }
    long gain = problem.own[i];
    BitSet touched = (BitSet) state.touched.clone();
    for (int part : problem.parts[i]) {
      if (!touched.get(part)) {
        gain += problem.shared[part];
        touched.set(part);
      }
    }
    List<Point> with = new ArrayList<>();
    for (Point point : points) {
      long cost = point.cost + problem.cost[i];
      if (cost <= rules.budget()) {
        with.add(new Point(cost, point.value + gain, point.mask | 1 << at));
      }
    }
    if (!with.isEmpty()) {
      List<Integer> counts = new ArrayList<>(state.counts);
      counts.set(group, counts.get(group) + 1);
      next.merge(state(state.people + 1, counts, touched, last, at), with, ParetoFront::merge);
    }
  }

  /** Two lists by rising cost and value as one, without what is dominated. */
  private static List<Point> merge(List<Point> first, List<Point> second) {
    List<Point> merged = new ArrayList<>(first.size() + second.size());
    int a = 0;
    int b = 0;
    long most = -1;
    while (a < first.size() || b < second.size()) {
      boolean fromFirst =
          b == second.size() || (a < first.size() && isBefore(first.get(a), second.get(b)));
      Point point = fromFirst ? first.get(a++) : second.get(b++);
      if (point.value > most) {
        most = point.value;
        merged.add(point);
      }
    }
    return merged;
  }

  /** Less cost, else more value, else the ids that come first. */
  private static boolean isBefore(Point first, Point second) {
    if (first.cost != second.cost) {
      return first.cost < second.cost;
    }
    return first.value != second.value
        ? first.value > second.value
        : Integer.compareUnsigned(Integer.reverse(first.mask), Integer.reverse(second.mask)) > 0;
  }
}
