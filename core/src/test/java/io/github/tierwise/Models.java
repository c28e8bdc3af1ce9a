package io.github.tierwise;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.profile.Measure;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Engagement models of tests. */
public final class Models {

  private Models() {}

  /** Interactions by followers, each counted once. */
  public static EngagementModel byFollowers(Measure... interactions) {
    return EngagementModels.weighted(
        Arrays.stream(interactions).collect(Collectors.toMap(each -> each, each -> 1.0)),
        Measure.FOLLOWERS);
  }
}
