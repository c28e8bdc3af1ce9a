package io.github.tierwise.internal;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Lets a kernel in one package reach the arrays that a type of another package keeps to itself: the
 * idiom of the JDK's {@code SharedSecrets}. A class hands in a function that opens its instances
 * when it is initialised; kernels call it. Untyped, since this package knows no other of the
 * module.
 *
 * <p>The package is not exported, so nobody outside the module can change those arrays.
 */
public final class FriendAccess {

  private static @Nullable Function<Object, ColumnArrays> columns;
  private static @Nullable Function<Object, PiecewiseLine> curves;

  private static @Nullable BiFunction<Object, Object, Doubt[]> doubts;

  private FriendAccess() {}

  /** Called once by the class of columns. */
  public static void toColumns(Function<Object, ColumnArrays> function) {
    columns = function;
  }

  /** Called once by the class of size curves. */
  public static void toCurves(Function<Object, PiecewiseLine> function) {
    curves = function;
  }

  /** Called once by the class of scorers. */
  public static void toDoubts(BiFunction<Object, Object, Doubt[]> function) {
    doubts = function;
  }

  /** The arrays behind columns. */
  public static ColumnArrays arrays(Object object) {
    return apply(columns, object);
  }

  /** The line behind a size curve. */
  public static PiecewiseLine line(Object object) {
    return apply(curves, object);
  }

  /** What a scorer doubts of an account, in the order of its criteria. */
  public static Doubt[] doubts(Object scorer, Object profile) {
    return given(doubts).apply(scorer, profile);
  }

  private static <T> T apply(@Nullable Function<Object, T> function, Object object) {
    return given(function).apply(object);
  }

  private static <T> T given(@Nullable T access) {
    if (access == null) {
      // Its class gives access when it is initialised, which is before there is an instance.
      throw new IllegalStateException("access must be given by the class, was missing");
    }
    return access;
  }
}
