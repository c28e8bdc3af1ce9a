package io.github.tierwise.contracts;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author sees more than the first thing. */
final class Violations {

  private static final int SHOWN = 10;

  private final String subject;
  private final List<String> shown = new ArrayList<>();
  private int count;

  Violations(String subject) {
    this.subject = subject;
  }

  void add(String rule, Object account, Object was) {
    count++;
    if (shown.size() < SHOWN) {
      shown.add("%s: %s, was %s".formatted(account, rule, was));
    }
  }

  void require(boolean holds, String rule, Object account, Object was) {
    if (!holds) {
      add(rule, account, was);
    }
  }

  /** Requires the same bits; every NaN is the same. */
  void requireSame(double expected, double actual, String rule, Object account) {
    if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
      add("%s must be %s".formatted(rule, expected), account, actual);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  void throwIfAny() {
    if (count > 0) {
      throw new AssertionError(
          "%s breaks its contract in %d %s:%n  %s%s"
              .formatted(
                  subject,
                  count,
                  count == 1 ? "case" : "cases",
                  String.join(System.lineSeparator() + "  ", shown),
                  count > shown.size() ? System.lineSeparator() + "  …" : ""));
    }
  }
}
