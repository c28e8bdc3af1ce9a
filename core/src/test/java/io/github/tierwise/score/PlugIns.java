package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Profile;
import java.util.function.ToDoubleFunction;

/** Criteria and models as a user would write them, which know one account at a time. */
final class PlugIns {

  private PlugIns() {}

  static Criterion constant(String name, double utility) {
    return constant(name, utility, 0.5);
  }

  static Criterion constant(String name, double utility, double neutral) {
    return new Criterion() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double utility(Profile profile) {
        return utility;
      }

      @Override
      public double neutral() {
        return neutral;
      }

      @Override
      public Direction direction() {
        return Direction.INDEPENDENT;
      }
    };
  }

  /** More views are better; unknown without them. */
  static Criterion views() {
    return new Criterion() {
      @Override
      public String name() {
        return "views";
      }

      @Override
      public double utility(Profile profile) {
        return profile.views() / (profile.views() + 1_000);
      }
    };
  }

  /** Likes by followers, with a level that is not that of the likes. */
  static EngagementModel model(ToDoubleFunction<Profile> level) {
    return new EngagementModel() {
      @Override
      public String formula() {
        return "own";
      }

      @Override
      public Measure denominator() {
        return Measure.FOLLOWERS;
      }

      @Override
      public double engagements(Profile profile) {
        return profile.likes();
      }

      @Override
      public double level(Profile profile) {
        return level.applyAsDouble(profile);
      }
    };
  }
}
