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
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
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

  /** A constant that peers may change, and the values that are tried. */
  private record Choice(
      String name,
      String unit,
      ToDoubleFunction<Following> value,
      BiFunction<Following, Double, Following> with,
      List<Double> tried) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(
              "half-life",
              " days",
              Following::halfLife,
              (f, v) ->
                  new Following(
                      v, f.trend(), f.drift(), f.driftADay(), f.decayedPosts(), f.curvePosts()),
              List.of(0.0, 0.1, 0.2, 0.4, 0.6, 0.9, 1.2, 1.6, 2.0)),
          new Choice(
              "drift a post",
              "",
              Following::drift,
              (f, v) ->
                  new Following(
                      f.halfLife(), f.trend(), v, f.driftADay(), f.decayedPosts(), f.curvePosts()),
              List.of(0.04, 0.08, 0.16)),
          new Choice(
              "drift a day",
              "",
              Following::driftADay,
              (f, v) ->
                  new Following(
                      f.halfLife(), f.trend(), f.drift(), v, f.decayedPosts(), f.curvePosts()),
              List.of(0.005, 0.01, 0.02)),
          new Choice(
              "decayed mean",
              " posts",
              Following::decayedPosts,
              (f, v) ->
                  new Following(
                      f.halfLife(), f.trend(), f.drift(), f.driftADay(), v, f.curvePosts()),
              List.of(0.0, 1.0, 4.0, 16.0, 64.0)),
          new Choice(
              "own level against the size curve",
              " to P",
              Following::curvePosts,
              (f, v) ->
                  new Following(
                      f.halfLife(), f.trend(), f.drift(), f.driftADay(), f.decayedPosts(), v),
              List.of(2.0, 4.0, 8.0, 16.0, Following.NO_CURVE)),
          new Choice(
              "trend",
              " doublings",
              Following::trend,
              (f, v) ->
                  new Following(
                      f.halfLife(), v, f.drift(), f.driftADay(), f.decayedPosts(), f.curvePosts()),
              List.of(-0.1, -0.05, 0.0, 0.05, 0.1)));

  /** What is learnt. */
  record Result(Following following, double lift, Scatter scatter, String source) {}

  /** The newest post of a peer, and the posts before it. */
  private record Sample(
      RecentPosts earlier, double found, double age, double days, double expectedLog) {

    Sample(Peer peer) {
      this(
          new RecentPosts(peer.history().withoutNewest()),
          Logs.log2(1 + peer.history().newest().engagements()),
          peer.history().age(peer.history().newest()),
          days(peer.history().posts()),
          peer.expectedLog());
    }

    private static double days(List<PostHistory.Post> posts) {
      int n = posts.size();
      return PostHistory.days(posts.get(n - 2).at(), posts.get(n - 1).at());
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
            .map(Sample::new)
            .toList();
    Checks.atLeast(
        FEWEST_PEERS, samples.size(), "peers with at least %d posts".formatted(FEWEST_POSTS));
    Following start =
        new Following(
            before.halfLife(),
            before.trend(),
            before.drift(),
            before.driftADay(),
            before.decayedPosts(),
            Following.CURVE_POSTS);
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
      for (Choice choice : CHOICES) {
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
    for (double value : choice.tried) {
      if (value == choice.value.applyAsDouble(now)) {
        continue;
      }
      Following tried = choice.with.apply(now, value);
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
    return CHOICES.stream()
        .filter(choice -> choice.value.applyAsDouble(start) != choice.value.applyAsDouble(best))
        .map(
            choice ->
                ", %s %s%s instead of %s"
                    .formatted(
                        choice.name,
                        told(choice.value.applyAsDouble(best)),
                        choice.unit,
                        told(choice.value.applyAsDouble(start))))
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
    for (Choice choice : CHOICES) {
      lines.add(
          Text.ownDefault(
              choice.name + ", tried on peers",
              choice.tried.stream().map(LevelFit::told).collect(Collectors.joining(", "))
                  + choice.unit));
    }
    return List.copyOf(lines);
  }
}
