package io.github.tierwise.score;

import io.github.tierwise.profile.ProfileColumns;
import java.util.Arrays;
import java.util.Objects;

/**
 * A standard criterion: it has a kernel for a block of rows, with the bits of the scalar method.
 */
interface BlockCriterion extends Criterion {

  /** How much of a block's utilities are known. */
  enum Known {
    ALL,
    SOME,
    NONE
  }

  /**
   * The utilities of the block's rows, NaN where unknown.
   *
   * @return {@code ALL} promises that there is no NaN, {@code NONE} that there is nothing else and
   *     leaves {@code out} as it is
   */
  Known utilities(Inputs block, double[] out);

  /** What the kernel needs, for a criterion that is used by itself. */
  Inputs inputs();

  @Override
  default void utilities(ProfileColumns columns, int from, int to, double[] out, int at) {
    Objects.checkFromToIndex(from, to, columns.size());
    Objects.checkFromIndexSize(at, to - from, out.length);
    Inputs inputs = inputs();
    double[] block = new double[Inputs.CAPACITY];
    for (int start = from; start < to; start += Inputs.CAPACITY) {
      int end = Math.min(start + Inputs.CAPACITY, to);
      inputs.load(columns, start, end);
      if (utilities(inputs, block) == Known.NONE) {
        Arrays.fill(block, Double.NaN);
      }
      System.arraycopy(block, 0, out, at + start - from, end - start);
    }
  }
}
