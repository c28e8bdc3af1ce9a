package io.github.tierwise.profile;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * One account that a brand may back. What is not said is unknown, never zero.
 *
 * <pre>{@code
 * Influencer ana = Influencer.builder("ana", Platform.INSTAGRAM)
 *     .followers(48_000).likes(1_080).comments(72)
 *     .topic("vegan", 0.8).audience("country", "DE", 0.62)
 *     .price(350, "EUR")
 *     .build();
 * }</pre>
 *
 * <p>Instances are immutable, thread-safe and values: they may be kept, sent and compared.
 *
 * @since 0.1.0
 */
public final class Influencer implements Profile, Serializable {

  private static final long serialVersionUID = 1L;
  private static final Measure[] MEASURES = Measure.values();

  /** A level without its error, or without its formula, would be taken for more than it is. */
  private static final Set<Measure> LEVEL =
      EnumSet.of(Measure.LEVEL, Measure.LEVEL_VARIANCE, Measure.POST_DEVIATION);

  private final String id;
  private final Platform platform;
  private final double[] measures;
  private final String currency;
  private final String levelFormula;
  private final transient Map<String, Map<String, Double>> audience;
  private final transient AudienceTable audienceTable;
  private final transient Map<String, List<String>> labels;

  private Influencer(Builder builder) {
    id = builder.id;
    platform = builder.platform;
    measures = builder.measures.clone();
    if (Double.isNaN(measures[Measure.ENGAGEMENTS.ordinal()])) {
      measures[Measure.ENGAGEMENTS.ordinal()] =
          Checks.countOrUnknown(
              builder.engagementRate * measures[Measure.FOLLOWERS.ordinal()],
              "engagementRate x followers");
    }
    currency = Double.isNaN(measures[Measure.PRICE.ordinal()]) ? "" : builder.currency;
    boolean whole = LEVEL.stream().noneMatch(part -> Double.isNaN(measures[part.ordinal()]));
    levelFormula = whole ? builder.levelFormula : "";
    if (levelFormula.isEmpty()) {
      LEVEL.forEach(part -> measures[part.ordinal()] = Double.NaN);
      measures[Measure.LEVEL_OPEN.ordinal()] = Double.NaN;
    }
    // In the order of names: equal accounts are listed alike, and add up to the same bits.
    audience = AudienceKeys.sorted(builder.audience);
    audienceTable = AudienceTable.of(audience);
    labels = new TreeMap<>();
    builder.labels.forEach((dimension, values) -> labels.put(dimension, List.copyOf(values)));
  }

  /**
   * Starts an account of which nothing but name and platform is known.
   *
   * @param id the account's name or handle, not blank
   * @param platform where it lives
   * @return a builder
   * @throws IllegalArgumentException if {@code id} is blank
   */
  public static Builder builder(String id, Platform platform) {
    return new Builder(Checks.notBlank(id, "id"), Objects.requireNonNull(platform, "platform"));
  }

