package io.github.tierwise.engagement;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The posts of one account in their order, as they were counted at one moment.
 *
 * <p>Times tell the order; where posts share a moment, as all of a day do where only days are
 * known, an order that is known tells it. {@link #PostHistory(Instant, List)} takes posts in their
 * order and believes it. {@link #of} takes them in any order: of posts of one moment the one with
 * the fewest engagements counts as the newest, so that the order in which they are given changes
 * nothing and more engagement on any post never lowers a level. {@link #untimed} takes posts of
 * which nothing but the order is known.
 *
 * <p>A post without any engagement is a post like any other: its logarithm is that of 1.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param countedAt when the engagements were counted, at or after every post; {@link #UNKNOWN} if
 *     no time is known
 * @param posts the posts, oldest first; an unmodifiable list, at least one
 * @since 0.1.0
 */
public record PostHistory(Instant countedAt, List<Post> posts) implements Serializable {

  /**
   * A moment that is not known: {@link Instant#MIN}. Of a history all moments are known or none.
   *
   * @since 0.1.0
   */
  public static final Instant UNKNOWN = Instant.MIN;

  private static final double SECONDS_A_DAY = 86_400;

  /**
   * One post.
   *
   * @param at when it was published; {@link PostHistory#UNKNOWN} if that is not known
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
   * Takes posts in their order.
   *
   * @param countedAt when their engagements were counted: of a file, its newest time; never the
   *     newest of the account, which would take every account's newest post for finished; {@link
   *     #UNKNOWN} if no post has a time
   * @param posts the posts, oldest first, at least one, none later than {@code countedAt}; of posts
   *     of one moment the later in the list is the newer
   * @throws IllegalArgumentException if there is no post, one is earlier than the one before it or
   *     later than {@code countedAt}, or some moments are known and others are not
   */
  public PostHistory {
    Objects.requireNonNull(countedAt, "countedAt");
    posts = List.copyOf(posts);
    Checks.atLeast(1, posts.size(), "posts");
    Instant before = posts.get(0).at();
    for (Post post : posts) {
      checkTimes(countedAt, before, post.at());
      before = post.at();
    }
  }

  private static void checkTimes(Instant countedAt, Instant before, Instant at) {
    Checks.require(
        countedAt.equals(UNKNOWN) == at.equals(UNKNOWN),
        () ->
            "times must be known of all posts and of the counting or of none, was a post %s, counted %s"
                .formatted(words(at), words(countedAt)));
    Checks.require(
        !at.isBefore(before),
        () ->
            "posts must be oldest first, was %s behind %s: PostHistory.of takes any order"
                .formatted(at, before));
    Checks.require(
        !at.isAfter(countedAt),
        () ->
            "posts must be at or before %s, when they were counted, was %s"
                .formatted(countedAt, at));
  }

  private static String words(Instant at) {
    return at.equals(UNKNOWN) ? "at an unknown time" : "at " + at;
  }

  /**
   * Puts posts into the order of time. Of posts of one moment the one with the fewest engagements
   * counts as the newest; whoever knows their order gives it to {@link #PostHistory(Instant,
   * List)}.
   *
   * @param countedAt when their engagements were counted
   * @param posts the posts in any order, at least one, none later than {@code countedAt}
   * @return the history
   * @throws IllegalArgumentException if there is no post, one is later than {@code countedAt}, or
   *     some moments are known and others are not
   */
  public static PostHistory of(Instant countedAt, List<Post> posts) {
    return new PostHistory(
        countedAt,
        posts.stream()
            .sorted(
                Comparator.comparing(Post::at)
                    .thenComparing(Comparator.comparingDouble(Post::engagements).reversed()))
            .toList());
  }

  /**
   * Posts of which nothing but the order is known: they have no age, so no engagements to come, and
   * between them no days in which a level drifts.
   *
   * @param engagements the interactions of each post by one formula, oldest first; at least one,
   *     each finite and at least 0
   * @return the history, counted at an {@link #UNKNOWN} time
   * @throws IllegalArgumentException if there is no post or a number breaks its rule
   */
  public static PostHistory untimed(double... engagements) {
    return new PostHistory(
        UNKNOWN, Arrays.stream(engagements).mapToObj(each -> new Post(UNKNOWN, each)).toList());
  }

  /**
   * Whether the times of the posts are known.
   *
   * @return false if nothing but their order is known
   */
  public boolean isTimed() {
    return !countedAt.equals(UNKNOWN);
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
   * @return days from publishing to counting, at least 0; NaN if no time is known
   */
  public double age(Post post) {
    return isTimed() ? days(post.at(), countedAt) : Double.NaN;
  }

  /** The days between two moments; 0 if one of them is not known. */
  static double days(Instant from, Instant to) {
    if (from.equals(UNKNOWN) || to.equals(UNKNOWN)) {
      return 0;
    }
    Duration between = Duration.between(from, to);
    return (between.getSeconds() + between.getNano() * 1e-9) / SECONDS_A_DAY;
  }
}
