package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.study.TierStudy.SizeSlope;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Engagement against followers: the accounts, the tiers' medians and the fitted line. */
final class EngagementPicture {

  /** A shape for each tier too, for whoever cannot tell the colours apart. */
  private static final List<String> SYMBOLS =
      List.of("circle", "diamond", "rect", "triangle", "arrow", "circle", "diamond");

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
  private final List<TierStudy.RatePoint> points;
  private final double lowest;
  private final double highest;

  private EngagementPicture(Comparison comparison, Platform platform) {
    this.comparison = comparison;
    this.platform = platform;
    policy = colouring(comparison);
    tiers = comparison.study().engagement(policy, platform);
    slope = comparison.study().slope(platform);
    extent = Drawing.Extent.of(comparison, platform);
    bands = comparison.study().bands(platform, List.of(policy));
    points = comparison.study().points(platform);
    lowest =
        Drawing.floor(points.stream().mapToDouble(TierStudy.RatePoint::rate).min().orElse(0.01));
    highest =
        Drawing.ceil(points.stream().mapToDouble(TierStudy.RatePoint::rate).max().orElse(0.1));
  }

  static Chart of(Comparison comparison, Platform platform) {
    return new EngagementPicture(comparison, platform).chart();
  }

  /** The definition whose tiers colour the accounts: of a few the first with several tiers. */
  private static TierPolicy colouring(Comparison comparison) {
    List<TierPolicy> few =
        comparison.chosen().size() <= Comparison.FEW ? comparison.chosen() : List.of();
    return few.stream()
        .filter(policy -> policy.tiers().size() > 2)
        .findFirst()
        .or(
            () ->
                comparison.study().definitions().stream()
                    .filter(TierPolicies.standard()::equals)
                    .findFirst())
        .orElse(comparison.first());
  }

  private Chart chart() {
    List<RecordMap> series = new ArrayList<>(dots());
    List<String> legend = new ArrayList<>();
    series.forEach(each -> legend.add(String.valueOf(each.get("name"))));
    series.add(
        RecordMap.of("type", "custom")
            .and("name", "median and middle half")
            .and("renderItem", Chart.function("box"))
            .and("encode", RecordMap.of("x", List.of(0, 1)).and("y", List.of(2, 3)))
            .and("data", boxes()));
    if (slope.slope().isKnown()) {
      series.add(line());
      legend.add("fitted line");
    }
    return new Chart(
        "engagement-" + Drawing.id(platform),
        "Engagement against followers: " + platform.displayName(),
        "%s: %s. By the tiers of %s, \"the more followers, the less engagement\" %s."
            .formatted(
                slope.formula(),
                ComparisonWording.slope(slope),
                comparison.name(policy),
                ComparisonWording.claim(tiers.trend())),
        480,
        Drawing.template("engagement"),
        RecordMap.of("min", extent.min())
            .and("max", extent.max())
            .and("lowest", lowest)
            .and("highest", highest)
            .and("legend", legend)
            .and("series", series),
        figures());
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
    long most = points.stream().mapToLong(TierStudy.RatePoint::accounts).max().orElse(1);
    Map<String, List<RecordMap>> byTier = new LinkedHashMap<>();
    Map<String, String> colors = new LinkedHashMap<>();
    for (TierStudy.RatePoint point : points) {
      Classification answer = answer(point.followers());
      String name = ComparisonWording.tier(answer);
      colors.put(name, Drawing.token(answer));
      double size =
          SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * Math.sqrt((double) point.accounts() / most);
      byTier
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(
              RecordMap.of("value", List.of(point.followers(), point.rate()))
                  .and("symbolSize", size)
                  .and(
                      "tip",
                      "about %s followers, %s: %s"
                          .formatted(
                              ComparisonWording.brief(point.followers()),
                              NumberText.percent(point.rate()),
                              NumberText.of(point.accounts(), "account"))));
    }
    List<RecordMap> series = new ArrayList<>();
    byTier.forEach(
        (name, data) ->
            series.add(
                RecordMap.of("type", "scatter")
                    .and("name", name)
                    .and("symbol", SYMBOLS.get(series.size() % SYMBOLS.size()))
                    .and(
                        "itemStyle",
                        RecordMap.of("color", Chart.color(colors.getOrDefault(name, "other")))
                            .and("opacity", 0.75))
                    .and("data", data)));
    return series;
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
    return RecordMap.of(
            "value", List.of(extent.clamp(band.min()), extent.clamp(band.max()), low, high, middle))
        .and("itemStyle", RecordMap.of("color", Chart.color(Drawing.token(row.answer()))))
        .and(
            "tip",
            "%s: median %s, middle half %s to %s"
                .formatted(
                    ComparisonWording.answer(row.answer()),
                    NumberText.percent(middle),
                    NumberText.percent(row.lowerQuartile().value()),
                    NumberText.percent(high)));
  }

  private RecordMap line() {
    return RecordMap.of("type", "line")
        .and("name", "fitted line")
        .and("symbol", "none")
        .and(
            "lineStyle",
            RecordMap.of("color", Chart.color("line")).and("width", 2.5).and("type", "dashed"))
        .and("itemStyle", RecordMap.of("color", Chart.color("line")))
        .and("tooltip", RecordMap.of("show", false))
        .and(
            "data",
            List.of(
                List.of(extent.min(), slope.rate(extent.min())),
                List.of(extent.max(), slope.rate(extent.max()))));
  }

  private Grid figures() {
    return new Grid(
        "Engagement rate by %s; quartiles with intervals of 95%%"
            .formatted(comparison.name(policy)),
        List.of("tier", "accounts", "known rates", "lower quartile", "median", "upper quartile"),
        1,
        tiers.rows().stream()
            .map(
                row ->
                    List.of(
                        ComparisonWording.answer(row.answer()),
                        NumberText.count(row.accounts()),
                        NumberText.count(row.rates()),
                        ComparisonWording.rate(row.lowerQuartile()),
                        ComparisonWording.rate(row.median()),
                        ComparisonWording.rate(row.upperQuartile())))
            .toList());
  }
}