  /**
   * A builder that starts from this account.
   *
   * @return a builder with everything that is known here
   */
  public Builder toBuilder() {
    Builder builder = new Builder(id, platform);
    System.arraycopy(measures, 0, builder.measures, 0, measures.length);
    builder.currency = currency;
    builder.levelFormula = levelFormula;
    builder.audience.putAll(AudienceKeys.copy(audience));
    labels.forEach((dimension, values) -> builder.labels.put(dimension, new ArrayList<>(values)));
    return builder;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Platform platform() {
    return platform;
  }

  @Override
  public double get(Measure measure) {
    return measures[measure.ordinal()];
  }

  @Override
  public String currency() {
    return currency;
  }

  @Override
  public String levelFormula() {
    return levelFormula;
  }

  @Override
  public double audience(String dimension, String value) {
    return audienceTable.get(dimension, value);
  }

  @Override
  public double knownAudience(String dimension) {
    Map<String, Double> cells = audience.get(AudienceKeys.sought(dimension));
    return cells == null ? Double.NaN : AudienceKeys.sum(cells.values());
  }

  @Override
  public List<String> labels(String dimension) {
    return labels.getOrDefault(AudienceKeys.sought(dimension), List.of());
  }

  @Override
  public boolean hasLabel(String dimension, String value) {
    return labels(dimension).contains(AudienceKeys.sought(value));
  }

  @Override
  public boolean hasLabels(String dimension) {
    return !labels(dimension).isEmpty();
  }

  /**
   * This account without the fields that the other lacks: what both know of, with this one's
   * numbers. It tells a change of the account from a change of what is known about it.
   *
   * @param other the account whose gaps are taken over
   * @return an account that knows at most what {@code other} knows
   */
  public Influencer withGapsOf(Influencer other) {
    Builder builder = toBuilder();
    for (Measure measure : MEASURES) {
      if (Double.isNaN(other.get(measure))) {
        builder.measures[measure.ordinal()] = Double.NaN;
      }
    }
    builder.audience.forEach(
        (dimension, cells) ->
            cells.keySet().removeIf(value -> Double.isNaN(other.audience(dimension, value))));
    builder.audience.values().removeIf(Map::isEmpty);
    builder.labels.keySet().removeIf(dimension -> other.labels(dimension).isEmpty());
    // Of a row of columns shares may be more than all, and nothing is added here.
    return builder.buildUnchecked();
  }

  /**
   * What is known of this account.
   *
   * @return names such as {@code likes}, {@code country de} or {@code topic}, in a fixed order
   */
  public List<String> knownFields() {
    List<String> fields = new ArrayList<>();
    knownMeasures().forEach(measure -> fields.add(measure.label()));
    audience.forEach(
        (dimension, cells) -> cells.keySet().forEach(value -> fields.add(dimension + " " + value)));
    fields.addAll(labels.keySet());
    return fields;
  }

  /**
   * Every fraction of the audience (or of the posts) that is known, to be listed; {@link
   * #audience(String, String)} finds one.
   *
   * @return an unmodifiable map, made anew, of lower-case dimensions ({@link Profile#TOPIC} for
   *     topics) to lower-case values to fractions in [0, 1], in the order of their names; empty if
   *     none are known
   */
  public Map<String, Map<String, Double>> audience() {
    // Wrapped when asked for: an account that is kept is smaller without.
    return AudienceKeys.unmodifiable(audience);
  }

  /**
   * Every value that a source gives without a fraction, to be listed; {@link #labels(String)} finds
   * those of a dimension.
   *
   * @return an unmodifiable map of lower-case dimensions, in the order of their names, to
   *     lower-case values, in the order in which they were given; empty if none are known
   */
  public Map<String, List<String>> labels() {
    return Collections.unmodifiableMap(labels);
  }

  /** Equal if everything that is known is equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Influencer that
        && id.equals(that.id)
        && platform == that.platform
        && Arrays.equals(measures, that.measures)
        && currency.equals(that.currency)
        && levelFormula.equals(that.levelFormula)
        && audience.equals(that.audience)
        && labels.equals(that.labels);
  }

  @Override
  public int hashCode() {
    // The platform's name: a hash must be the same in every virtual machine.
    return Objects.hash(
        id, platform.name(), Arrays.hashCode(measures), currency, levelFormula, audience, labels);
  }

  /** The name and what is known, as in {@code ana (Instagram: followers 48,000, likes 1,080)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(id).append(" (").append(platform.displayName());
    String separator = ": ";
    for (Measure measure : knownMeasures()) {
      double value = get(measure);
      String number = measure == Measure.PRICE ? Text.money(value, currency) : Text.count(value);
      text.append(separator).append(measure.label()).append(' ').append(number);
      separator = ", ";
    }
    return text.append(')').toString();
  }

  private List<Measure> knownMeasures() {
    return Arrays.stream(MEASURES).filter(measure -> !Double.isNaN(get(measure))).toList();
  }

  private Object writeReplace() {
    // By name, so that a measure more or another order changes no stream.
    Map<String, Double> known = new LinkedHashMap<>();
    knownMeasures().forEach(measure -> known.put(measure.name(), get(measure)));
    return new Form(
        id,
        platform,
        known,
        currency,
        levelFormula,
        AudienceKeys.copy(audience),
        new LinkedHashMap<>(labels));
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("influencer must be read through its form");
  }

  /** The serial form: read back through the builder, so that every value is checked. */
  private record Form(
      String id,
      Platform platform,
      Map<String, Double> measures,
      String currency,
      String levelFormula,
      Map<String, Map<String, Double>> audience,
      Map<String, List<String>> labels)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("influencer", this::checked);
    }

