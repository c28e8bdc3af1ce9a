package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.score.ScoreNotes;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.table.RejectKind;
import io.github.tierwise.score.Score;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A deal and what stands beside it, before it is written in one form or another.
 *
 * @param input the name of the input
 * @param fingerprints the SHA-256 hash of each file that was read
 * @param rejected why rows could not be read
 * @param brand what the brand answered, in words
 * @param tiers whose tiers they are
 * @param deal whom to back
 * @param sides one celebrity, and nano and micro accounts alone, for the same budget
 * @param bestSize the size of an average account that scores best, if that can be told
 * @param ruled whether rules hold for the deal that do not hold for those two: who must be in it,
 *     or how many of a tier
 * @param asked the accounts that were asked about
 * @param frontier how the deal changes with the budget, if that was asked
 */
public record PlanResult(
    String input,
    List<String> fingerprints,
    List<RejectKind> rejected,
    String brand,
    TierPolicy tiers,
    Deal deal,
    Frontier.Step sides,
    Optional<Frontier.BestPost> bestSize,
    boolean ruled,
    List<Asked> asked,
    Optional<Frontier> frontier) {

  /**
   * An account that was asked about.
   *
   * @param whyNot why it is not in the deal
   * @param entryPrice the price at which it would come in, unknown if none is known
   */
  public record Asked(Explanation whyNot, Estimate entryPrice) {}

  private static final String CONVERSIONS = "conversions";

  /** Flags that the figures tell anyway. */
  private static final Set<String> SAID =
      Set.of(Score.Flag.PRICE_ESTIMATED, Score.Flag.AUDIENCE_ASSUMED);

  static final String NOBODY = "nobody";
  static final String ONE = "one celebrity";
  static final String SMALL = "nano and micro alone";

  private static final double LEAST_SHARE = 0.001;

  static final String RULED =
      "One celebrity, and nano and micro alone, keep to the budget and the number of people, not to"
          + " who must be there or how many of a tier.";
  static final String LEADS = "most comes from ";
  static final String CELEBRITY_AHEAD = "one celebrity alone brings more than nano and micro alone";

  /** Without other budgets. */
  public PlanResult alone() {
    return new PlanResult(
        input,
        fingerprints,
        rejected,
        brand,
        tiers,
        deal,
        sides,
        bestSize,
        ruled,
        asked,
        Optional.empty());
  }

  /** Why accounts that were asked about are not in the deal. */
  List<Explanation> whyNot() {
    return asked.stream().map(Asked::whyNot).toList();
  }

  String money(double amount) {
    return NumberText.money(amount, deal.currency());
  }

  /** What a deal brings: people are whole, conversions may be few. */
  String count(double value) {
    return ofConversions() && value < 100 ? NumberText.tenth(value) : NumberText.count(value);
  }

  /** What a set of accounts brings. */
  String value(Frontier.Option option) {
    return option.people().isEmpty() ? NOBODY : count(option.value());
  }

  /** The same in three digits: more would pretend. */
  String about(double value) {
    return count(digits(value, 1000));
  }

  /** From every post at the low end of its range to every one at the high end. */
  String aboutRange(Estimate value) {
    return about(value.low()) + " to " + about(value.high());
  }

  /** A part of what the deal brings; the least parts do not matter. */
  static String share(double share) {
    return share > 0 && share < LEAST_SHARE ? "<0.1%" : NumberText.percent(share);
  }

  /** Whether conversions are counted, and not people. */
  boolean ofConversions() {
    return deal.unit().equals(CONVERSIONS);
  }

  /** What a person alone brings, before it is known how much of it is wanted. */
  Estimate brings(Deal.Person person) {
    return ofConversions() ? person.forecast().conversions() : person.forecast().engagedAudience();
  }

  /** A range in words; empty if unknown. */
  String range(Estimate estimate) {
    return estimate.isKnown() ? count(estimate.low()) + " to " + count(estimate.high()) : "";
  }

  /** What to do, in a sentence without a full stop. */
  String headline() {
    return deal.people().isEmpty()
        ? nobody()
        : "back %s for %s of %s: %s"
            .formatted(
                deal.people().size() == 1
                    ? "one account"
                    : "these " + NumberText.of(deal.people().size(), "account"),
                money(deal.cost()),
                money(deal.budget()),
                mix(deal.mix()));
  }

  /** Why nobody can be chosen: the budget is to blame only for those whom it cannot pay. */
  private String nobody() {
    boolean tooDear = deal.leftOut().containsKey(Score.Flag.PRICE_ABOVE_BUDGET);
    return tooDear || deal.leftOut().isEmpty()
        ? "nobody can be chosen with " + money(deal.budget())
        : "nobody can be chosen, whatever the budget: "
            + ScoreNotes.reasons(new TreeMap<>(deal.leftOut()));
  }

  /** How much of what the deal brings is of the target audience by assumption alone. */
  String assumed() {
    double share =
        deal.people().stream()
            .filter(
                person ->
                    person.flags().stream()
                        .anyMatch(flag -> flag.code().equals(Score.Flag.AUDIENCE_ASSUMED)))
            .mapToDouble(Deal.Person::partOfValue)
            .sum();
    return share > 0
        ? "; that they are of the target audience is assumed of %s of them, of whom nothing tells"
            .formatted(NumberText.percent(Math.min(1, share)))
        : "";
  }

  /** A text as a sentence. */
  static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  List<Deal.Person> unquoted() {
    return deal.people().stream().filter(person -> !person.quoted()).toList();
  }

  /** How sure the cost is. */
  String prices() {
    List<Deal.Person> unquoted = unquoted();
    if (unquoted.isEmpty()) {
      return "all prices are quotes";
    }
    return "%s; once all are quotes it may be %s to %s in all%s"
        .formatted(
            estimated(unquoted),
            money(deal.costRange().low()),
            money(deal.costRange().high()),
            deal.costRange().high() > deal.budget() ? ", beyond the budget at the high end" : "");
  }

  private String estimated(List<Deal.Person> unquoted) {
    int all = deal.people().size();
    if (unquoted.size() == all) {
      return all == 1 ? "the price is an estimate" : "all prices are estimates";
    }
    double sum = unquoted.stream().mapToDouble(Deal.Person::price).sum();
    return "%d of %s %s, %s of the cost"
        .formatted(
            unquoted.size(),
            NumberText.of(all, "price"),
            unquoted.size() == 1 ? "is an estimate" : "are estimates",
            NumberText.percent(sum / deal.cost()));
  }

  /** How sure it is that nobody else would be better. */
  String choice() {
    return deal.exact()
        ? "the best possible by these prices and forecasts; " + deal.method()
        : "at most %s below the best possible by these prices and forecasts; %s"
            .formatted(NumberText.percent(deal.gap()), deal.method());
  }

  /** Whom to look at before signing, and why. */
  List<String> looks() {
    List<String> looks = new ArrayList<>();
    for (Deal.Person person : deal.people()) {
      List<String> flags =
          person.flags().stream()
              .filter(flag -> !SAID.contains(flag.code()))
              .map(Score.Flag::text)
              .toList();
      if (!flags.isEmpty()) {
        looks.add(person.id() + ": " + String.join("; ", flags));
      }
    }
    return looks;
  }

  /** The rule of thumb beside the deal. */
  Optional<String> rule() {
    return bestSize.map(
        best ->
            "by score, which weighs the cost of one post against all that the brand asks for, an account that does just as well as its size lets expect is best with about %s followers; its post costs %s, %s of the budget. The deal counts something else, what the whole budget brings, and may so choose other sizes"
                .formatted(
                    NumberText.count(digits(best.followers(), 100)),
                    money(best.price()),
                    NumberText.percent(best.partOfBudget())));
  }

  /** What changes at which budget: who brings most, who is always there, who beats whom. */
  static Map<Double, List<String>> changes(Frontier frontier) {
    Map<Double, List<String>> changes = new TreeMap<>();
    String before = "";
    for (Frontier.Step change : frontier.changes()) {
      String lead = change.best().lead();
      if (!lead.equals(before)) {
        put(changes, change.budget(), lead.isEmpty() ? "nobody can be chosen" : LEADS + lead);
      }
      before = lead;
    }
    // What comes with the greatest budget alone proves nothing.
    double last = frontier.steps().get(frontier.steps().size() - 1).budget();
    Map<Double, List<String>> tiers = new TreeMap<>();
    frontier
        .stays()
        .forEach(
            (tier, budget) -> {
              if (budget < last) {
                tiers.computeIfAbsent(budget, key -> new ArrayList<>()).add(tier);
              }
            });
    tiers.forEach(
        (budget, names) -> put(changes, budget, String.join(", ", names) + " in every deal"));
    double since = Double.NaN;
    Map<Double, Frontier.Step> steps = new TreeMap<>();
    frontier.steps().forEach(step -> steps.put(step.budget(), step));
    frontier.changes().forEach(step -> steps.put(step.budget(), step));
    for (Frontier.Step step : steps.values()) {
      boolean ahead = step.celebrity().value() > step.micro().value();
      since = ahead ? Double.isNaN(since) ? step.budget() : since : Double.NaN;
    }
    if (since <= last) {
      put(changes, since, CELEBRITY_AHEAD);
    }
    return changes;
  }

  private static void put(Map<Double, List<String>> changes, double budget, String text) {
    changes.computeIfAbsent(budget, key -> new ArrayList<>()).add(text);
  }

  /** Where changes may be that are not told. */
  static String between(Frontier frontier) {
    return frontier.exact()
        ? "Every change of the mix is told, those between the budgets of the table too."
        : "Other budgets than those of the table were not tried: a change may come up to one row"
            + " earlier.";
  }

  static String mix(Map<String, Integer> mix) {
    List<String> parts = new ArrayList<>();
    mix.forEach((tier, count) -> parts.add(count + " " + tier));
    return parts.isEmpty() ? NOBODY : String.join(", ", parts);
  }

  /** The part of the value that the leading tier brings. */
  static String lead(Frontier.Option option) {
    return option.people().isEmpty()
        ? ""
        : option.lead()
            + " "
            + NumberText.percent(option.partsOfValue().getOrDefault(option.lead(), 0.0));
  }

  private static double digits(double value, double below) {
    double unit = 1;
    while (value >= unit * below) {
      unit *= 10;
    }
    return unit == 1 ? value : StrictMath.rint(value / unit) * unit;
  }
}
