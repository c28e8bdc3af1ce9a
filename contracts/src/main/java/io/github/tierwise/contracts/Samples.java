package io.github.tierwise.contracts;

import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Made-up accounts that a contract is checked on: ordinary ones, edges, and accounts with gaps. The
 * same seed gives the same accounts on every Java. They are synthetic; no figure is anybody's.
 *
 * @since 0.1.0
 */
public final class Samples {

  /** Followers at which published definitions and curves bend, and the ends of the scale. */
  private static final double[] EDGES = {
    0,
    1,
    2,
    29,
    30,
    999,
    1_000,
    1_001,
    9_999,
    10_000,
    49_999,
    50_000,
    99_999,
    100_000,
    499_999,
    500_000,
    999_999,
    1_000_000,
    5_000_000,
    123_456_789,
    1e9
  };

  private static final String[] COUNTRIES = {"us", "de", "gb", "fr", "br", "ng"};
  private static final String[] LANGUAGES = {"en", "de", "es", "fr"};
  private static final String[] AGES = {"13-17", "18-24", "25-34", "35-44", "45-54", "55+"};
  private static final String[] TOPICS = {"vegan", "beauty", "gaming", "music", "sports"};

  /** What the audience of the accounts is told by, and the values that occur. */
  static final Map<String, List<String>> SHARES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "country",
                  List.of(COUNTRIES),
                  "language",
                  List.of(LANGUAGES),
                  "age",
                  List.of(AGES),
                  "gender",
                  List.of("female", "male"),
                  Profile.TOPIC,
                  List.of(TOPICS))));

  private static final Platform[] COMMON = {Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE};

  private Samples() {}

  /**
   * Makes accounts whose prices are in US dollars.
   *
   * <p>Of some of their audiences shares are known by {@code country} (us, de, gb, fr, br, ng),
   * {@code language} (en, de, es, fr), {@code age} (13-17, 18-24, 25-34, 35-44, 45-54, 55+) and
   * {@code gender} (female, male), of their posts by {@code topic} (vegan, beauty, gaming, music,
   * sports). A criterion that asks for something else needs accounts of its own.
   *
   * @param seed the same seed gives the same accounts
   * @param count how many, at least 0
   * @return an unmodifiable list: first an account of which nothing is known, then edges, then for
   *     each measure an account of which it alone is unknown, one of which it alone is known, one
   *     with none and one with 1,000 times as much as would be usual, then random ones of which
   *     about a third have gaps
   * @throws IllegalArgumentException if {@code count} is negative
   */
  public static List<Influencer> of(long seed, int count) {
    return of(seed, count, "USD");
  }

  /**
   * The same accounts with prices in another currency: the same numbers.
   *
   * @param seed the same seed gives the same accounts
   * @param count how many, at least 0
   * @param currency the code of the prices' currency
   * @return an unmodifiable list
   * @throws IllegalArgumentException if {@code count} is negative or the code is blank
   */
  public static List<Influencer> of(long seed, int count, String currency) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0, was " + count);
    }
    Random random = new Random(seed);
    List<Influencer> samples = new ArrayList<>();
    samples.add(Influencer.builder("nothing-known", Platform.OTHER).build());
    for (int i = 1; i <= EDGES.length; i++) {
      samples.add(account("edge-" + i, EDGES[i - 1], COMMON[i % COMMON.length], currency, random));
    }
    // What was made of posts is whole or not there at all.
    samples.add(all("without-level", currency).set(Measure.LEVEL, Double.NaN).build());
    for (Measure measure : Measure.values()) {
      if (measure.compareTo(Measure.LEVEL) < 0) {
        addVaried(measure, currency, samples);
      }
    }
    if (samples.size() > count) {
      return List.copyOf(samples.subList(0, count));
    }
    for (int i = samples.size(); i < count; i++) {
      // From 1 to about 300 million, the same number of accounts in each decade.
      double followers = Math.floor(StrictMath.exp(random.nextDouble() * 19.5));
      Platform platform =
          random.nextInt(10) == 0
              ? Platform.values()[random.nextInt(Platform.values().length)]
              : COMMON[random.nextInt(COMMON.length)];
      Influencer account = account("random-" + i, followers, platform, currency, random);
      samples.add(i % 3 == 0 ? withGaps(account, random) : account);
    }
    return List.copyOf(samples);
  }

  /** An account of which everything is known. */
  private static Influencer.Builder all(String id, String currency) {
    return Influencer.builder(id, Platform.INSTAGRAM)
        .followers(48_000)
        .posts(24)
        .likes(1_080)
        .comments(72)
        .shares(31)
        .saves(110)
        .views(21_000)
        .engagements(1_293)
        .clicks(400)
        .conversions(12)
        .price(350, currency)
        .level(EngagementModels.standard(Platform.INSTAGRAM).formula(), 10.2, 0.3, 1.1)
        .audience("country", "us", 0.4)
        .audience("country", "gb", 0.2)
        .topic("vegan", 0.6);
  }

  /** Accounts of which everything is known but one measure, or it alone, or none or much of it. */
  private static void addVaried(Measure measure, String currency, List<Influencer> samples) {
    String name = measure.label();
    double usual = all(name, currency).build().get(measure);
    Influencer.Builder only = all("only-" + name, currency);
    for (Measure other : Measure.values()) {
      if (other != measure) {
        only.set(other, Double.NaN);
      }
    }
    samples.add(all("without-" + name, currency).set(measure, Double.NaN).build());
    samples.add(only.build());
    samples.add(all("no-" + name, currency).set(measure, 0).build());
    samples.add(all("mostly-" + name, currency).set(measure, 1_000 * usual).build());
  }

  private static Influencer account(
      String id, double followers, Platform platform, String currency, Random random) {
    // A rate that falls with size, with the scatter of real accounts: about 1.5 doublings.
    double rate =
        0.06
            * StrictMath.pow((followers + 100) / 1_000, -0.2)
            * StrictMath.pow(2, 1.5 * random.nextGaussian());
    double likes = Math.floor(followers * rate);
    double clicks = Math.floor(likes * random.nextDouble() * 0.2);
    Influencer.Builder builder =
        Influencer.builder(id, platform)
            .followers(followers)
            .posts(1 + random.nextInt(60))
            .likes(likes)
            .comments(Math.floor(likes * 0.1 * random.nextDouble()))
            .shares(Math.floor(likes * 0.05 * random.nextDouble()))
            .saves(Math.floor(likes * 0.05 * random.nextDouble()))
            .views(Math.floor(likes * (5 + 30 * random.nextDouble())))
            .clicks(clicks)
            .conversions(Math.floor(clicks * 0.08 * random.nextDouble()))
            .price(Math.floor(40 + followers * 0.01 * random.nextDouble()), currency);
    double home = random.nextDouble();
    builder.audience("country", COUNTRIES[random.nextInt(2)], home);
    builder.audience("country", COUNTRIES[2 + random.nextInt(4)], (1 - home) / 2);
    if (random.nextBoolean()) {
      builder.audience("language", LANGUAGES[random.nextInt(LANGUAGES.length)], home);
    }
    if (random.nextBoolean()) {
      // All of the ages, or the young alone.
      int bands = random.nextBoolean() ? AGES.length : 2;
      for (int band = 0; band < bands; band++) {
        builder.audience("age", AGES[band], random.nextDouble() / AGES.length);
      }
    }
    if (random.nextBoolean()) {
      double female = random.nextDouble();
      builder.audience("gender", "female", female).audience("gender", "male", 1 - female);
    }
    if (random.nextBoolean()) {
      builder.topic(TOPICS[random.nextInt(TOPICS.length)], random.nextDouble());
    } else {
      builder.label(Profile.TOPIC, TOPICS[random.nextInt(TOPICS.length)]);
    }
    if (random.nextInt(4) == 0) {
      // As if its posts had been read.
      builder.level(
          EngagementModels.standard(platform).formula(),
          StrictMath.log(1 + likes * random.nextDouble()) / StrictMath.log(2),
          0.1 + random.nextDouble(),
          0.3 + random.nextDouble(),
          random.nextInt(3) == 0 ? random.nextDouble() : 0);
    }
    return builder.build();
  }

  private static Influencer withGaps(Influencer account, Random random) {
    Influencer.Builder builder = account.toBuilder();
    for (Measure measure : Measure.values()) {
      if (random.nextInt(3) == 0) {
        builder.set(measure, Double.NaN);
      }
    }
    if (random.nextInt(3) == 0) {
      // A source that gives a total instead of its parts.
      builder
          .likes(Double.NaN)
          .comments(Double.NaN)
          .engagements(Math.floor(1_000 * random.nextDouble()));
    }
    return builder.build();
  }
}