    private Influencer checked() {
      Builder builder = builder(id, platform);
      measures.forEach((name, number) -> builder.set(Measure.valueOf(name), number));
      if (!currency.isEmpty()) {
        builder.price(builder.measures[Measure.PRICE.ordinal()], currency);
      }
      builder.levelFormula = Objects.requireNonNull(levelFormula, "levelFormula");
      audience.forEach(
          (dimension, cells) ->
              cells.forEach((value, fraction) -> builder.audience(dimension, value, fraction)));
      labels.forEach(
          (dimension, values) -> values.forEach(value -> builder.label(dimension, value)));
      return builder.build();
    }
  }

  /**
   * Collects what is known of an account. Not thread-safe; may be used again after building.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final String id;
    private final Platform platform;
    private final double[] measures = new double[MEASURES.length];
    private double engagementRate = Double.NaN;
    private String currency = "";
    private String levelFormula = "";
    private final Map<String, Map<String, Double>> audience = new LinkedHashMap<>();
    private final Map<String, List<String>> labels = new LinkedHashMap<>();

    private Builder(String id, Platform platform) {
      this.id = id;
      this.platform = platform;
      Arrays.fill(measures, Double.NaN);
    }

    /**
     * Sets a number of the account.
     *
     * @param measure which; for {@link Measure#PRICE} say the currency with {@link #price} too, for
     *     {@link Measure#LEVEL} use {@link #level}
     * @param value a finite number at least 0, or NaN for unknown
     * @return this builder
     * @throws IllegalArgumentException if {@code value} is negative or infinite
     */
    public Builder set(Measure measure, double value) {
      Objects.requireNonNull(measure, "measure");
      measures[measure.ordinal()] = Checks.countOrUnknown(value, measure.label());
      return this;
    }

    /**
     * Sets the number of followers.
     *
     * @param followers accounts that follow this one, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder followers(double followers) {
      return set(Measure.FOLLOWERS, followers);
    }

    /**
     * Sets the number of posts behind the means.
     *
     * @param posts a number of posts, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder posts(double posts) {
      return set(Measure.POSTS, posts);
    }

    /**
     * Sets the mean number of likes.
     *
     * @param likes likes per post, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder likes(double likes) {
      return set(Measure.LIKES, likes);
    }

    /**
     * Sets the mean number of comments.
     *
     * @param comments comments per post, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder comments(double comments) {
      return set(Measure.COMMENTS, comments);
    }

    /**
     * Sets the mean number of shares.
     *
     * @param shares shares per post, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder shares(double shares) {
      return set(Measure.SHARES, shares);
    }

    /**
     * Sets the mean number of saves.
     *
     * @param saves saves per post, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder saves(double saves) {
      return set(Measure.SAVES, saves);
    }

    /**
     * Sets the mean number of views.
     *
     * @param views views per post, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder views(double views) {
      return set(Measure.VIEWS, views);
    }

    /**
     * Sets the mean number of all interactions, where their parts are not known.
     *
     * @param engagements interactions per post, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder engagements(double engagements) {
      return set(Measure.ENGAGEMENTS, engagements);
    }

    /**
     * Sets the engagements through a rate by followers. The rate becomes a count when the account
     * is built: from then on the count is what is known, so more followers do not bring more
     * engagements with them. It is used where followers are known and {@link #engagements} are not.
     *
     * @param rate a fraction such as 0.024 for 2.4%, at least 0 (small accounts exceed 1), or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder engagementRate(double rate) {
      engagementRate = Checks.countOrUnknown(rate, "engagementRate");
      return this;
    }

    /**
     * Sets the clicks of earlier campaigns.
     *
     * @param clicks a number in all, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder clicks(double clicks) {
      return set(Measure.CLICKS, clicks);
    }

    /**
     * Sets the conversions of earlier campaigns.
     *
     * @param conversions a number in all, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the value is negative or infinite
     */
    public Builder conversions(double conversions) {
      return set(Measure.CONVERSIONS, conversions);
    }

    /**
     * Sets the quoted price of one sponsored post.
     *
     * @param amount an amount, at least 0, or NaN
     * @param currency a code such as {@code EUR}
     * @return this builder
     * @throws IllegalArgumentException if the amount is negative or infinite, or the code blank
     */
    public Builder price(double amount, String currency) {
      this.currency = Checks.notBlank(currency, "currency").toUpperCase(java.util.Locale.ROOT);
      return set(Measure.PRICE, amount);
    }

    /**
     * Sets the account's own level of engagement, made from its posts. It takes the place of the
     * means for a model of the same formula, and of no other.
     *
     * @param formula the formula of the engagement model that the posts were counted by
     * @param level the binary logarithm of 1 + the engagements of a typical post, at least 0
     * @param variance how uncertain the level is, in units of the deviation squared, at least 0
     * @param deviation the standard deviation of a post around the level, in doublings, at least 0
     * @return this builder
     * @throws IllegalArgumentException if the formula is blank or a number negative or infinite
     */
    public Builder level(String formula, double level, double variance, double deviation) {
      return level(formula, level, variance, deviation, 0);
    }

    /**
     * Sets the account's own level of engagement, made from posts of which some lack a part.
     *
     * @param formula the formula of the engagement model that the posts were counted by
     * @param level the binary logarithm of 1 + the engagements of a typical post, at least 0
     * @param variance how uncertain the level is, in units of the deviation squared, at least 0
     * @param deviation the standard deviation of a post around the level, in doublings, at least 0
     * @param open by how many doublings the level may be higher, since interactions of some posts
     *     are unknown, at least 0; 0 if all that count are known
     * @return this builder
     * @throws IllegalArgumentException if the formula is blank or a number negative or infinite
     */
    public Builder level(
        String formula, double level, double variance, double deviation, double open) {
      levelFormula = Checks.notBlank(formula, "formula");
      set(Measure.LEVEL, level);
      set(Measure.LEVEL_VARIANCE, variance);
      set(Measure.POST_DEVIATION, deviation);
      return set(Measure.LEVEL_OPEN, open);
    }

    /**
     * Sets how much of the account's posts are about a topic.
     *
     * @param topic a name, compared without regard to case
     * @param fraction a fraction in [0, 1], or NaN
     * @return this builder
     * @throws IllegalArgumentException if the name is blank or the fraction outside [0, 1]
     */
    public Builder topic(String topic, double fraction) {
      return audience(TOPIC, topic, fraction);
    }

    /**
     * Sets how much of the audience has a value.
     *
     * @param dimension such as {@code country}, {@code age} or {@code gender}
     * @param value such as {@code DE}, {@code 18-24} or {@code female}, without regard to case; a
     *     country by its code or its name in any language, see {@link Profile#countryCode}
     * @param fraction a fraction in [0, 1], or NaN
     * @return this builder
     * @throws IllegalArgumentException if a name is blank or the fraction outside [0, 1]
     */
    public Builder audience(String dimension, String value, double fraction) {
      double checked = Checks.fractionOrUnknown(fraction, "share of " + value);
      if (!Double.isNaN(checked)) {
        AudienceKeys.put(audience, dimension, value, checked);
      }
      return this;
    }

    /**
     * Adds a value that a source gives without a fraction, such as its category or main country.
     *
     * @param dimension such as {@code country}, or {@link Profile#TOPIC} for a category
     * @param value such as {@code DE}, compared without regard to case; a country by its code or
     *     its name in any language, see {@link Profile#countryCode}
     * @return this builder
     * @throws IllegalArgumentException if a name is blank
     */
    public Builder label(String dimension, String value) {
      String dimensionKey = AudienceKeys.key(dimension, "dimension");
      String key = AudienceKeys.value(dimensionKey, value, "value");
      List<String> values = labels.computeIfAbsent(dimensionKey, d -> new ArrayList<>());
      if (!values.contains(key)) {
        values.add(key);
      }
      return this;
    }

    /**
     * Builds the account.
     *
     * @return an immutable account
     * @throws IllegalArgumentException if the shares of a dimension other than {@link
     *     Profile#TOPIC} are above 1.02 together
     */
    public Influencer build() {
      audience.forEach(
          (dimension, cells) ->
              AudienceKeys.checkSum(
                  dimension, cells.values().stream().mapToDouble(share -> share).sum(), id));
      return new Influencer(this);
    }

    /** Builds an account of columns, whose numbers are the caller's and stay as they are. */
    Influencer buildUnchecked() {
      return new Influencer(this);
    }
  }
}
