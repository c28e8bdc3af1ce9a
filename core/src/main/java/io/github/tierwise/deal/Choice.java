package io.github.tierwise.deal;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A set of accounts while it is made. Not thread-safe. */
final class Choice {

  private final Problem problem;
  final boolean[] chosen;
  private final int[] hits;
  final int[] count = new int[Problem.TIERS];
  long value;
  long cost;
  int people;

  Choice(Problem problem, int... members) {
    this.problem = problem;
    chosen = new boolean[problem.size];
    hits = new int[problem.shared.length];
    for (int i : members) {
      add(i);
    }
  }

  Choice(Choice other) {
    problem = other.problem;
    chosen = other.chosen.clone();
    hits = other.hits.clone();
    System.arraycopy(other.count, 0, count, 0, count.length);
    value = other.value;
    cost = other.cost;
    people = other.people;
  }

  /** What an account that is not chosen would add. */
  long gain(int i) {
    return worth(i, 0);
  }

  /** What would be lost without an account that is chosen. */
  long loss(int i) {
    return worth(i, 1);
  }

  /** An account's own part and those that so many of the chosen touch. */
  private long worth(int i, int touched) {
    long worth = problem.own[i];
    for (int part : problem.parts[i]) {
      if (hits[part] == touched) {
        worth += problem.shared[part];
      }
    }
    return worth;
  }

  /** What an account would add once another is taken out, less what that one takes away. */
  long swap(int out, int in) {
    long change = gain(in) - loss(out);
    for (int part : problem.parts[in]) {
      // Only the one that goes has it: then it is lost above, and won back here.
      if (hits[part] == 1 && touches(out, part)) {
        change += problem.shared[part];
      }
    }
    return change;
  }

  private boolean touches(int i, int part) {
    for (int each : problem.parts[i]) {
      if (each == part) {
        return true;
      }
    }
    return false;
  }

  void add(int i) {
    value += gain(i);
    count(i, 1);
  }

  void remove(int i) {
    value -= loss(i);
    count(i, -1);
  }

  private void count(int i, int sign) {
    chosen[i] = sign > 0;
    for (int part : problem.parts[i]) {
      hits[part] += sign;
    }
    cost = sign > 0 ? Money.sum(cost, problem.cost[i]) : cost - problem.cost[i];
    people += sign;
    count[problem.tier[i]] += sign;
  }

  /** The chosen accounts, in the order of their ids. */
  int[] members() {
    return IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
  }

  /** An account's part of the value: what it shares with others that are chosen counts in parts. */
  double partOfValue(int i) {
    if (value == 0) {
      return 1.0 / people;
    }
    double points = problem.own[i];
    for (int part : problem.parts[i]) {
      points += (double) problem.shared[part] / hits[part];
    }
    return points / value;
  }

  /** More value, else less cost, else the ids that come first. */
  boolean isBetterThan(Choice other) {
    if (value != other.value) {
      return value > other.value;
    }
    if (cost != other.cost) {
      return cost < other.cost;
    }
    int first = Arrays.mismatch(chosen, other.chosen);
    return first >= 0 && chosen[first];
  }
}
