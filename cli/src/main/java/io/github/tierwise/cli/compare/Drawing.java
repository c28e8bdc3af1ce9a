package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Axis;
import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Page;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.TierColors;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;
import java.util.Locale;

/** What the pictures of a comparison have in common. */
final class Drawing {

  /** The share of smallest accounts that a picture may leave out. */
  private static final double STRAY = 0.005;

  private Drawing() {}

  /** What ECharts draws, from a file beside this class. */
  static String template(String name) {
    return Page.resource(Drawing.class, name + ".json");
  }

  /** A style of the colour of an answer. */
  static RecordMap fill(TierPolicy policy, Classification answer) {
    return RecordMap.of("color", Chart.color(TierColors.of(policy, answer)));
  }

  static String id(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }

  /** The part of the line of followers that is drawn. */
  record Extent(double min, double max) {

    /** Around nearly all accounts of a platform, and the bounds that matter. */
    static Extent of(Comparison comparison, Platform platform) {
      return of(comparison, platform, 1e3, 1e6);
    }

    /** Around nearly all accounts of a platform. */
    static Extent ofAccounts(Comparison comparison, Platform platform) {
      return of(comparison, platform, Double.MAX_VALUE, 1);
    }

    private static Extent of(Comparison comparison, Platform platform, double from, double to) {
      List<TierStudy.SizeBin> bins = comparison.study().sizes(platform);
      long all = bins.stream().mapToLong(TierStudy.SizeBin::accounts).sum();
      double low = from;
      double high = to;
      long below = 0;
      for (TierStudy.SizeBin bin : bins) {
        below += bin.accounts();
        // A few accounts without followers must not squeeze all others.
        if (below > all * STRAY) {
          low = Math.min(low, Math.max(1, bin.min()));
          high = Math.max(high, bin.max());
        }
      }
      return new Extent(Axis.floor(Math.min(low, high)), Axis.ceil(high));
    }

    /** Its ends, for a template. */
    RecordMap data() {
      return RecordMap.of("min", min).and("max", max);
    }

    /** The number, or the nearest end. */
    double clamp(double followers) {
      return Math.max(min, Math.min(max, followers));
    }

    boolean shows(double from, double to) {
      return clamp(from) < clamp(to);
    }
  }
}
