package io.github.tierwise.contracts;

import io.github.tierwise.profile.Influencer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what is wrong, so that an author sees more than the first thing. */
final class Violations {

  private static final int SHOWN = 10;

  private final String subject;
  private final List<String> shown = new ArrayList<>();
  private Optional<Throwable> thrown = Optional.empty();
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

  /** Adds what was thrown; the first is the cause of the error, so that its place can be seen. */
  void addThrown(Object account, Throwable e) {
    thrown = thrown.or(() -> Optional.of(e));
    add("nothing must be thrown", account, e);
  }

  /** Checks every account. If one makes the check throw, no other check makes sense. */
  void each(List<Influencer> accounts, Consumer<Influencer> check) {
    for (Influencer account : accounts) {
      try {
        check.accept(account);
      } catch (RuntimeException e) {
        addThrown(account.id(), e);
      }
    }
    if (thrown.isPresent()) {
      throwIfAny();
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  void throwIfAny() {
    if (count > 0) {
      AssertionError error =
          new AssertionError(
              "%s breaks its contract in %d %s:%n  %s%s"
                  .formatted(
                      subject,
                      count,
                      count == 1 ? "case" : "cases",
                      String.join(System.lineSeparator() + "  ", shown),
                      count > shown.size() ? System.lineSeparator() + "  …" : ""));
      thrown.ifPresent(error::initCause);
      throw error;
    }
  }
}
