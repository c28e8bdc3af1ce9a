package io.github.tierwise.spark;

import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;
import java.io.Serializable;

/** A criterion as a user would write it. */
record SavesCriterion() implements Criterion, Serializable {

  @Override
  public String name() {
    return "saves per view";
  }

  @Override
  public double utility(Profile profile) {
    return profile.saves() / (profile.saves() + profile.views() + 1);
  }
}
