package io.github.tierwise.files.accounts;

import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a row says of an account; the same object is every row in turn. */
final class AccountRow {

  private static final Measure[] MEASURES = Measure.values();

  private String id = "";
  private Platform platform = Platform.OTHER;
  private final double[] measures = new double[MEASURES.length];
  private String currency = "";
  private String levelFormula = "";
  private final List<AudienceShare> dimensions;
  private final double[] shares;
  private final Map<AudienceShare, Double> others = new LinkedHashMap<>();
  private final Map<String, List<String>> labels = new LinkedHashMap<>();

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
    levelFormula = "";
    Arrays.fill(shares, Double.NaN);
    others.clear();
    labels.values().forEach(List::clear);
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

  /** The formula of which the level is; empty if there is none. */
  String levelFormula() {
    return levelFormula;
  }

  void setLevelFormula(String formula) {
    levelFormula = formula;
  }

  /** The currency of the price; empty if no price is known. */
  String currency() {
    return currency;
  }

  void setPrice(double price, String code) {
    set(Measure.PRICE, price);
    currency = code;
  }

  /** How many shares a row may have a column for. */
  int shareCount() {
    return shares.length;
  }

  /** A share, by its position among those that a row may have. */
  double share(int position) {
    return shares[position];
  }

  void setShare(int position, double share) {
    shares[position] = share + 0.0;
  }

  /** Shares that a cell gives together, not a column each. */
  Map<AudienceShare, Double> others() {
    return others;
  }

  void addShare(AudienceShare share, double part) {
    others.merge(share.normal(), part + 0.0, Double::sum);
  }

  /** Forgets shares that exclude each other if they are more than there can be. */
  boolean forgetShares(int[] positions, double most) {
    double sum = 0;
    for (int i : positions) {
      sum += Double.isNaN(shares[i]) ? 0 : shares[i];
    }
    if (sum <= most) {
      return false;
    }
    for (int i : positions) {
      shares[i] = Double.NaN;
    }
    return true;
  }

  /** Different values of a dimension in lower case, by dimension. */
  Map<String, List<String>> labels() {
    return labels;
  }

  void addLabel(String dimension, String label) {
    List<String> known = labels.computeIfAbsent(dimension, key -> new ArrayList<>());
    String key = label.strip().toLowerCase(Locale.ROOT);
    if (!key.isEmpty() && !known.contains(key)) {
      known.add(key);
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
    others.forEach((share, part) -> account.audience(share.dimension(), share.value(), part));
    labels.forEach((dimension, of) -> of.forEach(label -> account.label(dimension, label)));
    return account.build();
  }
}
