package io.github.tierwise.score;

import io.github.tierwise.internal.Gaps;
import io.github.tierwise.profile.ProfileColumns;
import java.util.Objects;

/**
 * A standard criterion: it has a kernel for a block of rows, with the bits of the scalar method.
 */
interface BlockCriterion extends Criterion {

  /**
   * The utilities of the block's rows.
   *
   * @param gaps receives the rows of the block in which they are unknown; what {@code out} holds
   *     there does not matter
   */
  void utilities(Inputs block, double[] out, Gaps gaps);

  /** What the kernel needs, for a criterion that is used by itself. */
  Inputs inputs();

  @Override
  default void utilities(ProfileColumns columns, int from, int to, double[] out, int at) {
    Objects.checkFromToIndex(from, to, columns.size());
    Objects.checkFromIndexSize(at, to - from, out.length);
    Inputs inputs = inputs();
    double[] block = new double[Inputs.CAPACITY];
    Gaps gaps = new Gaps(Inputs.CAPACITY);
    for (int start = from; start < to; start += Inputs.CAPACITY) {
      int end = Math.min(start + Inputs.CAPACITY, to);
      inputs.load(columns, start, end);
      utilities(inputs, block, gaps);
      gaps.put(Double.NaN, block);
      System.arraycopy(block, 0, out, at + start - from, end - start);
    }
  }
}
