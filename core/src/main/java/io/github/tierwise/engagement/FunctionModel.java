package io.github.tierwise.engagement;

import io.github.tierwise.internal.ColumnArrays;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.MeanBased;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Profile;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** A model from a function. Not serializable: a lambda is not. */
record FunctionModel(String formula, Measure denominator, ToDoubleFunction<Profile> function)
    implements EngagementModel, MeanBased {

  FunctionModel {
    Objects.requireNonNull(function, "engagements");
    EngagementModels.checkDenominator(denominator);
  }

  @Override
  public double engagements(Profile profile) {
    return function.applyAsDouble(profile);
  }

  @Override
  public boolean addOpen(ColumnArrays columns, int from, Gaps out) {
    return true;
  }
}
