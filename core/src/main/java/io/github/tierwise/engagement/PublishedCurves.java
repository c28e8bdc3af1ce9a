package io.github.tierwise.engagement;

import io.github.tierwise.profile.Platform;
import java.util.EnumMap;
import java.util.Map;

/** The curves from published benchmarks graded A to C, each with its source. */
final class PublishedCurves {

  static final Map<Platform, SizeCurve> CURVES = new EnumMap<>(Platform.class);

  static {
    add(
        Platform.INSTAGRAM,
        "shape and level fitted to 8 published tables, 2020 to 2026, grades A to C (HypeAuditor,"
            + " Statista, trendHERO, Social Cat, CreatorIQ, Markerly); flat above 100,000 after"
            + " HypeAuditor and Social Cat",
        new double[] {1_000, 10_000, 100_000, 1_000_000},
        new double[] {0.064, 0.025, 0.0145, 0.0145});
    add(
        Platform.TIKTOK,
        "shape below 70,000 fitted to Influencer Hero 2024 (grade B); flat above and at twice its"
            + " level: own default, between 1.3% (B), 2.6% (B) and 5.7% (C)",
        new double[] {2_000, 70_000, 1_000_000},
        new double[] {0.039, 0.0135, 0.0135});
    add(
        Platform.YOUTUBE,
        "own default between the mean of CreatorDB, 4.0% (grade B), and medians of 2.9% to 3.2% of"
            + " ranked channels",
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
