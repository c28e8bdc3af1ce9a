package io.github.tierwise.engagement;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The robust fit behind {@link SizeCurve#fit}. */
final class CurveFit {

  /** Fewer peers than this say too little (own limit). */
  static final int FEWEST_PEERS = 30;

  /** One peer: log2 of followers, log2 of (1 + engagements), log2 of the denominator. */
  private record Point(double size, double level, double exposure) {
    double logRate() {
      return level - exposure;
    }
  }

  private CurveFit() {}

  /** The limits of a fit. */
  static List<String> constants() {
    return List.of(
        Text.ownDefault("peers to fit a size curve to", "at least " + FEWEST_PEERS),
        Text.ownDefault(
            "fitted slope that is a selection", "below " + Text.plain(SizeCurve.SELECTION_SLOPE)));
  }

  static SizeCurve fit(EngagementModel model, Iterable<? extends Profile> peers) {
    Objects.requireNonNull(model, "model");
    Optional<Platform> platform = Optional.empty();
    List<Point> points = new ArrayList<>();
    for (Profile peer : peers) {
      if (platform.isPresent() && platform.get() != peer.platform()) {
        throw new IllegalArgumentException(
            "peers must be of one platform, %s, was %s"
                .formatted(platform.get().displayName(), peer.platform().displayName()));
      }
      platform = Optional.of(peer.platform());
      double engagements = model.engagements(peer);
      if (!(model instanceof WeightedInteractions)) {
        Checks.engagements(engagements, peer.id(), model.formula());
      }
      double exposure = peer.get(model.denominator());
      if (peer.followers() >= 1 && exposure >= 1 && engagements >= 0) {
        points.add(
            new Point(
                Logs.log2(peer.followers()), Logs.log2(1 + engagements), Logs.log2(exposure)));
      }
    }
    Checks.atLeast(FEWEST_PEERS, points.size(), "peers with known followers and engagements");
    points.sort(Comparator.comparingDouble(Point::size).thenComparingDouble(Point::logRate));
    return fit(model, platform.orElseThrow(), points);
  }

  private static SizeCurve fit(EngagementModel model, Platform platform, List<Point> points) {
    double slope = slope(points);
    boolean selection = slope < SizeCurve.SELECTION_SLOPE;
    String from = "fitted to %s peers".formatted(Text.count(points.size()));
    String warning =
        selection
            ? "; their slope of %s is a ranked list's selection, not an effect of size"
                .formatted(Text.fixed(slope, 2))
            : "";
    Optional<SizeCurve> published = SizeCurve.published(platform, model);
    if (published.isPresent()) {
      SizeCurve shape = published.get();
      double shift =
          median(
              points.stream()
                  .mapToDouble(
                      p -> p.logRate() - Logs.log2(shape.expectedRate(Logs.exp2(p.size()))))
                  .toArray());
      return shape.scaled(
          Logs.exp2(shift), "level %s, published shape kept%s".formatted(from, warning));
    }
    boolean byViews = model.denominator() == Measure.VIEWS;
    // A rate by views may not fall with followers, and a selection's slope is no slope.
    double used = selection ? 0 : byViews ? Math.max(slope, 0) : slope;
    double middle = median(points.stream().mapToDouble(Point::size).toArray());
    double level =
        median(
            points.stream().mapToDouble(p -> p.logRate() - used * (p.size() - middle)).toArray());
    return SizeCurve.line(
        platform,
        model,
        "level and slope %s%s".formatted(from, warning),
        Logs.exp2(middle),
        Logs.exp2(level),
        used);
  }

  /** The median slope of log rate on log followers over pairs half the sorted list apart. */
  private static double slope(List<Point> points) {
    int half = points.size() / 2;
    double[] slopes =
        IntStream.range(half, points.size())
            .filter(i -> points.get(i).size() > points.get(i - half).size())
            .mapToDouble(i -> slope(points.get(i - half), points.get(i)))
            .toArray();
    return slopes.length == 0 ? 0 : median(slopes);
  }

  private static double slope(Point small, Point large) {
    return (large.logRate() - small.logRate()) / (large.size() - small.size());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
