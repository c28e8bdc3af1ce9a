package io.github.tierwise.engagement;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The posts of one account in the order of time, as they were counted at one moment.
 *
 * <p>Posts of the same moment keep the order in which they were given. A post without any
 * engagement is a post like any other: its logarithm is that of 1.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param countedAt when the engagements were counted, at or after every post
 * @param posts the posts, oldest first; an unmodifiable list, at least one
 * @since 0.1.0
 */
public record PostHistory(Instant countedAt, List<Post> posts) implements Serializable {

  private static final double SECONDS_A_DAY = 86_400;

  /**
   * One post.
   *
   * @param at when it was published
   * @param engagements the interactions that it had when it was counted, by one formula; finite and
   *     at least 0
   * @param atLeast whether interactions that count are unknown, so that it had at least so many;
   *     see {@link LevelEstimator#open}
   * @since 0.1.0
   */
  public record Post(Instant at, double engagements, boolean atLeast) implements Serializable {

    /**
     * Checks the values.
     *
     * @param at when it was published
     * @param engagements the interactions that it had when it was counted
     * @param atLeast whether interactions that count are unknown
     * @throws IllegalArgumentException if the engagements are not finite and at least 0
     */
    public Post {
      Objects.requireNonNull(at, "at");
      engagements = Checks.atLeastZero(engagements, "engagements");
    }

    /**
     * A post all of whose interactions that count are known.
     *
     * @param at when it was published
     * @param engagements the interactions that it had when it was counted
     * @throws IllegalArgumentException if the engagements are not finite and at least 0
     */
    public Post(Instant at, double engagements) {
      this(at, engagements, false);
    }

    /** The post with all that may be left out. */
    private Post withMostLeftOut() {
      double most = (1 + engagements) * Logs.exp2(Priors.MOST_LEFT_OUT) - 1;
      return atLeast ? new Post(at, Math.min(most, Double.MAX_VALUE)) : this;
    }
  }

  /**
   * Puts posts into the order of time.
   *
   * @param countedAt when their engagements were counted: of a file, its newest time; never the
   *     newest of the account, which would take every account's newest post for finished
   * @param posts the posts in any order, at least one, none later than {@code countedAt}
   * @throws IllegalArgumentException if there is no post or one is later than {@code countedAt}
   */
  public PostHistory {
    Objects.requireNonNull(countedAt, "countedAt");
    Checks.atLeast(1, posts.size(), "posts");
    posts = posts.stream().sorted(Comparator.comparing(Post::at)).toList();
    Instant newest = posts.get(posts.size() - 1).at();
    Checks.require(
        !newest.isAfter(countedAt),
        () ->
            "posts must be at or before %s, when they were counted, was %s"
                .formatted(countedAt, newest));
  }

  /**
   * Puts posts into the order of time.
   *
   * @param countedAt when their engagements were counted
   * @param posts the posts in any order, at least one, none later than {@code countedAt}
   * @return the history
   * @throws IllegalArgumentException if there is no post or one is later than {@code countedAt}
   */
  public static PostHistory of(Instant countedAt, List<Post> posts) {
    return new PostHistory(countedAt, posts);
  }

  /**
   * The history without its newest post, as a forecast of that post may see it.
   *
   * @return the history of all other posts, counted at the same moment
   * @throws IllegalStateException if there is only one post
   */
  public PostHistory withoutNewest() {
    if (posts.size() == 1) {
      throw new IllegalStateException("posts must be >= 2 to leave one out, was 1");
    }
    return new PostHistory(countedAt, posts.subList(0, posts.size() - 1));
  }

  /** The history if all that may be left out of its posts is added, in the same order. */
  PostHistory withMostLeftOut() {
    return new PostHistory(countedAt, posts.stream().map(Post::withMostLeftOut).toList());
  }

  Post newest() {
    return posts.get(posts.size() - 1);
  }

  /**
   * How old a post was when it was counted.
   *
   * @param post one of the posts
   * @return days from publishing to counting, at least 0
   */
  public double age(Post post) {
    return days(post.at(), countedAt);
  }

  static double days(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    return (between.getSeconds() + between.getNano() * 1e-9) / SECONDS_A_DAY;
  }
}
