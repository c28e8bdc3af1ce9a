package io.github.tierwise.engagement;

import io.github.tierwise.profile.Platform;
import java.util.EnumMap;
import java.util.Map;

/** The curves from published benchmarks graded B and C, each with its source. */
final class PublishedCurves {

  static final Map<Platform, SizeCurve> CURVES = new EnumMap<>(Platform.class);

  static {
    add(
        Platform.INSTAGRAM,
        "own fit to 8 published tables, 2016 to 2026 and undated, grades B and C (Statista for the"
            + " United Kingdom, the United States and Sweden, HypeAuditor 2026, trendHERO, Social"
            + " Cat, CreatorIQ, Markerly: likes only); flat above 100,000 after Social Cat and an"
            + " undated summary of HypeAuditor",
        new double[] {1_000, 10_000, 100_000, 1_000_000},
        new double[] {0.064, 0.025, 0.0145, 0.0145});
    add(
        Platform.TIKTOK,
        "shape below 70,000 own fit to Influencer Hero 2024 (grade B), one of its cells doubtful;"
            + " flat above and at twice its level: own default, between medians of 1.3% (B), 2.6%"
            + " (B) and 5.7% (C), the last two of brands",
        new double[] {2_000, 70_000, 1_000_000},
        new double[] {0.039, 0.0135, 0.0135});
    add(
        Platform.YOUTUBE,
        "own default, at the medians of ranked channels, 2.9% to 3.2% (own figures), below the mean"
            + " of CreatorDB, 4.0% (undated, grade B)",
        new double[] {1_000},
        new double[] {0.03});
  }

  private PublishedCurves() {}

  private static void add(Platform platform, String source, double[] followers, double[] rates) {
    CURVES.put(
        platform,
        SizeCurve.of(platform, EngagementModels.standard(platform), source, followers, rates));
  }
}
