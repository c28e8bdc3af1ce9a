package io.github.tierwise.internal;

import java.io.InvalidObjectException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Argument checks whose messages give the name, the rule and the value. */
public final class Checks {

  private Checks() {}

  /** Refuses what breaks a rule; the message, made only then, gives name, rule and value. */
  public static void require(boolean holds, Supplier<String> message) {
    if (!holds) {
      throw new IllegalArgumentException(message.get());
    }
  }

  /** Returns {@code value} if it is at least another number. */
  public static int atLeast(int least, int value, String name) {
    require(value >= least, () -> name + " must be >= " + least + ", was " + value);
    return value;
  }

  /** Returns {@code value} if it is a finite number &gt;= 0, or NaN for unknown. */
  public static double countOrUnknown(double value, String name) {
    boolean holds = !(value < 0) && !Double.isInfinite(value);
    return checked(holds, value, name, "a finite number >= 0 or NaN for unknown");
  }

  /** Returns {@code value} if it is finite. */
  public static double finite(double value, String name) {
    return checked(Double.isFinite(value), value, name, "a finite number");
  }

  /** Returns {@code value} if it is finite and &gt; 0. */
  public static double positive(double value, String name) {
    boolean holds = value > 0 && !Double.isInfinite(value);
    return checked(holds, value, name, "a finite number > 0");
  }

  /** Returns {@code value} if it is finite and &gt;= 0. */
  public static double atLeastZero(double value, String name) {
    boolean holds = value >= 0 && !Double.isInfinite(value);
    return checked(holds, value, name, "a finite number >= 0");
  }

  /** Returns {@code value} if it lies in [0, 1], or NaN for unknown. */
  public static double fractionOrUnknown(double value, String name) {
    boolean holds = !(value < 0 || value > 1);
    return checked(holds, value, name, "between 0 and 1 or NaN for unknown");
  }

  /** Returns {@code value} if it lies in [0, 1]. */
  public static double fraction(double value, String name) {
    return checked(value >= 0 && value <= 1, value, name, "between 0 and 1");
  }

  /** Returns {@code value} if it lies in (0, 1]. */
  public static double weight(double value, String name) {
    return checked(value > 0 && value <= 1, value, name, "> 0 and <= 1");
  }

  private static double checked(boolean holds, double value, String name, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ", was " + Text.plain(value));
    }
    // Negative zero would print as "-0" and is never meant.
    return value + 0.0;
  }

  /** Returns what an engagement model answered, if it is finite and &gt;= 0, or NaN for unknown. */
  public static double engagements(double value, String id, String formula) {
    if (value < 0 || value == Double.POSITIVE_INFINITY) {
      throw new IllegalStateException(
          "engagements of %s by the model %s must be finite and >= 0, or NaN for unknown, was %s"
              .formatted(id, formula, Text.plain(value)));
    }
    return value;
  }

  /** Returns {@code text} stripped, if anything is left of it. */
  public static String notBlank(String text, String name) {
    String stripped = Objects.requireNonNull(text, name).strip();
    require(!stripped.isEmpty(), () -> name + " must not be blank, was \"" + text + "\"");
    return stripped;
  }

  /** An unmodifiable copy; elements are checked for their type too: a stream may hold anything. */
  public static <T> List<T> listOf(Class<T> type, List<? extends T> list) {
    return List.copyOf(list.stream().<T>map(type::cast).toList());
  }

  /** An unmodifiable copy in the same order. */
  public static <K, V> Map<K, V> inOrder(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** What a serial form is read as: made by the constructor or builder, so that it is checked. */
  public static <T> T read(String what, Supplier<T> made) throws InvalidObjectException {
    try {
      return made.get();
    } catch (RuntimeException e) {
      throw refused(what, e);
    }
  }

  /** What a serial form throws whose values the constructor or builder refused. */
  public static InvalidObjectException refused(String what, RuntimeException cause) {
    InvalidObjectException refused =
        new InvalidObjectException(what + " must be valid: " + cause.getMessage());
    refused.initCause(cause);
    return refused;
  }
}
