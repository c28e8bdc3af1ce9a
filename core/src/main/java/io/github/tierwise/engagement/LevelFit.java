package io.github.tierwise.engagement;

import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.LevelEstimator.Peer;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Learns from other accounts how posts are followed. A constant is changed only where the newest
 * posts of the peers are foretold better by more than two standard errors of the difference; so few
 * peers change nothing but how forecasts are moved and how wide their intervals are.
 */
final class LevelFit {

  /** Fewer peers than this do not calibrate anything (own limit). */
  static final int FEWEST_PEERS = 30;

  /** What counts as sure: so many standard errors. */
  static final double SURE = 2;

  private static final int FEWEST_POSTS = 3;
  private static final int ROUNDS = 2;

  /** A constant that peers may change, and the values that are tried; in the order of trying. */
  private enum Choice {
    HALF_LIFE("half-life", " days"),
    DRIFT("drift a post", ""),
    DRIFT_A_DAY("drift a day", ""),
    DECAYED_POSTS("decayed mean", " posts"),
    CURVE_POSTS("own level against the size curve", " to P"),
    TREND("trend", " doublings");

    private final String title;
    private final String unit;

    Choice(String title, String unit) {
      this.title = title;
      this.unit = unit;
    }

    List<Double> tried() {
      return switch (this) {
        case HALF_LIFE -> List.of(0.0, 0.1, 0.2, 0.4, 0.6, 0.9, 1.2, 1.6, 2.0);
        case DRIFT -> List.of(0.04, 0.08, 0.16);
        case DRIFT_A_DAY -> List.of(0.005, 0.01, 0.02);
        case DECAYED_POSTS -> List.of(0.0, 1.0, 4.0, 16.0, 64.0);
        case CURVE_POSTS -> List.of(2.0, 4.0, 8.0, 16.0, Following.NO_CURVE);
        case TREND -> List.of(-0.1, -0.05, 0.0, 0.05, 0.1);
      };
    }

    double of(Following following) {
      return switch (this) {
        case HALF_LIFE -> following.halfLife();
        case DRIFT -> following.drift();
        case DRIFT_A_DAY -> following.driftADay();
        case DECAYED_POSTS -> following.decayedPosts();
        case CURVE_POSTS -> following.curvePosts();
        case TREND -> following.trend();
      };
    }

    /** The same constants but for this one. */
    Following in(Following following, double value) {
      return new Following(
          this == HALF_LIFE ? value : following.halfLife(),
          this == TREND ? value : following.trend(),
          this == DRIFT ? value : following.drift(),
          this == DRIFT_A_DAY ? value : following.driftADay(),
          this == DECAYED_POSTS ? value : following.decayedPosts(),
          this == CURVE_POSTS ? value : following.curvePosts());
    }
  }

  /** What is learnt. */
  record Result(Following following, double lift, Scatter scatter, String source) {}

  /** The newest post of a peer, and the posts before it. */
  private record Sample(
      RecentPosts earlier, double found, double age, double days, double expectedLog) {

    static Sample of(Peer peer) {
      PostHistory.Post newest = peer.history().newest();
      RecentPosts earlier = new RecentPosts(peer.history().withoutNewest());
      return new Sample(
          earlier,
          Logs.log2(1 + newest.engagements()),
          peer.history().age(newest),
          PostHistory.days(earlier.newestAt(), newest.at()),
          peer.expectedLog());
    }
  }

  private final List<Sample> samples;
  private final double deviation;
  private final double lift;

  private LevelFit(List<Sample> samples, Following start, double deviation) {
    this.samples = samples;
    this.deviation = deviation;
    double[] above =
        samples.stream()
            .filter(sample -> !Double.isNaN(sample.expectedLog))
            .mapToDouble(s -> start.walk(s.earlier, deviation).log() - s.expectedLog)
            .toArray();
    this.lift = above.length == 0 ? 0 : median(above);
  }

