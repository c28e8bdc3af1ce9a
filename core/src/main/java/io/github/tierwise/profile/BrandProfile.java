package io.github.tierwise.profile;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a brand answers before it chooses: budget, target audience, size, goal, own social media
 * presence, and what matters to it. Every answer is optional; what each one moves is said by the
 * scorer that is built from it.
 *
 * <pre>{@code
 * BrandProfile brand = BrandProfile.builder()
 *     .budget(5_000, "EUR").size(CompanySize.SME).goal(Goal.SALES)
 *     .topic("vegan", 1.0).audience("country", "DE", 1.0)
 *     .priority(Priority.CONVERSION, 2.0)
 *     .build();
 * }</pre>
 *
 * <p>Instances are immutable, thread-safe and values.
 *
 * @since 0.1.0
 */
public final class BrandProfile implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double budget;
  private final String currency;
  private final transient Optional<CompanySize> size;
  private final transient Optional<Goal> goal;
  private final transient Optional<Boolean> ownPresence;
  private final transient Map<String, Map<String, Double>> targets;
  private final transient Map<Priority, Double> priorities;

  private BrandProfile(Builder builder) {
    budget = builder.budget;
    currency = builder.currency;
    size = builder.size;
    goal = builder.goal;
    ownPresence = builder.ownPresence;
    // Sorted: equal brands must score alike to the last bit.
    targets = AudienceKeys.unmodifiable(AudienceKeys.sorted(builder.targets));
    priorities = Collections.unmodifiableMap(new EnumMap<>(builder.priorities));
  }

  /**
   * Starts a brand that has answered nothing.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A builder that starts from this brand.
   *
   * @return a builder with every answer given here
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.budget = budget;
    builder.currency = currency;
    builder.size = size;
    builder.goal = goal;
    builder.ownPresence = ownPresence;
    builder.targets.putAll(AudienceKeys.copy(targets));
    builder.priorities.putAll(priorities);
    return builder;
  }

  /**
   * What the campaign may cost.
   *
   * @return an amount &gt; 0 in {@link #currency()}, or NaN if not said
   */
  public double budget() {
    return budget;
  }

  /**
   * The currency of the budget, and so of every price.
   *
   * @return a code such as {@code EUR}; empty if no budget was said
   */
  public String currency() {
    return currency;
  }

  /**
   * How large the brand is.
   *
   * @return its size, or empty if not said
   */
  public Optional<CompanySize> size() {
    return size;
  }

  /**
   * What the campaign is for.
   *
   * @return the goal, or empty if not said
   */
  public Optional<Goal> goal() {
    return goal;
  }

  /**
   * Whether the brand is present on social media itself.
   *
   * @return the answer, or empty if not said
   */
  public Optional<Boolean> ownPresence() {
    return ownPresence;
  }

  /**
   * The audience that the brand wants: for each dimension, how much it wants each value.
   *
   * @return an unmodifiable map of lower-case dimensions ({@link Profile#TOPIC} for topics) to
   *     lower-case values to weights in (0, 1], in the order of their names; empty if not said
   */
  public Map<String, Map<String, Double>> targets() {
    return targets;
  }

  /**
   * By how much the brand multiplies the weight of a criterion.
   *
   * @param priority which
   * @return a factor at least 0; 1 if not said
   */
  public double priority(Priority priority) {
    return priorities.getOrDefault(Objects.requireNonNull(priority, "priority"), 1.0);
  }

  /**
   * The priorities that the brand said, to be listed; {@link #priority} has an answer for all.
   *
   * @return an unmodifiable map of criteria, in their order, to factors at least 0; empty if none
   *     was said
   */
  public Map<Priority, Double> priorities() {
    return priorities;
  }

  /** Equal if every answer is equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof BrandProfile that
        && Double.compare(budget, that.budget) == 0
        && currency.equals(that.currency)
        && size.equals(that.size)
        && goal.equals(that.goal)
        && ownPresence.equals(that.ownPresence)
        && targets.equals(that.targets)
        && priorities.equals(that.priorities);
  }

  @Override
  public int hashCode() {
    // Names, not enums: a hash must be the same in every virtual machine.
    return Objects.hash(
        budget,
        currency,
        size.map(Enum::name),
        goal.map(Enum::name),
        ownPresence,
        targets,
        priorities.toString());
  }

  /** The answers in a line, as in {@code SME, sales, 5,000 EUR}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    size.ifPresent(s -> text.append(s == CompanySize.SME ? "SME" : "large corporation"));
    goal.ifPresent(g -> comma(text).append(g.name().toLowerCase(Locale.ROOT)));
    if (!Double.isNaN(budget)) {
      comma(text).append("budget ").append(Text.money(budget, currency));
    }
    ownPresence.ifPresent(p -> comma(text).append(p ? "own presence" : "no own presence"));
    targets.forEach(
        (dimension, cells) ->
            comma(text)
                .append(dimension)
                .append(' ')
                .append(String.join(" or ", cells.keySet().stream().map(Text::code).toList())));
    priorities.forEach(
        (priority, factor) ->
            comma(text).append(priority.label()).append(" x ").append(Text.plain(factor)));
    return text.isEmpty() ? "no answers" : text.toString();
  }

  private static StringBuilder comma(StringBuilder text) {
    return text.isEmpty() ? text : text.append(", ");
  }

  private Object writeReplace() {
    return new Form(
        budget,
        currency,
        size.map(Enum::name).orElse(""),
        goal.map(Enum::name).orElse(""),
        ownPresence.map(Object::toString).orElse(""),
        AudienceKeys.copy(targets),
        new LinkedHashMap<>(priorities));
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("brand must be read through its form");
  }

  /** The serial form: read back through the builder, so that every value is checked. */
  private record Form(
      double budget,
      String currency,
      String size,
      String goal,
      String ownPresence,
      Map<String, Map<String, Double>> targets,
      Map<Priority, Double> priorities)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("brand", this::checked);
    }

    private BrandProfile checked() {
      Builder builder = builder();
      if (!currency.isEmpty()) {
        builder.budget(budget, currency);
      }
      if (!size.isEmpty()) {
        builder.size(CompanySize.valueOf(size));
      }
      if (!goal.isEmpty()) {
        builder.goal(Goal.valueOf(goal));
      }
      if (!ownPresence.isEmpty()) {
        builder.ownPresence(Boolean.parseBoolean(ownPresence));
      }
      targets.forEach(
          (dimension, cells) ->
              cells.forEach((value, weight) -> builder.audience(dimension, value, weight)));
      priorities.forEach(builder::priority);
      return builder.build();
    }
  }

  /**
   * Collects a brand's answers. Not thread-safe; may be used again after building.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private double budget = Double.NaN;
    private String currency = "";
    private Optional<CompanySize> size = Optional.empty();
    private Optional<Goal> goal = Optional.empty();
    private Optional<Boolean> ownPresence = Optional.empty();
    private final Map<String, Map<String, Double>> targets = new LinkedHashMap<>();
    private final EnumMap<Priority, Double> priorities = new EnumMap<>(Priority.class);

    private Builder() {}

    /**
     * What is your budget?
     *
     * @param amount what the campaign may cost, &gt; 0
     * @param currency a code such as {@code EUR}; every price must be in it
     * @return this builder
     * @throws IllegalArgumentException if the amount is not finite and &gt; 0, or the code is blank
     */
    public Builder budget(double amount, String currency) {
      budget = Checks.positive(amount, "budget");
      this.currency = Checks.notBlank(currency, "currency").toUpperCase(Locale.ROOT);
      return this;
    }

    /**
     * Are you an SME or a large corporation?
     *
     * @param size how large the brand is
     * @return this builder
     */
    public Builder size(CompanySize size) {
      this.size = Optional.of(Objects.requireNonNull(size, "size"));
      return this;
    }

    /**
     * What do you want: be seen, be talked about, or sell?
     *
     * @param goal what the campaign is for
     * @return this builder
     */
    public Builder goal(Goal goal) {
      this.goal = Optional.of(Objects.requireNonNull(goal, "goal"));
      return this;
    }

    /**
     * Do you have a social media presence?
     *
     * @param ownPresence whether the brand is present on social media itself
     * @return this builder
     */
    public Builder ownPresence(boolean ownPresence) {
      this.ownPresence = Optional.of(ownPresence);
      return this;
    }

    /**
     * Who is your audience: which topics are you about?
     *
     * @param topic a name, compared without regard to case
     * @param weight how much the brand wants it, in (0, 1]
     * @return this builder
     * @throws IllegalArgumentException if the name is blank or the weight outside (0, 1]
     */
    public Builder topic(String topic, double weight) {
      return audience(Profile.TOPIC, topic, weight);
    }

    /**
     * Who is your audience: whom do you want to reach?
     *
     * @param dimension such as {@code country}, {@code age} or {@code gender}
     * @param value such as {@code DE}, compared without regard to case; a country by its code or
     *     its name in any language, see {@link Profile#countryCode}
     * @param weight how much the brand wants it, in (0, 1]
     * @return this builder
     * @throws IllegalArgumentException if a name is blank or the weight outside (0, 1]
     */
    public Builder audience(String dimension, String value, double weight) {
      AudienceKeys.put(targets, dimension, value, Checks.weight(weight, "weight of " + value));
      return this;
    }

    /**
     * What matters to you?
     *
     * @param priority a criterion
     * @param factor what its default weight is multiplied by; 0 leaves it out
     * @return this builder
     * @throws IllegalArgumentException if the factor is not finite and at least 0
     */
    public Builder priority(Priority priority, double factor) {
      Objects.requireNonNull(priority, "priority");
      priorities.put(priority, Checks.atLeastZero(factor, "priority of " + priority.label()));
      return this;
    }

    /**
     * Builds the brand.
     *
     * @return an immutable brand
     */
    public BrandProfile build() {
      return new BrandProfile(this);
    }
  }
}
