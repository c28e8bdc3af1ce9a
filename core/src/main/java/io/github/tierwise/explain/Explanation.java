package io.github.tierwise.explain;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Means;
import io.github.tierwise.internal.Scale;
import io.github.tierwise.internal.Text;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/**
 * Why a number is what it is: a tree of values, each made from its parts by an {@link Operation}.
 *
 * <p>The operation is data, not prose: {@link #holds()} computes every value again from its parts
 * and compares bit for bit. A value is never rounded here; rounding is for the text.
 *
 * <p>Instances are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Explanation implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * How a value follows from its parts.
   *
   * @since 0.1.0
   */
  public enum Operation {
    /** An input or a constant; no parts. */
    GIVEN,
    /** The parts added in their order, starting from zero. */
    SUM,
    /** The first part minus the second. */
    DIFFERENCE,
    /** The parts multiplied in their order, starting from one. */
    PRODUCT,
    /** The first part divided by the second. */
    QUOTIENT,
    /** The binary logarithm of the only part. */
    LOG2,
    /** The largest of the parts. */
    LARGEST,
    /** The smallest of the parts. */
    SMALLEST,
    /** Two to the power of the mean of the parts' binary logarithms; of one part, that part. */
    GEOMETRIC_MEAN,
    /**
     * Where the first part lies between the second (0) and the third (1), clamped to [0, 1]: the
     * first minus the second, times the reciprocal of the third minus the second.
     */
    SCALE,
    /**
     * A function that the label names and that cannot be computed again from the parts alone; its
     * parts are its inputs, for information.
     */
    FUNCTION;

    /** Whether the value follows from the parts. */
    private boolean computes() {
      return this != GIVEN && this != FUNCTION;
    }
  }

  private final String label;
  private final double value;
  private final Operation operation;
  // Transient, here and elsewhere: written and read through the form.
  private final transient List<Explanation> parts;
  private final String note;

  private Explanation(
      String label, double value, Operation operation, List<Explanation> parts, String note) {
    this.label = Objects.requireNonNull(label, "label");
    this.operation = Objects.requireNonNull(operation, "operation");
    this.parts = List.copyOf(parts);
    this.note = Objects.requireNonNull(note, "note");
    this.value = value;
  }

  /**
   * An input or a constant.
   *
   * @param label what it is, such as {@code likes}
   * @param value its value; NaN for unknown
   * @param note a sentence for people, such as where it comes from; may be empty
   * @return an explanation without parts
   */
  public static Explanation given(String label, double value, String note) {
    return new Explanation(label, value, Operation.GIVEN, List.of(), note);
  }

  /**
   * A value made from parts; the value is computed here, so that it always follows.
   *
   * @param label what it is
   * @param operation how the value follows; not {@code GIVEN} and not {@code FUNCTION}
   * @param note a sentence for people; may be empty
   * @param parts the parts in their order; {@code DIFFERENCE} and {@code QUOTIENT} take two, {@code
   *     SCALE} three, {@code LOG2} one, the others at least one ({@code SUM} may be empty)
   * @return the explanation
   * @throws IllegalArgumentException if the operation or the number of parts does not fit
   */
  public static Explanation of(
      String label, Operation operation, String note, List<Explanation> parts) {
    Objects.requireNonNull(operation, "operation");
    Checks.require(
        operation.computes(),
        () -> "operation must be one that computes its value, was " + operation);
    checkArity(operation, parts.size());
    return new Explanation(label, compute(operation, parts), operation, parts, note);
  }

  /**
   * A value made by a named function of its parts that only the function's owner can compute.
   *
   * @param label what it is
   * @param value the function's value; NaN for unknown
   * @param note a sentence for people that names the function; may be empty
   * @param parts the function's inputs
   * @return the explanation
   */
  public static Explanation function(
      String label, double value, String note, List<Explanation> parts) {
    return new Explanation(label, value, Operation.FUNCTION, parts, note);
  }

  private static void checkArity(Operation operation, int parts) {
    int exactly =
        switch (operation) {
          case DIFFERENCE, QUOTIENT -> 2;
          case SCALE -> 3;
          case LOG2 -> 1;
          default -> -1;
        };
    if (exactly >= 0 ? parts != exactly : parts == 0 && operation != Operation.SUM) {
      throw new IllegalArgumentException(
          "%s must have %s, was %d"
              .formatted(operation, exactly >= 0 ? Text.of(exactly, "part") : ">= 1 part", parts));
    }
  }

  private static double compute(Operation operation, List<Explanation> parts) {
    return switch (operation) {
      case SUM -> fold(0.0, Double::sum, parts);
      case PRODUCT -> fold(1.0, (all, next) -> all * next, parts);
      case DIFFERENCE -> parts.get(0).value - parts.get(1).value;
      case QUOTIENT -> parts.get(0).value / parts.get(1).value;
      case LOG2 -> Logs.log2(parts.get(0).value);
      case LARGEST -> fold(Double.NEGATIVE_INFINITY, Math::max, parts);
      case SMALLEST -> fold(Double.POSITIVE_INFINITY, Math::min, parts);
      case GEOMETRIC_MEAN ->
          Means.geometric(parts.stream().mapToDouble(Explanation::value).toArray());
      case SCALE -> {
        double from = parts.get(1).value;
        yield Scale.apply(parts.get(0).value, from, Scale.factor(from, parts.get(2).value));
      }
      case GIVEN, FUNCTION -> throw new AssertionError(operation);
    };
  }

  /** The parts taken together one after the other: the order tells the bits. */
  private static double fold(double start, DoubleBinaryOperator step, List<Explanation> parts) {
    double all = start;
    for (Explanation part : parts) {
      all = step.applyAsDouble(all, part.value);
    }
    return all;
  }

  /**
   * What the value is.
   *
   * @return a short name, such as {@code engagement}
   */
  public String label() {
    return label;
  }

  /**
   * The value.
   *
   * @return the unrounded value; NaN for unknown
   */
  public double value() {
    return value;
  }

  /**
   * How the value follows from the parts.
   *
   * @return the operation
   */
  public Operation operation() {
    return operation;
  }

  /**
   * The values that this one is made from, in the order of the operation.
   *
   * @return an unmodifiable list, empty for {@code GIVEN}
   */
  public List<Explanation> parts() {
    return parts;
  }

  /**
   * The value in words, for people.
   *
   * @return a sentence without a full stop; empty if the label says it all
   */
  public String note() {
    return note;
  }

  /**
   * The same value under another name and with another sentence.
   *
   * @param newLabel what it is
   * @param newNote a sentence for people; may be empty
   * @return an explanation with the same value, operation and parts
   */
  public Explanation withText(String newLabel, String newNote) {
    return new Explanation(newLabel, value, operation, parts, newNote);
  }

  /**
   * Whether every value in this tree follows from its parts, bit for bit. {@code GIVEN} and {@code
   * FUNCTION} are taken as they are, the parts of a function are checked.
   *
   * @return true if all of them do
   */
  public boolean holds() {
    // By comparison, since an unknown (NaN) explained by an unknown holds.
    boolean follows =
        !operation.computes() || Double.compare(compute(operation, parts), value) == 0;
    return follows && parts.stream().allMatch(Explanation::holds);
  }

  /**
   * This value and its parts as lines of text, one level deep.
   *
   * @return lines that end in a line feed; a value that is not whole has two decimals
   */
  public String toText() {
    return toText(1);
  }

  /**
   * This value and its parts as lines of text.
   *
   * @param depth how many levels of parts to print, 0 for this value alone
   * @return lines that end in a line feed, indented by two spaces a level
   * @throws IllegalArgumentException if {@code depth} is negative
   */
  public String toText(int depth) {
    StringBuilder text = new StringBuilder();
    append(text, 0, Checks.atLeast(0, depth, "depth"));
    return text.toString();
  }

  private void append(StringBuilder text, int level, int depth) {
    text.append("  ".repeat(level))
        .append(String.format("%9s", format(value)))
        .append("  ")
        .append(label);
    if (!note.isEmpty()) {
      text.append(": ").append(note);
    }
    text.append('\n');
    if (level < depth) {
      for (Explanation part : parts) {
        part.append(text, level + 1, depth);
      }
    }
  }

  /** Whole numbers as they are, others with two decimals, tiny ones with their exponent. */
  private static String format(double value) {
    if (value == StrictMath.rint(value) || !Double.isFinite(value)) {
      return Text.count(value);
    }
    return Math.abs(value) < 0.005
        ? String.format(Locale.ROOT, "%.1e", value)
        : Text.fixed(value, 2);
  }

  /** Equal if label, value, operation, note and all parts are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Explanation that
        && Double.compare(value, that.value) == 0
        && operation == that.operation
        && label.equals(that.label)
        && note.equals(that.note)
        && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, value, operation.name(), note, parts);
  }

  /** The whole tree as text, as {@link #toText(int)} with every level. */
  @Override
  public String toString() {
    return toText(Integer.MAX_VALUE);
  }

  private Object writeReplace() {
    return new Form(label, value, operation, new ArrayList<>(parts), note);
  }

  private void readObject(java.io.ObjectInputStream stream) throws java.io.InvalidObjectException {
    throw new java.io.InvalidObjectException("explanation must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  private record Form(
      String label, double value, Operation operation, List<Explanation> parts, String note)
      implements Serializable {

    private Object readResolve() throws java.io.InvalidObjectException {
      Explanation read = Checks.read("explanation", this::checked);
      if (!read.holds()) {
        throw new java.io.InvalidObjectException(
            "explanation must follow from its parts, was " + value + " for " + label);
      }
      return read;
    }

    private Explanation checked() {
      if (operation.computes()) {
        checkArity(operation, parts.size());
      }
      return new Explanation(label, value, operation, parts, note);
    }
  }
}