  /**
   * Learns.
   *
   * @param peers accounts; those with fewer than 3 posts are left out
   * @param before the constants before
   * @param deviation a post's deviation before any is seen
   * @throws IllegalArgumentException if fewer than 30 peers can be used
   */
  static Result fit(List<Peer> peers, Following before, double deviation) {
    List<Sample> samples =
        peers.stream()
            .filter(peer -> peer.history().posts().size() >= FEWEST_POSTS)
            .map(Sample::of)
            .toList();
    Checks.atLeast(
        FEWEST_PEERS, samples.size(), "peers with at least %d posts".formatted(FEWEST_POSTS));
    Following start = Choice.CURVE_POSTS.in(before, Following.CURVE_POSTS);
    LevelFit fit = new LevelFit(samples, start, deviation);
    Following best = fit.best(start);
    return new Result(
        best,
        fit.lift,
        Scatter.fit(fit.misses(best), best.drift()),
        "calibrated on %s peers%s".formatted(Text.count(samples.size()), changes(start, best)));
  }

  /** Changes one constant after the other for as long as that is surely better. */
  private Following best(Following start) {
    Following best = start;
    double[] errors = absoluteErrors(best);
    for (int round = 0; round < ROUNDS; round++) {
      Following before = best;
      for (Choice choice : Choice.values()) {
        Optional<Following> better = better(best, errors, choice);
        if (better.isPresent()) {
          best = better.get();
          errors = absoluteErrors(best);
        }
      }
      if (best.equals(before)) {
        break;
      }
    }
    return best;
  }

  private Optional<Following> better(Following now, double[] errors, Choice choice) {
    Optional<Following> better = Optional.empty();
    double most = 0;
    for (double value : choice.tried()) {
      if (value == choice.of(now)) {
        continue;
      }
      Following tried = choice.in(now, value);
      double gain = sureGain(errors, absoluteErrors(tried));
      if (gain > most) {
        most = gain;
        better = Optional.of(tried);
      }
    }
    return better;
  }

  /** The mean by which errors shrink; 0 unless that is more than two standard errors. */
  private static double sureGain(double[] before, double[] after) {
    int n = before.length;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double gain = before[i] - after[i];
      sum += gain;
      squares += gain * gain;
    }
    double mean = sum / n;
    double variance = (squares - sum * mean) / (n - 1);
    return mean > SURE * StrictMath.sqrt(Math.max(0, variance) / n) ? mean : 0;
  }

  /** The absolute errors once the median error is taken out. */
  private double[] absoluteErrors(Following following) {
    double[] errors = misses(following).stream().mapToDouble(Scatter.Miss::error).toArray();
    double median = median(errors);
    return Arrays.stream(errors).map(error -> Math.abs(error - median)).toArray();
  }

  private List<Scatter.Miss> misses(Following following) {
    List<Scatter.Miss> misses = new ArrayList<>(samples.size());
    for (Sample sample : samples) {
      Level level = following.walk(sample.earlier, deviation);
      double centre = following.centre(level, sample.expectedLog + lift, sample.days, sample.age);
      misses.add(new Scatter.Miss(level, sample.days, sample.found - centre));
    }
    return misses;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Scatter.quantile(sorted, 0.5);
  }

  private static String changes(Following start, Following best) {
    return Arrays.stream(Choice.values())
        .filter(choice -> choice.of(start) != choice.of(best))
        .map(
            choice ->
                ", %s %s%s instead of %s"
                    .formatted(
                        choice.title, told(choice.of(best)), choice.unit, told(choice.of(start))))
        .collect(Collectors.joining());
  }

  private static String told(double value) {
    return value == Following.NO_CURVE ? "unbounded" : Text.plain(value);
  }

  static List<String> constants() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.ownDefault(
            "own level against the size curve in a forecast, with peers",
            Text.plain(Following.CURVE_POSTS) + " to P"));
    lines.add(Text.ownDefault("peers to calibrate on", "at least " + FEWEST_PEERS));
    lines.add(Text.ownDefault("posts of a peer", "at least " + FEWEST_POSTS));
    lines.add(
        Text.ownDefault(
            "gain for which peers change a constant",
            "more than " + Text.plain(SURE) + " standard errors"));
    for (Choice choice : Choice.values()) {
      lines.add(
          Text.ownDefault(
              choice.title + ", tried on peers",
              choice.tried().stream().map(LevelFit::told).collect(Collectors.joining(", "))
                  + choice.unit));
    }
    return List.copyOf(lines);
  }
}
