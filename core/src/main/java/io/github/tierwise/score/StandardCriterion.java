package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Doubt;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.Objects;

/**
 * A criterion that states its formula twice, for the signals of one account and for those of a
 * block, with the same bits; all that {@link Criterion} asks for follows from these.
 */
interface StandardCriterion extends Criterion {

  /** What measures accounts where the criterion is used by itself. */
  Meter meter();

  /** The utility of one account, or NaN if an input is unknown. */
  double utility(Signals one);

  /** The utility with its range. */
  Estimate estimate(Signals one);

  /** What the utility may be otherwise, with the range that the estimate gives. */
  default Doubt doubt(Signals one) {
    return doubt(this, name(), estimate(one));
  }

  /** Of a criterion that says no more than a range: anywhere in it, or anywhere if unknown. */
  static Doubt doubt(Criterion criterion, String source, Estimate estimate) {
    return estimate.isKnown()
        ? Doubt.between(source, estimate.value(), estimate.low(), estimate.high())
        : Doubt.between(source, criterion.neutral(), 0, 1);
  }

  /** The utilities of the rows of a block, with their ranges if they are asked for. */
  void utilities(SignalBlock many, Utilities out);

  /** What is known of the account, in a sentence; its utility is known. */
  String note(Signals one);

  /** Where the utility comes from. */
  Explanation explain(Signals one);

  /**
   * What must be known on a platform, in the order to ask for it: names of measures and of
   * dimensions of the audience.
   */
  @Override
  List<String> needs(Platform platform);

  @Override
  default double utility(Profile profile) {
    return utility(meter().measure(profile));
  }

  @Override
  default Estimate estimate(Profile profile) {
    return estimate(meter().measure(profile));
  }

  @Override
  default Explanation explain(Profile profile) {
    return explain(meter().measure(profile));
  }

  @Override
  default void utilities(ProfileColumns columns, int from, int to, double[] out, int at) {
    Objects.checkFromToIndex(from, to, columns.size());
    Objects.checkFromIndexSize(at, to - from, out.length);
    SignalBlock block = new SignalBlock(meter());
    Utilities utilities = new Utilities();
    for (int start = from; start < to; start += SignalBlock.CAPACITY) {
      int end = Math.min(start + SignalBlock.CAPACITY, to);
      block.load(columns, start, end);
      utilities(block, utilities);
      utilities.gaps.put(Double.NaN, utilities.values);
      System.arraycopy(utilities.values, 0, out, at + start - from, end - start);
    }
  }
}
