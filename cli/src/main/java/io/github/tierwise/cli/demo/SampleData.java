package io.github.tierwise.cli.demo;

import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.CsvText;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.PriceCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A synthetic list: 300 invented accounts whose engagement and prices scatter around the published
 * benchmarks as those of real lists do, with the gaps that real lists have. Nobody in it exists.
 *
 * <p>It is the same, byte for byte, on every machine: {@link Random} and {@link StrictMath} are
 * specified to the last bit.
 */
public final class SampleData {

  /** How many accounts there are in the usual list. */
  public static final int ACCOUNTS = 300;

  private static final long SEED = 20_260_101;

  private static final List<String> TOPICS =
      List.of("beauty", "fashion", "fitness", "food", "gaming", "travel");
  private static final List<String> COUNTRIES = List.of("US", "GB", "DE", "IN", "BR");

  /** From 800 to 30 million followers, the smaller the more. */
  private static final double LOG10_LEAST = StrictMath.log10(800);

  private static final double LOG10_MOST = StrictMath.log10(30e6);
  private static final double TILT = 1.7;

  /** How many accounts in a hundred show engagement that is hard to believe. */
  private static final double IMPLAUSIBLE_SHARE = 0.015;

  private static final double IMPLAUSIBLE_DOUBLINGS = 5;

  private final Random random = new Random(SEED);

  private SampleData() {}

  /** The list as CSV with a header. */
  public static String csv() {
    return csv(ACCOUNTS).toText();
  }

  /** A list of any length that starts like the usual one, to measure with. */
  public static Content csv(int accounts) {
    SampleData sample = new SampleData();
    return CsvText.of(
        lines -> {
          lines.accept(header());
          for (int number = 1; number <= accounts; number++) {
            lines.accept(sample.account(number));
          }
        });
  }

  private static List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of(
                ("username,platform,followers,avg_likes,avg_comments,avg_shares,avg_views,"
                        + "price (USD),clicks,conversions")
                    .split(",", -1)));
    COUNTRIES.forEach(country -> header.add("country:" + country));
    TOPICS.forEach(topic -> header.add("topic:" + topic));
    return header;
  }

  private List<String> account(int number) {
    Platform platform = platform(random.nextDouble());
    double followers = followers();
    // A channel is watched by a fraction of its subscribers, a short video by a multiple.
    double views =
        switch (platform) {
          case YOUTUBE -> followers * power(gaussian() * 1.8 - 3);
          case TIKTOK -> followers * power(gaussian() * 1.6 - 1.5);
          default -> Double.NaN;
        };
    double engagements = power(expectedLog(platform, followers, views) + residual(platform));
    double comments = engagements * 0.02 * power(gaussian());
    double shares = platform == Platform.TIKTOK ? engagements * 0.02 * power(gaussian()) : 0;
    double likes = Math.max(0, engagements - comments - shares);
    List<String> row = new ArrayList<>();
    row.add(String.format(Locale.ROOT, "synthetic-%04d", number));
    row.add(platform.displayName());
    row.add(count(followers));
    boolean hidden = random.nextDouble() < 0.04;
    row.add(hidden ? "" : count(likes));
    row.add(hidden || random.nextDouble() < 0.08 ? "N/A" : count(comments));
    row.add(platform == Platform.TIKTOK ? count(shares) : "");
    row.add(Double.isNaN(views) ? "" : count(views));
    row.add(price(followers));
    conversions(engagements, row);
    shares(COUNTRIES, 0.15, row);
    shares(TOPICS, 0.08, row);
    return row;
  }

  private static Platform platform(double draw) {
    return draw < 0.45 ? Platform.INSTAGRAM : draw < 0.8 ? Platform.TIKTOK : Platform.YOUTUBE;
  }

  private double followers() {
    double draw = StrictMath.pow(random.nextDouble(), TILT);
    return StrictMath.rint(StrictMath.pow(10, LOG10_LEAST + draw * (LOG10_MOST - LOG10_LEAST)));
  }

  private static double expectedLog(Platform platform, double followers, double views) {
    Influencer account =
        Influencer.builder("account", platform).followers(followers).views(views).build();
    return SizeCurve.published(platform, EngagementModels.standard(platform))
        .orElseThrow()
        .expectedLog(account);
  }

  /** Between accounts, in doublings, as on real lists; a few are hard to believe. */
  private double residual(Platform platform) {
    double spread =
        switch (platform) {
          case INSTAGRAM -> 1.2;
          case TIKTOK -> 1.75;
          default -> 1.6;
        };
    double lift = random.nextDouble() < IMPLAUSIBLE_SHARE ? IMPLAUSIBLE_DOUBLINGS : 0;
    return gaussian() * spread + lift;
  }

  /** A third has a quote, around the usual price and within its band. */
  private String price(double followers) {
    double draw = gaussian();
    if (random.nextDouble() > 0.35) {
      return "";
    }
    PriceCurve usual = PriceCurve.published();
    double band = StrictMath.log(usual.band()) / StrictMath.log(2);
    double price = usual.price(followers) * power(Math.max(-band, Math.min(band, draw * 0.9)));
    double step = price < 1_000 ? 10 : 100;
    return count(Math.max(step, StrictMath.rint(price / step) * step));
  }

  /** Four in ten have run a campaign before: about 2% of the clicks converted. */
  private void conversions(double engagements, List<String> row) {
    double clicks = StrictMath.rint(20 + engagements * 0.05 * power(gaussian()));
    double rate = Math.min(0.3, 0.02 * power(gaussian() * 1.2));
    boolean known = random.nextDouble() < 0.4;
    row.add(known ? count(clicks) : "");
    row.add(known ? count(clicks * rate) : "");
  }

  /** Shares of which one or two stand out; together less than one; sometimes unknown. */
  private void shares(List<String> values, double unknown, List<String> row) {
    double[] parts = new double[values.size()];
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = power(gaussian() * 2);
      sum += parts[i];
    }
    double covered = 0.6 + 0.4 * random.nextDouble();
    boolean hidden = random.nextDouble() < unknown;
    for (double part : parts) {
      long percent = (long) StrictMath.floor(100 * covered * part / sum);
      row.add(hidden ? "" : String.format(Locale.ROOT, "0.%02d", percent));
    }
  }

  private static String count(double value) {
    return NumberText.plain(StrictMath.rint(value));
  }

  private static double power(double doublings) {
    return StrictMath.pow(2, doublings);
  }

  /** A standard normal number (Box and Muller 1958). */
  private double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
