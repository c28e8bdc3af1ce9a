package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Axis;
import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Template;
import io.github.tierwise.cli.write.TierColors;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.study.TierStudy.RatePoint;
import io.github.tierwise.study.TierStudy.SizeSlope;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Engagement against followers: the accounts, the tiers' medians and the fitted line. */
final class EngagementPicture {

  /** A shape for each tier too, for whoever cannot tell the colours apart. */
  private static final List<String> SYMBOLS =
      List.of(
          "circle",
          "diamond",
          "rect",
          "triangle",
          // A triangle on its head, a cross and a star.
          "path://M0,0L20,0L10,18Z",
          "path://M0,4L4,0L10,6L16,0L20,4L14,10L20,16L16,20L10,14L4,20L0,16L6,10Z",
          "path://M10,0L13,7L20,7L14,12L16,20L10,15L4,20L6,12L0,7L7,7Z");

  private static final String LINE = "fitted line";
  private static final String DASHES = "path://M0,8L8,8L8,12L0,12ZM12,8L20,8L20,12L12,12Z";

  /** Fewer rates than this make no box (own limit, for the picture only). */
  private static final int FEWEST = 5;

  private static final double SMALLEST_DOT = 4;
  private static final double LARGEST_DOT = 18;

  private final Comparison comparison;
  private final Platform platform;
  private final TierPolicy policy;
  private final TierEngagement tiers;
  private final SizeSlope slope;
  private final Drawing.Extent extent;
  private final List<FollowerBand> bands;
  private final List<RatePoint> points;
  private final double lowest;

  private EngagementPicture(Comparison comparison, Platform platform) {
    this.comparison = comparison;
    this.platform = platform;
    policy = colouring(comparison);
    tiers = comparison.study().engagement(policy, platform);
    slope = comparison.study().slope(platform);
    extent = Drawing.Extent.ofAccounts(comparison, platform);
    bands = comparison.study().bands(platform, List.of(policy));
    points = comparison.study().points(platform);
    lowest = Axis.floor(rates().min().orElse(0.01));
  }

  private DoubleStream rates() {
    return points.stream().mapToDouble(RatePoint::rate);
  }

  /** Whether there is a rate to draw; nothing has no place on a scale of ratios. */
  static boolean isDrawn(Comparison comparison, Platform platform) {
    return !comparison.study().points(platform).isEmpty();
  }

  static Chart of(Comparison comparison, Platform platform) {
    return new EngagementPicture(comparison, platform).chart();
  }

  /** The definition whose tiers colour the accounts: of a few the first with several tiers. */
  private static TierPolicy colouring(Comparison comparison) {
    Stream<TierPolicy> few =
        (comparison.isFew() ? comparison.chosen() : List.<TierPolicy>of()).stream();
    Stream<TierPolicy> standard =
        comparison.study().definitions().stream().filter(TierPolicies.standard()::equals);
    return Stream.concat(few.filter(policy -> policy.tiers().size() > 2), standard)
        .findFirst()
        .orElse(comparison.first());
  }

  private Chart chart() {
    List<RecordMap> dots = dots();
    List<RecordMap> lines = slope.slope().isKnown() ? List.of(line()) : List.of();
    List<RecordMap> boxes = boxes();
    String claim = Wording.claim(tiers.trend());
    String formula = comparison.rate(slope.formula());
    return new Chart(
        "engagement-" + Drawing.id(platform),
        "Engagement against followers: " + platform.displayName(),
        "%s: %s. By the tiers of %s, \"the more followers, the less engagement\" %s.%s"
            .formatted(
                formula.substring(0, 1).toUpperCase(Locale.ROOT) + formula.substring(1),
                Wording.slope(slope),
                comparison.name(policy),
                claim,
                boxes.isEmpty()
                    ? ""
                    : " A box is the middle half of a tier, the line in it the median."),
        480,
        Drawing.template("engagement"),
        extent
            .data()
            .and("lowest", lowest)
            .and("highest", Axis.ceil(rates().max().orElse(0.1)))
            .and(
                "legend",
                Stream.concat(
                        dots.stream().map(dot -> dot.get("name")),
                        lines.stream().map(line -> RecordMap.of("name", LINE).and("icon", DASHES)))
                    .toList())
            .and(
                "series",
                Template.of(Drawing.class, "engagement-series")
                    .fill(RecordMap.of("tiers", dots).and("boxes", boxes).and("lines", lines))),
        new ComparisonSections(comparison).rates(List.of(tiers), 0).page(1));
  }

  private Classification answer(double followers) {
    return bands.stream()
        .filter(band -> followers < band.max())
        .map(band -> band.answers().get(0))
        .findFirst()
        .orElseThrow();
  }

  /** A series for each tier, in the order of the line. */
  private List<RecordMap> dots() {
    long most = points.stream().mapToLong(RatePoint::accounts).max().orElse(1);
    Map<String, List<RecordMap>> dots = new LinkedHashMap<>();
    Map<String, String> colors = new HashMap<>();
    for (RatePoint point : points) {
      Classification answer = answer(point.followers());
      String name = Wording.tier(answer);
      colors.put(name, TierColors.of(policy, answer));
      dots.computeIfAbsent(name, key -> new ArrayList<>()).add(dot(point, most));
    }
    List<RecordMap> series = new ArrayList<>();
    dots.forEach(
        (name, data) ->
            series.add(
                RecordMap.of("name", name)
                    .and("symbol", SYMBOLS.get(series.size() % SYMBOLS.size()))
                    .and("color", colors.getOrDefault(name, "other"))
                    .and("dots", data)));
    return series;
  }

  private static RecordMap dot(RatePoint point, long most) {
    String followers = Wording.brief(point.followers());
    String rate = NumberText.percent(point.rate());
    String accounts = Wording.accounts(point.accounts());
    double size = Math.sqrt((double) point.accounts() / most);
    return RecordMap.of("value", List.of(point.followers(), point.rate()))
        .and("symbolSize", SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * size)
        .and("tip", "about %s followers, %s: %s".formatted(followers, rate, accounts));
  }

  private List<RecordMap> boxes() {
    List<RecordMap> boxes = new ArrayList<>();
    for (TierEngagement.Row row : tiers.rows()) {
      for (FollowerBand band : bands) {
        if (band.answers().get(0) == row.answer()
            && row.rates() >= FEWEST
            && row.median().value() > 0
            && extent.shows(band.min(), band.max())) {
          boxes.add(box(row, band));
        }
      }
    }
    return boxes;
  }

  private RecordMap box(TierEngagement.Row row, FollowerBand band) {
    double low = Math.max(lowest, row.lowerQuartile().value());
    double high = row.upperQuartile().value();
    double middle = row.median().value();
    String tier = Wording.answer(row.answer());
    String median = NumberText.percent(middle);
    return RecordMap.of(
            "value", List.of(extent.clamp(band.min()), extent.clamp(band.max()), low, high, middle))
        .and("itemStyle", Drawing.fill(policy, row.answer()))
        .and(
            "tip",
            "%s: median %s, middle half %s".formatted(tier, median, Wording.middleHalf(row)));
  }

  private RecordMap line() {
    return RecordMap.of("name", LINE)
        .and(
            "ends",
            Stream.of(extent.min(), extent.max()).map(x -> List.of(x, slope.rate(x))).toList());
  }
}
