package io.github.tierwise.deal;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The accounts to back with a budget, what they cost and bring, and how far that may be from the
 * best possible.
 *
 * <p>Instances are immutable, thread-safe and values; they are serializable if the scorer is. What
 * is read back is planned again, so that no stream can claim a better deal. {@link
 * DealPlanner#plan} makes them.
 *
 * @since 0.1.0
 */
public final class Deal implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * One account of a deal.
   *
   * @param id the account
   * @param tier its tier by the scorer's definition
   * @param price what its post costs in the brand's currency
   * @param quoted whether the price is a quote; else it is estimated
   * @param forecast what its post will bring and cost
   * @param fit how much of its audience is the one that is wanted, in [0, 1]
   * @param partOfValue its part of the deal's value; those of a deal sum to 1, and what several
   *     have in common counts for each in equal parts
   * @param flags what else to know, such as engagement that is hard to believe
   * @since 0.1.0
   */
  public record Person(
      String id,
      Classification tier,
      double price,
      boolean quoted,
      Forecast forecast,
      double fit,
      double partOfValue,
      List<Score.Flag> flags)
      implements Serializable {

    /**
     * Copies the list.
     *
     * @param id the account
     * @param tier its tier
     * @param price what its post costs
     * @param quoted whether the price is a quote
     * @param forecast what its post will bring and cost
     * @param fit how much of its audience is the one that is wanted
     * @param partOfValue its part of the deal's value
     * @param flags what else to know
     */
    public Person {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(tier, "tier");
      Objects.requireNonNull(forecast, "forecast");
      flags = Checks.listOf(Score.Flag.class, flags);
    }

    /** As in {@code ana, micro: 350 quoted, 1,130 engaged, 41% of the value}. */
    @Override
    public String toString() {
      return "%s, %s: %s %s, %s engaged, %s of the value"
          .formatted(
              id,
              tier.label(),
              Text.count(price),
              quoted ? "quoted" : "estimated",
              Text.count(StrictMath.rint(forecast.engagedAudience().value())),
              Text.percent(partOfValue));
    }
  }

  /**
   * What one sponsored post of one account will bring and cost. The ranges are those of the
   * <em>next post</em>, which scatters around the account's level; how well the level itself is
   * known is another matter and belongs to scores.
   *
   * <p>Nothing here rises with followers but the cost: the audience comes from the account's own
   * level alone, not drawn towards what its size lets expect, so that bought followers do not pay
   * in a deal either. Without peers the 90% interval covers 89.9% of the newest posts of 1,786
   * accounts on TikTok, 92.2% of 629 and 83.3% of 60 on Instagram, which the level foretells with a
   * mean error of 0.346, 0.126 and 0.282 in log10 units (the table of {@code docs/foretelling.md}).
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param id the account
   * @param engagedAudience how many people engage with the post once it has aged: the median with a
   *     90% interval; unknown if the account's engagements are
   * @param engagedAudienceSource where that comes from, in words
   * @param conversions how many purchases or sign-ups follow, with a conservative range: both the
   *     clicks and the conversion rate at the ends of their 90% intervals, and counting error;
   *     unknown if earlier clicks or conversions are
   * @param conversionsSource where that comes from, in words
   * @param cost what the post costs in the brand's currency: a quote has no range, an estimate has
   *     the band of usual prices; unknown if neither is known
   * @param costSource where that comes from, in words
   * @param quoted whether the cost is a quote and not an estimate
   * @since 0.1.0
   */
  public record Forecast(
      String id,
      Estimate engagedAudience,
      String engagedAudienceSource,
      Estimate conversions,
      String conversionsSource,
      Estimate cost,
      String costSource,
      boolean quoted)
      implements Serializable {

    /**
     * Checks that everything is said.
     *
     * @param id the account
     * @param engagedAudience how many people engage
     * @param engagedAudienceSource where that comes from
     * @param conversions how many purchases or sign-ups follow
     * @param conversionsSource where that comes from
     * @param cost what the post costs
     * @param costSource where that comes from
     * @param quoted whether the cost is a quote
     */
    public Forecast {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(engagedAudience, "engagedAudience");
      Objects.requireNonNull(engagedAudienceSource, "engagedAudienceSource");
      Objects.requireNonNull(conversions, "conversions");
      Objects.requireNonNull(conversionsSource, "conversionsSource");
      Objects.requireNonNull(cost, "cost");
      Objects.requireNonNull(costSource, "costSource");
    }

    /** The same account if it asked for so much. */
    Forecast withCost(Estimate asked) {
      return new Forecast(
          id,
          engagedAudience,
          engagedAudienceSource,
          conversions,
          conversionsSource,
          asked,
          "quoted",
          true);
    }
  }

  final transient Shortlist shortlist;
  final transient Rules rules;
  private final transient Solver.Solution solution;
  private final transient Choice choice;
  private final transient List<Person> people;
  private final Estimate costRange;
  private final Estimate value;
  private final double bound;
  private final boolean exact;
  private final String method;

  /** What was asked: each takes as long as many deals. */
  private final transient Map<String, EntryPrice> entryPrices = new ConcurrentHashMap<>();

  Deal(Shortlist shortlist, Rules rules) {
    this.shortlist = shortlist;
    this.rules = rules;
    Solver solver = new Solver(shortlist.problem, rules);
    solution = solver.solve();
    choice = solution.choice();
    List<Person> list = new ArrayList<>();
    long low = 0;
    long high = 0;
    for (int i : choice.members()) {
      Shortlist.Candidate candidate = shortlist.choosable.get(i);
      Forecast forecast = candidate.forecast();
      low = Money.sum(low, Money.price(forecast.cost().low()));
      high = Money.sum(high, Money.price(forecast.cost().high()));
      list.add(
          new Person(
              candidate.id(),
              candidate.score().tier(),
              Money.amount(shortlist.problem.cost[i]),
              forecast.quoted(),
              forecast,
              candidate.fit(),
              choice.partOfValue(i),
              flags(candidate.score())));
    }
    list.sort(Comparator.comparingDouble(Person::partOfValue).reversed().thenComparing(Person::id));
    people = List.copyOf(list);
    double cost = Money.amount(choice.cost);
    costRange =
        new Estimate(cost, Math.min(Money.amount(low), cost), Math.max(Money.amount(high), cost));
    value = shortlist.range(choice);
    bound = shortlist.problem.people(solution.bound());
    exact = solution.exact();
    method = method(solver);
  }

  /** What the score tells, and whether the audience that is wanted is only assumed. */
  private static List<Score.Flag> flags(Score score) {
    if (DealPlanner.audienceFit(score).filter(Score.Contribution::assumed).isEmpty()) {
      return score.flags();
    }
    List<Score.Flag> flags = new ArrayList<>(score.flags());
    flags.add(
        new Score.Flag(
            Score.Flag.AUDIENCE_ASSUMED,
            "nothing is known of its audience, half of which is taken for the one that is wanted"));
    return List.copyOf(flags);
  }

  private String method(Solver solver) {
    int free = solver.free().length;
    if (exact) {
      return "proven by branch and bound over " + Text.of(free, "account");
    }
    String found =
        "the best of three lazy greedy orders over "
            + Text.of(free, "account")
            + ", improved by swaps and by a branch and bound that was cut short";
    if (rules.budgetOnly()) {
      return found
          + "; at least 31.6% of the best possible by theorem (Leskovec et al. 2007: a budget"
          + " alone)";
    }
    if (rules.noQuotas() && solver.budgetBuysAny()) {
      return found
          + "; at least 63.2% of the best possible by theorem (Nemhauser, Wolsey and Fisher 1978: a"
          + " number of people alone)";
    }
    return found + "; no theorem covers these rules, the bound holds nevertheless";
  }

  /**
   * Who to back.
   *
   * @return an unmodifiable list, the greatest part of the value first; empty if nobody can be
   *     chosen
   */
  public List<Person> people() {
    return people;
  }

  /**
   * What the deal may cost.
   *
   * @return the budget in {@link #currency()}
   */
  public double budget() {
    return Money.amount(rules.budget());
  }

  /**
   * The currency of every amount.
   *
   * @return a code such as {@code EUR}
   */
  public String currency() {
    return shortlist.currency();
  }

  /**
   * What the deal costs, by quotes and estimated prices.
   *
   * @return an amount, never above the budget
   */
  public double cost() {
    return costRange.value();
  }

  /**
   * What the deal may cost once every estimated price has become a quote: a conservative range, the
   * sums of all low and of all high ends of the bands of usual prices.
   *
   * @return the cost with its range; without a range of its own if all prices are quotes
   */
  public Estimate costRange() {
    return costRange;
  }

  /**
   * What is left of the budget.
   *
   * @return an amount, at least 0
   */
  public double left() {
    return Money.amount(rules.budget() - choice.cost);
  }

  /**
   * What the deal brings, in {@link #unit()}: each account at the median of its next post, each
   * person counted once. The range is conservative: all posts at the low, and all at the high end
   * of their 90% intervals.
   *
   * @return a number of people or conversions with its range
   */
  public Estimate value() {
    return value;
  }

  /**
   * What is counted.
   *
   * @return words such as {@code engaged people}
   */
  public String unit() {
    return shortlist.unit();
  }

  /**
   * What no deal within the rules can exceed.
   *
   * @return a number at least that of {@link #value()}
   */
  public double bound() {
    return bound;
  }

  /**
   * How far the value may be below the best possible.
   *
   * @return {@code 1 - value / bound}: 0 if no better deal exists, 0.031 if this one is within 3.1%
   */
  public double gap() {
    return exact ? 0 : 1 - value.value() / bound;
  }

  /**
   * Whether no better deal exists, by these forecasts and prices.
   *
   * @return true if that is proven
   */
  public boolean exact() {
    return exact;
  }

  /**
   * How the deal was found, and which theorem holds for it under which condition.
   *
   * @return a sentence without a full stop
   */
  public String method() {
    return method;
  }

  /**
   * How many accounts of each tier are in the deal.
   *
   * @return the source's own labels, in the order of the definition
   */
  public Map<String, Integer> mix() {
    return shortlist.mix(choice);
  }

  /**
   * How many candidates cannot be chosen, whatever they are worth.
   *
   * @return the number of accounts by a short fixed name of the reason, such as {@code
   *     too-few-engagements}
   */
  public Map<String, Long> leftOut() {
    return Map.copyOf(
        shortlist.candidates.values().stream()
            .flatMap(candidate -> candidate.obstacle().stream())
            .collect(Collectors.groupingBy(Score.Flag::code, Collectors.counting())));
  }

  /**
   * Why an account is not in the deal: the rule that keeps it out, or the swap that would bring it
   * in and what that would cost; and at which price it would come in, as {@link #entryPrice} tells.
   *
   * @param id of a candidate
   * @return the change of value with the account, as the difference of two deals; 0 with the reason
   *     if a rule keeps it out; its part of the value if it is in the deal
   * @throws IllegalArgumentException if there is no such candidate
   */
  public Explanation whyNot(String id) {
    Shortlist.Candidate candidate = candidate(id);
    Explanation why = whyNot(candidate);
    return why.withText(why.label(), why.note() + "; " + entry(candidate).words());
  }

  private Shortlist.Candidate candidate(String id) {
    Shortlist.Candidate candidate = shortlist.candidates.get(Objects.requireNonNull(id, "id"));
    if (candidate == null) {
      throw new IllegalArgumentException("id must be one of the candidates', was " + id);
    }
    return candidate;
  }

  private Explanation whyNot(Shortlist.Candidate candidate) {
    String id = candidate.id();
    if (candidate.obstacle().isPresent()) {
      return Explanation.given(id, 0, "cannot be chosen: " + candidate.obstacle().get().text());
    }
    int i = shortlist.place(id);
    if (choice.chosen[i]) {
      double part = choice.partOfValue(i);
      return Explanation.given(
          id,
          part,
          "is in the deal, with %s of its value%s"
              .formatted(Text.percent(part), rules.forces(i) ? "; it must be" : ""));
    }
    Rules with = rules.withForced(i);
    Optional<String> conflict = shortlist.conflict(with);
    if (conflict.isPresent()) {
      return Explanation.given(id, 0, "no deal with it keeps the rules: " + conflict.get());
    }
    Choice other = new Solver(shortlist.problem, with).near(choice.chosen, i);
    double worth = shortlist.problem.people(other.value);
    return Explanation.of(
        "change of value with " + id,
        Operation.DIFFERENCE,
        swap(id, i, other, worth),
        List.of(
            Explanation.given(
                "value with " + id,
                worth,
                "for " + Text.money(Money.amount(other.cost), currency())),
            Explanation.given(
                "value of this deal", value.value(), "for " + Text.money(cost(), currency()))));
  }

  /**
   * The greatest price at which the best deal has an account: the price at which it would come in,
   * or, if it is in, up to which it would stay. All else is unchanged: its forecast, fit, tier and
   * gates, none of which hangs on its price.
   *
   * <p>Planned again with the account at that price or less, an exact deal has it. Above {@link
   * Estimate#high()} no best deal has it. Between the two, which differ seldom, there is a best
   * deal with it and one without, or, with more than 25 accounts that can be chosen, the search for
   * a proof was cut short. The price is exact to the thousandth of the currency where the deals
   * with and without the account are proven; a search looks at 50,000 sets at the most at each of
   * about thirty prices, and goes to the end with up to 25 accounts that can be chosen.
   *
   * @param id of a candidate
   * @return the price, from 0 on; unknown if at no price, or none is known: {@link #whyNot} says
   *     which
   * @throws IllegalArgumentException if there is no such candidate
   */
  public Estimate entryPrice(String id) {
    return entry(candidate(id)).price();
  }

  private EntryPrice entry(Shortlist.Candidate candidate) {
    return entryPrices.computeIfAbsent(candidate.id(), id -> searched(candidate));
  }

  private EntryPrice searched(Shortlist.Candidate candidate) {
    boolean choosable = candidate.obstacle().isEmpty();
    if (!choosable && !DealPlanner.isOfPrice(candidate.obstacle().get())) {
      return EntryPrice.never("");
    }
    if (!shortlist.worth(candidate).isKnown()) {
      return EntryPrice.never(": what it brings is unknown");
    }
    Shortlist free;
    try {
      free = shortlist.withFree(candidate);
    } catch (IllegalArgumentException e) {
      // Of one whom nobody can pay no overlap was asked before.
      return EntryPrice.never(": " + e.getMessage());
    }
    int i = free.place(candidate.id());
    Rules same =
        rules.forcing(
            IntStream.of(rules.forced())
                .map(each -> free.place(shortlist.choosable.get(each).id()))
                .toArray());
    Rules with = same.forces(i) ? same : same.withForced(i);
    Optional<String> conflict = free.conflict(with);
    if (conflict.isPresent()) {
      return EntryPrice.never(choosable ? "" : ": " + conflict.get());
    }
    boolean isIn = choosable && choice.chosen[i];
    Problem barred = free.problem.withCost(i, rules.budget() + 1);
    EntryPrice.Without without;
    if (choosable && !isIn) {
      without = new EntryPrice.Without(solution);
    } else if (new Solver(barred, same).leastBudget() > rules.budget()) {
      without = EntryPrice.Without.NOBODY;
    } else {
      without = new EntryPrice.Without(new Solver(barred, same).solve());
    }
    return EntryPrice.of(free, with, without, isIn ? "stays in" : "would come in");
  }

  private String swap(String id, int in, Choice other, double worth) {
    List<String> leave = new ArrayList<>();
    List<String> come = new ArrayList<>(List.of(id));
    for (int i = 0; i < choice.chosen.length; i++) {
      if (choice.chosen[i] && !other.chosen[i]) {
        leave.add(shortlist.choosable.get(i).id());
      } else if (!choice.chosen[i] && other.chosen[i] && i != in) {
        come.add(shortlist.choosable.get(i).id());
      }
    }
    String change =
        other.value > choice.value
            ? "worth %s more, which the search had not found"
                .formatted(Text.percent(worth / value.value() - 1))
            : other.value == choice.value
                ? "worth the same; of equal deals the cheaper is taken, then the first by id"
                : "worth %s less".formatted(Text.percent(1 - worth / value.value()));
    return "%s would come%s: %s"
        .formatted(
            listed(come), leave.isEmpty() ? "" : ", " + listed(leave) + " would leave", change);
  }

  private static String listed(List<String> ids) {
    int shown = ids.size() > 6 ? 5 : ids.size();
    String names = String.join(", ", ids.subList(0, shown));
    return shown < ids.size() ? "%s and %d others".formatted(names, ids.size() - shown) : names;
  }

  /** Equal if candidates, forecasts, overlaps and rules are equal: then every answer is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Deal that
        && rules.equals(that.rules)
        && shortlist.isLike(that.shortlist);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rules, shortlist.candidates.keySet(), value);
  }

  private Object writeReplace() {
    return new Form(
        shortlist.scorer,
        shortlist.value,
        new ArrayList<>(shortlist.candidates.values()),
        new ArrayList<>(shortlist.known),
        shortlist.universe,
        rules);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("deal must be read through its form");
  }

  /** The serial form: planned again when it is read. */
  private record Form(
      Scorer scorer,
      DealPlanner.Value value,
      List<Shortlist.Candidate> candidates,
      List<Coverage.Overlap<String>> known,
      double universe,
      Rules rules)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("deal", this::checked);
    }

    private Deal checked() {
      Checks.require(universe > 0, () -> "universe must be > 0, was " + Text.plain(universe));
      Shortlist read =
          new Shortlist(
              Objects.requireNonNull(scorer, "scorer"),
              Objects.requireNonNull(value, "value"),
              Checks.listOf(Shortlist.Candidate.class, candidates),
              List.copyOf(known),
              universe);
      IntStream.of(rules.forced()).forEach(i -> Objects.checkIndex(i, read.choosable.size()));
      read.conflict(rules)
          .ifPresent(
              conflict -> {
                throw new IllegalArgumentException(conflict);
              });
      return new Deal(read, rules);
    }
  }

  /** Who to back, what it costs and brings, and how sure that is, in lines. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Person person : people) {
      text.append(
          "%-24s %-12s %14s %-9s %14s engaged  %5s of the value%n"
              .formatted(
                  person.id(),
                  person.tier().label(),
                  Text.money(person.price(), currency()),
                  person.quoted() ? "quoted" : "estimated",
                  Text.count(StrictMath.rint(person.forecast().engagedAudience().value())),
                  Text.percent(person.partOfValue())));
    }
    text.append(
        "%s for %s of %s, %s left\n"
            .formatted(
                Text.of(people.size(), "account"),
                Text.money(cost(), currency()),
                Text.money(budget(), currency()),
                Text.money(left(), currency())));
    text.append(
        "%s %s (%s to %s), %s\n"
            .formatted(
                Text.count(StrictMath.rint(value.value())),
                unit(),
                Text.count(StrictMath.rint(value.low())),
                Text.count(StrictMath.rint(value.high())),
                exact ? "the best possible" : "within " + Text.percent(gap()) + " of the best"));
    return text.toString().replace("\r\n", "\n");
  }
}
