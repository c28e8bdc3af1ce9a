package consumer;

import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;

/** How many people have something to say; 100 comments a post are worth one half. */
final class Talked implements Criterion {

  @Override
  public String name() {
    return "talked about";
  }

  @Override
  public double utility(Profile profile) {
    double comments = profile.comments();
    return comments / (comments + 100);
  }

  @Override
  public Direction direction() {
    return Direction.INDEPENDENT;
  }
}
