package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Page;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
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

  /** The colour of an answer. */
  static String token(Classification answer) {
    if (answer instanceof Tier tier) {
      return Comparison.word(tier.common());
    }
    return Comparison.cannotTell(answer) ? "untold" : "none";
  }

  /** A style of that colour. */
  static RecordMap fill(Classification answer) {
    return RecordMap.of("color", Chart.color(token(answer)));
  }

  /** The colour of a text on that colour. */
  static RecordMap ink(String token) {
    return Chart.color(token.equals("micro") || token.equals("mega") ? "on-dark" : "on-light");
  }

  static String id(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The part of the line of followers that is drawn: powers of ten around nearly all accounts of a
   * platform and the bounds that matter.
   */
  record Extent(double min, double max) {

    static Extent of(Comparison comparison, Platform platform) {
      List<TierStudy.SizeBin> bins = comparison.study().sizes(platform);
      long all = bins.stream().mapToLong(TierStudy.SizeBin::accounts).sum();
      double low = 1e3;
      double high = 1e6;
      long below = 0;
      for (TierStudy.SizeBin bin : bins) {
        below += bin.accounts();
        // A few accounts without followers must not squeeze all others.
        if (below > all * STRAY) {
          low = Math.min(low, Math.max(1, bin.min()));
          high = Math.max(high, bin.max());
        }
      }
      return new Extent(floor(low), ceil(high));
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

  /** The power of ten at or below. */
  static double floor(double value) {
    return Math.pow(10, Math.floor(Math.log10(value)));
  }

  /** The power of ten at or above. */
  static double ceil(double value) {
    return Math.pow(10, Math.ceil(Math.log10(value)));
  }
}
