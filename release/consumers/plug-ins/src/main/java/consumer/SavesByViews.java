package consumer;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Profile;

/** Counts only what people keep. */
final class SavesByViews implements EngagementModel {

  @Override
  public String formula() {
    return "saves by views";
  }

  @Override
  public Measure denominator() {
    return Measure.VIEWS;
  }

  @Override
  public double engagements(Profile profile) {
    return profile.saves();
  }

  @Override
  public Direction direction() {
    return Direction.INDEPENDENT;
  }
}
