package io.github.tierwise.deal;

/** A set of accounts while it is made. Not thread-safe. */
final class Choice {

  private final Problem problem;
  final boolean[] chosen;
  private final int[] hits;
  final int[] count = new int[Problem.TIERS];
  long value;
  long cost;
  int people;

  Choice(Problem problem) {
    this.problem = problem;
    chosen = new boolean[problem.size];
    hits = new int[problem.shared.length];
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
    long gain = problem.own[i];
    for (int part : problem.parts[i]) {
      if (hits[part] == 0) {
        gain += problem.shared[part];
      }
    }
    return gain;
  }

  /** What would be lost without an account that is chosen. */
  long loss(int i) {
    long loss = problem.own[i];
    for (int part : problem.parts[i]) {
      if (hits[part] == 1) {
        loss += problem.shared[part];
      }
    }
    return loss;
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
    chosen[i] = true;
    for (int part : problem.parts[i]) {
      hits[part]++;
    }
    cost += problem.cost[i];
    people++;
    count[problem.tier[i]]++;
  }

  void remove(int i) {
    value -= loss(i);
    chosen[i] = false;
    for (int part : problem.parts[i]) {
      hits[part]--;
    }
    cost -= problem.cost[i];
    people--;
    count[problem.tier[i]]--;
  }

  /** The chosen accounts, in the order of their ids. */
  int[] members() {
    int[] members = new int[people];
    int next = 0;
    for (int i = 0; next < people; i++) {
      if (chosen[i]) {
        members[next++] = i;
      }
    }
    return members;
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
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] != other.chosen[i]) {
        return chosen[i];
      }
    }
    return false;
  }
}
