package io.github.tierwise.internal;

import java.util.function.Function;

/**
 * Lets a kernel in one package reach the arrays that a type of another package keeps to itself.
 * Nobody outside the module can call it, so nobody outside can change those arrays.
 */
public final class Access {

  private static @Nullable Function<Object, Raw> columns;
  private static @Nullable Function<Object, PiecewiseLine> curves;

  private Access() {}

  /** Called once by the class of columns. */
  public static void toColumns(Function<Object, Raw> function) {
    columns = function;
  }

  /** Called once by the class of size curves. */
  public static void toCurves(Function<Object, PiecewiseLine> function) {
    curves = function;
  }

  /** The arrays behind columns. */
  public static Raw raw(Object object) {
    return apply(columns, object);
  }

  /** The line behind a size curve. */
  public static PiecewiseLine line(Object object) {
    return apply(curves, object);
  }

  private static <T> T apply(@Nullable Function<Object, T> function, Object object) {
    if (function == null) {
      // Its class gives access when it is initialised, which is before there is an instance.
      throw new IllegalStateException("access must be given by the class, was missing");
    }
    return function.apply(object);
  }
}
