package io.github.tierwise.engagement;

import io.github.tierwise.internal.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The posts of one account in the order of time, as they were counted at one moment.
 *
 * <p>Posts of the same moment keep the order in which they were given. A post without any
 * engagement is a post like any other: its logarithm is that of 1.
 *
 * <p>Instances are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class PostHistory {

  private static final double SECONDS_A_DAY = 86_400;

  /**
   * One post.
   *
   * @param at when it was published
   * @param engagements the interactions that it had when it was counted, by one formula; finite and
   *     at least 0
   * @since 0.1.0
   */
  public record Post(Instant at, double engagements) {

    /**
     * Checks the values.
     *
     * @param at when it was published
     * @param engagements the interactions that it had when it was counted
     * @throws IllegalArgumentException if the engagements are not finite and at least 0
     */
    public Post {
      Objects.requireNonNull(at, "at");
      engagements = Checks.atLeastZero(engagements, "engagements");
    }
  }

  private final Instant countedAt;
  private final List<Post> posts;

  private PostHistory(Instant countedAt, List<Post> posts) {
    this.countedAt = countedAt;
    this.posts = posts;
  }

  /**
   * Puts posts into the order of time.
   *
   * @param countedAt when their engagements were counted: of a file, its newest time; never the
   *     newest of the account, which would take every account's newest post for finished
   * @param posts the posts in any order, at least one, none later than {@code countedAt}
   * @return the history
   * @throws IllegalArgumentException if there is no post or one is later than {@code countedAt}
   */
  public static PostHistory of(Instant countedAt, List<Post> posts) {
    Objects.requireNonNull(countedAt, "countedAt");
    if (posts.isEmpty()) {
      throw new IllegalArgumentException("posts must be >= 1, was 0");
    }
    List<Post> sorted = new ArrayList<>(posts);
    sorted.sort(Comparator.comparing(Post::at));
    Instant newest = sorted.get(sorted.size() - 1).at();
    if (newest.isAfter(countedAt)) {
      throw new IllegalArgumentException(
          "posts must be at or before %s, when they were counted, was %s"
              .formatted(countedAt, newest));
    }
    return new PostHistory(countedAt, List.copyOf(sorted));
  }

  /**
   * When the engagements were counted.
   *
   * @return a moment at or after every post
   */
  public Instant countedAt() {
    return countedAt;
  }

  /**
   * The posts, oldest first.
   *
   * @return an unmodifiable list, at least one
   */
  public List<Post> posts() {
    return posts;
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
