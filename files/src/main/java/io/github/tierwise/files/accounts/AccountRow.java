package io.github.tierwise.files.accounts;

import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a row says of an account; the same object is every row in turn. */
final class AccountRow {

  static final String COUNTRY = "country";

  private static final Measure[] MEASURES = Measure.values();

  private String id = "";
  private Platform platform = Platform.OTHER;
  private final double[] measures = new double[MEASURES.length];
  private String currency = "";
  private final List<AudienceShare> dimensions;
  private final double[] shares;
  private final List<String> countries = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();

  /**
   * A row.
   *
   * @param shares the shares that a row may have, each once
   */
  AccountRow(List<AudienceShare> shares) {
    dimensions = shares;
    this.shares = new double[shares.size()];
  }

  /** Forgets the row before. */
  void start(String id, Platform platform) {
    this.id = id;
    this.platform = platform;
    Arrays.fill(measures, Double.NaN);
    currency = "";
    Arrays.fill(shares, Double.NaN);
    countries.clear();
    topics.clear();
  }

  String id() {
    return id;
  }

  Platform platform() {
    return platform;
  }

  double get(Measure measure) {
    return measures[measure.ordinal()];
  }

  void set(Measure measure, double value) {
    // Adding zero turns a negative zero into zero.
    measures[measure.ordinal()] = value + 0.0;
  }

  /** The currency of the price; empty if no price is known. */
  String currency() {
    return currency;
  }

  void setPrice(double price, String code) {
    set(Measure.PRICE, price);
    currency = code;
  }

  /** A share, by its position among those that a row may have. */
  double share(int position) {
    return shares[position];
  }

  void setShare(int position, double share) {
    shares[position] = share + 0.0;
  }

  /** Different countries in lower case. */
  List<String> countries() {
    return countries;
  }

  /** Different topics in lower case. */
  List<String> topics() {
    return topics;
  }

  void addCountry(String country) {
    add(country, countries);
  }

  void addTopic(String topic) {
    add(topic, topics);
  }

  private static void add(String label, List<String> labels) {
    String key = label.strip().toLowerCase(Locale.ROOT);
    if (!labels.contains(key)) {
      labels.add(key);
    }
  }

  /** The row as an account that may be kept. */
  Influencer toInfluencer() {
    Influencer.Builder account = Influencer.builder(id, platform);
    for (Measure measure : MEASURES) {
      account.set(measure, get(measure));
    }
    if (!currency.isEmpty()) {
      account.price(get(Measure.PRICE), currency);
    }
    for (int i = 0; i < shares.length; i++) {
      account.audience(dimensions.get(i).dimension(), dimensions.get(i).value(), shares[i]);
    }
    countries.forEach(country -> account.label(COUNTRY, country));
    topics.forEach(topic -> account.label(Profile.TOPIC, topic));
    return account.build();
  }
}
