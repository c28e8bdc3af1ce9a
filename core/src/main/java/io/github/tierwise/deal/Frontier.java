package io.github.tierwise.deal;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the best deal changes with the budget: at which budgets another mix of tiers becomes best,
 * and what one celebrity and many small accounts bring for the same money. More budget is never
 * worth less.
 *
 * <p>Instances are immutable, thread-safe and values; they are serializable if the scorer is.
 * {@link DealPlanner#frontier(List, double, double)} makes them.
 *
 * @since 0.1.0
 */
public final class Frontier implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Accounts that a budget buys.
   *
   * @param people their ids, in order; empty if nobody can be bought
   * @param mix how many of each tier, by the definition's labels in its order
   * @param partsOfValue the part of the value that each of these tiers brings, in the same order;
   *     they sum to 1, and what several accounts have in common counts for each in equal parts
   * @param lead the tier that brings most of the value; empty if nobody can be bought
   * @param value what they bring, in {@link Frontier#unit()}
   * @param range the same, from all their forecasts at the low end to all at the high end, as in
   *     {@link Deal#value()}
   * @param cost what they cost
   * @since 0.1.0
   */
  public record Option(
      List<String> people,
      Map<String, Integer> mix,
      Map<String, Double> partsOfValue,
      String lead,
      double value,
      Estimate range,
      double cost)
      implements Serializable {

    /**
     * Copies list and maps and checks that each of the people has a tier.
     *
     * @param people their ids
     * @param mix how many of each tier
     * @param partsOfValue the part of the value that each of these tiers brings
     * @param lead the tier that brings most of the value
     * @param value what they bring
     * @param range the same with its range
     * @param cost what they cost
     * @throws IllegalArgumentException if the mix does not add up to the people
     */
    public Option {
      people = Checks.listOf(String.class, people);
      mix = Checks.inOrder(mix);
      partsOfValue = Checks.inOrder(partsOfValue);
      int tiered = mix.values().stream().mapToInt(Integer::intValue).sum();
      int all = people.size();
      Checks.require(
          tiered == all, () -> "mix must add up to %d people, was %d".formatted(all, tiered));
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(range, "range");
    }

    /** As in {@code 3 micro, 1 macro}. */
    @Override
    public String toString() {
      return people.isEmpty()
          ? "nobody"
          : mix.entrySet().stream()
              .map(each -> each.getValue() + " " + each.getKey())
              .collect(Collectors.joining(", "));
    }
  }

  /**
   * The answers for one budget.
   *
   * @param budget what may be spent
   * @param best the best deal that keeps the planner's rules
   * @param gap how far its value may be below the best possible, as in {@link Deal#gap()}
   * @param celebrity the best single account of the common tiers macro and mega
   * @param micro the best deal with accounts of the common tiers nano and micro alone, within the
   *     budget and the number of people; the planner's other rules do not hold for it
   * @since 0.1.0
   */
  public record Step(double budget, Option best, double gap, Option celebrity, Option micro)
      implements Serializable {

    /**
     * Checks that everything is said.
     *
     * @param budget what may be spent
     * @param best the best deal
     * @param gap how far its value may be below the best possible
     * @param celebrity the best single account of the large tiers
     * @param micro the best deal with accounts of the small tiers
     */
    public Step {
      Objects.requireNonNull(best, "best");
      Objects.requireNonNull(celebrity, "celebrity");
      Objects.requireNonNull(micro, "micro");
    }
  }

  /**
   * The size of account that scores best among those that do exactly as well as their size lets
   * expect: macro or micro in closed form.
   *
   * @param followers how many followers it has
   * @param price what its post usually costs
   * @param partOfBudget the price as a part of the budget; where neither the least price nor the
   *     end of a scale decides, it is {@code (1 + slope) / (6 · ln 10 · exponent) · (weight of
   *     engaged audience / weight of cost)}, with the slope of the size curve and the exponent of
   *     usual prices (0.119 · … for the published ones)
   * @since 0.1.0
   */
  public record BestPost(double followers, double price, double partOfBudget)
      implements Serializable {}

  private static final int MOST_LEADS = 12;

  private final transient List<Step> steps;
  private final transient List<Step> changes;
  private final boolean exact;
  private final String unit;
  private final String currency;
  private final BestSize bestSize;

  Frontier(
      List<Step> steps,
      List<Step> changes,
      boolean exact,
      String unit,
      String currency,
      BestSize bestSize) {
    this.steps = Checks.listOf(Step.class, steps);
    this.changes = Checks.listOf(Step.class, changes);
    this.exact = exact;
    this.unit = Objects.requireNonNull(unit, "unit");
    this.currency = Objects.requireNonNull(currency, "currency");
    this.bestSize = Objects.requireNonNull(bestSize, "bestSize");
  }

  /**
   * The answers for budgets evenly spaced by ratio, from the least with which the planner's rules
   * can be kept.
   *
   * @return an unmodifiable list by rising budget
   */
  public List<Step> steps() {
    return steps;
  }

  /**
   * The budgets from which on the best deal has accounts of other tiers than just below, or another
   * tier leads. If {@link #exact()}, these are all such budgets, to the thousandth; else those of
   * {@link #steps()}.
   *
   * @return an unmodifiable list by rising budget; the first is the first step
   */
  public List<Step> changes() {
    return changes;
  }

  /**
   * Whether every deal is the best possible and every change is there.
   *
   * @return true with up to 25 accounts that can be chosen, unless their trade-offs are too many
   */
  public boolean exact() {
    return exact;
  }

  /**
   * What is counted.
   *
   * @return words such as {@code engaged people}
   */
  public String unit() {
    return unit;
  }

  /**
   * The currency of every amount.
   *
   * @return a code such as {@code EUR}
   */
  public String currency() {
    return currency;
  }

  /**
   * The budgets from which on a tier stays in the best deal, up to the greatest budget.
   *
   * @return the budget for each label of a tier, lowest first
   */
  public Map<String, Double> stays() {
    Map<String, Double> since = new LinkedHashMap<>();
    for (Step change : changes) {
      since.keySet().retainAll(change.best().mix().keySet());
      change.best().mix().keySet().forEach(tier -> since.putIfAbsent(tier, change.budget()));
    }
    return Collections.unmodifiableMap(since);
  }

  /**
   * The size of account that scores best, for average accounts and one budget. It is about one post
   * and all of the brand's priorities, where a deal is about value alone.
   *
   * @param budget what the brand may spend, &gt; 0
   * @return the size, on a grid of 50 steps a tenfold from 100 to 100 million followers, on the
   *     platform where most candidates live, that the budget buys; empty if it buys none, the brand
   *     leaves cost or engaged audience out, or no curve of rates or prices is known
   * @throws IllegalArgumentException if the budget is not finite and &gt; 0
   */
  public Optional<BestPost> bestPost(double budget) {
    return bestSize.at(budget);
  }

  /** Equal if steps and changes are equal, and so the scorers behind {@link #bestPost} by text. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Frontier that
        && steps.equals(that.steps)
        && changes.equals(that.changes)
        && exact == that.exact
        && unit.equals(that.unit)
        && currency.equals(that.currency)
        && bestSize.equals(that.bestSize);
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps, changes, exact, unit, currency);
  }

  private Object writeReplace() {
    return new Form(
        new ArrayList<>(steps), new ArrayList<>(changes), exact, unit, currency, bestSize);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("frontier must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  private record Form(
      List<Step> steps,
      List<Step> changes,
      boolean exact,
      String unit,
      String currency,
      BestSize bestSize)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read(
          "frontier", () -> new Frontier(steps, changes, exact, unit, currency, bestSize));
    }
  }

  /** The steps and the changes in lines. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%14s  %-34s %12s %12s %12s%n"
            .formatted(
                "budget " + currency,
                "best deal",
                unit.startsWith("engaged") ? "engaged" : unit,
                "celebrity",
                "micro"));
    for (Step step : steps) {
      text.append(
          "%14s  %-34s %12s %12s %12s%s%n"
              .formatted(
                  Text.count(step.budget()),
                  step.best(),
                  Text.count(StrictMath.rint(step.best().value())),
                  Text.count(StrictMath.rint(step.celebrity().value())),
                  Text.count(StrictMath.rint(step.micro().value())),
                  step.gap() == 0 ? "" : "  within " + Text.percent(step.gap())));
    }
    String before = "";
    int told = 0;
    for (Step change : changes) {
      String lead = change.best().lead();
      if (!lead.equals(before) && ++told <= MOST_LEADS) {
        text.append(
            "from %s: most of it from %s%n".formatted(Text.money(change.budget(), currency), lead));
      }
      before = lead;
    }
    if (told > MOST_LEADS) {
      text.append("and %d more changes%n".formatted(told - MOST_LEADS));
    }
    return text.toString().replace("\r\n", "\n");
  }
}
