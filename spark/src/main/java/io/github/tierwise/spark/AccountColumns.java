package io.github.tierwise.spark;

import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Output;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a Dataset is what, and which results are appended to it.
 *
 * <pre>{@code
 * AccountColumns columns = AccountColumns.builder()
 *     .measure(Measure.LIKES, "avg_likes")          // else the column likes, if there is one
 *     .audience("country", "DE", "share_germany")
 *     .currency("USD")
 *     .build();
 * }</pre>
 *
 * <p>What is not said is found by its name, if there is such a column: {@code id}, {@code
 * platform}, and every measure by {@link Measure#label()}. Only {@link Measure#LEVEL} and those
 * that belong to it must be said. A measure without a column is unknown, and so is null or NaN in a
 * column.
 *
 * <p>Instances are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class AccountColumns {

  /** What must be said, since it says nothing without its formula. */
  static final Set<Measure> OF_LEVEL =
      Collections.unmodifiableSet(
          EnumSet.of(
              Measure.LEVEL, Measure.LEVEL_VARIANCE, Measure.POST_DEVIATION, Measure.LEVEL_OPEN));

  /** The column of a share of an audience, or of posts. */
  record Share(String dimension, String value, String column) implements Serializable {}

  private final Optional<String> id;
  private final Optional<String> platformColumn;
  private final Optional<Platform> platform;
  private final Map<Measure, String> measures;
  private final List<Share> shares;
  private final String currency;
  private final String levelFormula;
  private final Set<Output> outputs;
  private final String prefix;

  private AccountColumns(Builder builder) {
    id = builder.id;
    platformColumn = builder.platformColumn;
    platform = builder.platform;
    measures = Collections.unmodifiableMap(builder.measures.clone());
    shares = List.copyOf(builder.shares);
    currency = builder.currency;
    levelFormula = builder.levelFormula;
    outputs = Collections.unmodifiableSet(EnumSet.copyOf(builder.outputs));
    prefix = builder.prefix;
  }

  private AccountColumns(AccountColumns other, Set<Output> outputs) {
    id = other.id;
    platformColumn = other.platformColumn;
    platform = other.platform;
    measures = other.measures;
    shares = other.shares;
    currency = other.currency;
    levelFormula = other.levelFormula;
    this.outputs = Collections.unmodifiableSet(EnumSet.copyOf(outputs));
    prefix = other.prefix;
  }

  /** The same columns for other results. */
  AccountColumns withOutputs(Set<Output> others) {
    return new AccountColumns(this, others);
  }

  /**
   * Starts with columns that are found by their names, and with all results but the utilities and
   * the price, whose name the column of quotes has.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  Optional<String> id() {
    return id;
  }

  Optional<String> platformColumn() {
    return platformColumn;
  }

  Optional<Platform> platform() {
    return platform;
  }

  Map<Measure, String> measures() {
    return measures;
  }

  List<Share> shares() {
    return shares;
  }

  String currency() {
    return currency;
  }

  String levelFormula() {
    return levelFormula;
  }

  Set<Output> outputs() {
    return outputs;
  }

  String prefix() {
    return prefix;
  }

  /**
   * Collects what is what. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private Optional<String> platformColumn = Optional.empty();
    private Optional<Platform> platform = Optional.empty();
    private final EnumMap<Measure, String> measures = new EnumMap<>(Measure.class);
    private final List<Share> shares = new ArrayList<>();
    private String currency = "";
    private String levelFormula = "";
    private Set<Output> outputs = EnumSet.complementOf(EnumSet.of(Output.UTILITIES, Output.PRICE));
    private String prefix = "";

    private Builder() {}

    /**
     * Sets the column with the accounts' names, for messages.
     *
     * @param column a column of any type
     * @return this builder
     */
    public Builder id(String column) {
      id = Optional.of(column);
      return this;
    }

    /**
     * Sets the column with the platforms' names, as {@link Platform#named} takes them; null is
     * {@link Platform#OTHER}.
     *
     * @param column a column of texts
     * @return this builder
     */
    public Builder platform(String column) {
      platformColumn = Optional.of(column);
      platform = Optional.empty();
      return this;
    }

    /**
     * Sets the platform of all accounts.
     *
     * @param all where they live
     * @return this builder
     */
    public Builder platform(Platform all) {
      platform = Optional.of(all);
      platformColumn = Optional.empty();
      return this;
    }

    /**
     * Sets the column of a measure.
     *
     * @param measure which; those of the level by {@link #level}
     * @param column a column of numbers, each finite and at least 0, or null or NaN for unknown
     * @return this builder
     * @throws IllegalArgumentException if the measure is one of the level
     */
    public Builder measure(Measure measure, String column) {
      if (OF_LEVEL.contains(Objects.requireNonNull(measure, "measure"))) {
        throw new IllegalArgumentException(
            "measure must be none of a level, whose formula must be said too, was %s: use level"
                .formatted(measure.label()));
      }
      measures.put(measure, Objects.requireNonNull(column, "column"));
      return this;
    }

    /**
     * Sets the columns of the accounts' own levels of engagement, made from their posts by one
     * formula.
     *
     * @param formula the formula by which the posts were counted
     * @param level the column of {@link Measure#LEVEL}
     * @param variance the column of {@link Measure#LEVEL_VARIANCE}
     * @param deviation the column of {@link Measure#POST_DEVIATION}
     * @return this builder
     */
    public Builder level(String formula, String level, String variance, String deviation) {
      levelFormula = Objects.requireNonNull(formula, "formula");
      measures.put(Measure.LEVEL, Objects.requireNonNull(level, "level"));
      measures.put(Measure.LEVEL_VARIANCE, Objects.requireNonNull(variance, "variance"));
      measures.put(Measure.POST_DEVIATION, Objects.requireNonNull(deviation, "deviation"));
      measures.remove(Measure.LEVEL_OPEN);
      return this;
    }

    /**
     * Sets the columns of the accounts' own levels of engagement, made by one formula from posts of
     * which some lack a part.
     *
     * @param formula the formula by which the posts were counted
     * @param level the column of {@link Measure#LEVEL}
     * @param variance the column of {@link Measure#LEVEL_VARIANCE}
     * @param deviation the column of {@link Measure#POST_DEVIATION}
     * @param open the column of {@link Measure#LEVEL_OPEN}; where it is null or NaN, the level is
     *     open by as much as a mean that lacks a part
     * @return this builder
     */
    public Builder level(
        String formula, String level, String variance, String deviation, String open) {
      level(formula, level, variance, deviation);
      measures.put(Measure.LEVEL_OPEN, Objects.requireNonNull(open, "open"));
      return this;
    }

    /**
     * Sets the currency of all prices. Where there is a column of prices, it must be said.
     *
     * @param code such as {@code USD}
     * @return this builder
     */
    public Builder currency(String code) {
      currency = code.strip().toUpperCase(Locale.ROOT);
      return this;
    }

    /**
     * Sets the column that tells how much of each account's posts are about a topic.
     *
     * @param topic a name, compared without regard to case
     * @param column a column of fractions in [0, 1], or null or NaN for unknown
     * @return this builder
     */
    public Builder topic(String topic, String column) {
      return audience(Profile.TOPIC, topic, column);
    }

    /**
     * Sets the column that tells how much of each audience has a value.
     *
     * @param dimension such as {@code country}
     * @param value such as {@code DE}, compared without regard to case
     * @param column a column of fractions in [0, 1], or null or NaN for unknown
     * @return this builder
     */
    public Builder audience(String dimension, String value, String column) {
      shares.add(
          new Share(
              Objects.requireNonNull(dimension, "dimension"),
              Objects.requireNonNull(value, "value"),
              Objects.requireNonNull(column, "column")));
      return this;
    }

    /**
     * Sets which results are appended, instead of all but {@link Output#UTILITIES} and {@link
     * Output#PRICE}. What is not asked for costs nothing.
     *
     * @param first one
     * @param others the others
     * @return this builder
     */
    public Builder outputs(Output first, Output... others) {
      EnumSet<Output> asked = EnumSet.of(first);
      asked.addAll(Arrays.asList(others));
      outputs = asked;
      return this;
    }

    /**
     * Sets what the names of the results begin with, such as {@code tw_}: where the data has
     * columns of their names, and to score one Dataset twice.
     *
     * @param prefix a text, by default empty
     * @return this builder
     */
    public Builder prefix(String prefix) {
      this.prefix = Objects.requireNonNull(prefix, "prefix");
      return this;
    }

    /**
     * Puts it together.
     *
     * @return immutable columns, to be used for any number of Datasets
     */
    public AccountColumns build() {
      return new AccountColumns(this);
    }
  }
}
