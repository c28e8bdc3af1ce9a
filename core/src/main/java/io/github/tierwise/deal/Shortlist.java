package io.github.tierwise.deal;

import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All candidates with their forecasts, and those that can be chosen as a problem to solve. */
final class Shortlist {

  /** More people than this is a mistake; sums stay finite. */
  private static final double MOST_PEOPLE = 1e12;

  /**
   * An account that was looked at.
   *
   * @param fit how much of its audience is the one that is wanted
   * @param obstacle why it cannot be chosen
   */
  record Candidate(
      String id, Score score, Forecast forecast, double fit, Optional<Score.Flag> obstacle)
      implements Serializable {

    private Object writeReplace() {
      return new CandidateForm(id, score, forecast, fit, obstacle.map(List::of).orElse(List.of()));
    }

    /** The serial form, since an optional value has none. */
    private record CandidateForm(
        String id, Score score, Forecast forecast, double fit, List<Score.Flag> obstacle)
        implements Serializable {

      private Object readResolve() throws InvalidObjectException {
        return Checks.read("candidate", this::checked);
      }

      private Candidate checked() {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(forecast, "forecast");
        Optional<Score.Flag> why = Checks.listOf(Score.Flag.class, obstacle).stream().findFirst();
        // What can be chosen has a price.
        if (why.isEmpty()) {
          double cost = forecast.cost().value();
          Checks.require(
              cost >= 0 && cost <= Money.MOST,
              () -> "cost of %s must be between 0 and 10^12, was %s".formatted(id, cost));
        }
        return new Candidate(id, score, forecast, Checks.fraction(fit, "fit of " + id), why);
      }
    }
  }

  final Scorer scorer;
  final DealPlanner.Value value;

  /** Every candidate by its id, in the order of ids. */
  final Map<String, Candidate> candidates;

  /** Those that can be chosen, in the order of their ids, as the problem knows them. */
  final List<Candidate> choosable;

  final Problem problem;
  private final Map<String, Integer> places;
  final List<Coverage.Overlap<String>> known;
  private final List<Coverage.Overlap<Integer>> overlaps;
  final double universe;

  Shortlist(
      Scorer scorer,
      DealPlanner.Value value,
      List<Candidate> all,
      List<Coverage.Overlap<String>> known,
      double universe) {
    this.scorer = scorer;
    this.value = value;
    this.known = known;
    this.universe = universe;
    List<Candidate> byId = new ArrayList<>(all);
    byId.sort(Comparator.comparing(Candidate::id));
    candidates = new LinkedHashMap<>();
    for (Candidate candidate : byId) {
      Checks.require(
          candidates.put(candidate.id(), candidate) == null,
          () -> "ids of candidates must differ, was twice " + candidate.id());
    }
    choosable = byId.stream().filter(candidate -> candidate.obstacle().isEmpty()).toList();
    places = new HashMap<>();
    for (int i = 0; i < choosable.size(); i++) {
      places.put(choosable.get(i).id(), i);
    }
    overlaps = Coverage.Overlap.placed(known, places);
    problem =
        new Problem(
            coverage(choosable, Estimate::value, overlaps),
            choosable.stream().mapToLong(Shortlist::cost).toArray(),
            choosable.stream().mapToInt(c -> Problem.group(c.score().tier())).toArray());
  }

  /** The place among those that can be chosen of one that can. */
  int place(String id) {
    return Objects.requireNonNull(places.get(id), id);
  }

  /** The same candidates, where one can be chosen and costs nothing. */
  Shortlist withFree(Candidate candidate) {
    Forecast forecast = candidate.forecast().withCost(Estimate.exact(0));
    Map<String, Candidate> all = new HashMap<>(candidates);
    all.put(
        candidate.id(),
        new Candidate(
            candidate.id(), candidate.score(), forecast, candidate.fit(), Optional.empty()));
    return new Shortlist(scorer, value, List.copyOf(all.values()), known, universe);
  }

  /** Whether whatever is asked of the other is answered alike. */
  boolean isLike(Shortlist other) {
    return value == other.value
        && candidates.equals(other.candidates)
        && known.equals(other.known)
        && universe == other.universe
        && unit().equals(other.unit())
        && currency().equals(other.currency())
        && scorer.tiers().outcomes().equals(other.scorer.tiers().outcomes());
  }

  private static long cost(Candidate candidate) {
    return Money.price(candidate.forecast().cost().value());
  }

  /** What a forecast is worth to the brand. */
  Estimate worth(Candidate candidate) {
    Forecast forecast = candidate.forecast();
    if (value == DealPlanner.Value.CONVERSIONS) {
      return forecast.conversions();
    }
    Estimate audience = forecast.engagedAudience();
    return new Estimate(
        audience.value() * candidate.fit(),
        audience.low() * candidate.fit(),
        audience.high() * candidate.fit());
  }

  /** By one of the three numbers of an estimate. */
  private Coverage coverage(
      List<Candidate> accounts,
      ToDoubleFunction<Estimate> end,
      List<Coverage.Overlap<Integer>> shared) {
    return new Coverage(
        accounts.stream()
            .mapToDouble(each -> Math.min(MOST_PEOPLE, end.applyAsDouble(worth(each))))
            .toArray(),
        accounts.stream().map(Candidate::id).toArray(String[]::new),
        shared,
        universe);
  }

  /**
   * What chosen accounts are worth together, from all their forecasts at the low end to all at the
   * high end.
   */
  Estimate range(Choice choice) {
    List<Candidate> chosen = members(choice).toList();
    Map<Integer, Integer> position = new LinkedHashMap<>();
    for (int i : choice.members()) {
      position.put(i, position.size());
    }
    List<Coverage.Overlap<Integer>> among = Coverage.Overlap.placed(overlaps, position);
    double low = endOf(chosen, Estimate::low, among);
    double high = endOf(chosen, Estimate::high, among);
    double people = problem.people(choice.value);
    return new Estimate(people, Math.min(low, people), Math.max(high, people));
  }

  private double endOf(
      List<Candidate> chosen,
      ToDoubleFunction<Estimate> end,
      List<Coverage.Overlap<Integer>> among) {
    try {
      return coverage(chosen, end, among).people();
    } catch (IllegalArgumentException e) {
      // At this end the stated overlaps are more than an audience: without them then.
      return coverage(chosen, end, List.of()).people();
    }
  }

  /** The chosen ones, in the order of their ids. */
  Stream<Candidate> members(Choice choice) {
    return IntStream.of(choice.members()).mapToObj(choosable::get);
  }

  /** How many accounts of each tier, in the order of the definition. */
  Map<String, Integer> mix(Choice choice) {
    Map<Classification, Integer> count = new HashMap<>();
    members(choice).forEach(member -> count.merge(member.score().tier(), 1, Integer::sum));
    Map<String, Integer> mix = new LinkedHashMap<>();
    for (Classification outcome : scorer.tiers().outcomes()) {
      if (count.containsKey(outcome)) {
        mix.merge(outcome.label(), count.get(outcome), Integer::sum);
      }
    }
    return Collections.unmodifiableMap(mix);
  }

  /** Which part of the value each tier brings, in the order of the definition. */
  Map<String, Double> partsOfValue(Choice choice) {
    Map<String, Double> parts = new LinkedHashMap<>();
    mix(choice).keySet().forEach(label -> parts.put(label, 0.0));
    for (int i : choice.members()) {
      parts.merge(choosable.get(i).score().tier().label(), choice.partOfValue(i), Double::sum);
    }
    return Collections.unmodifiableMap(parts);
  }

  /** The tier that brings most of the value; of two alike the one that comes first. */
  static String lead(Map<String, Double> parts) {
    return parts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  String currency() {
    return scorer.brand().currency();
  }

  String money(long units) {
    return Text.money(Money.amount(units), currency());
  }

  /** The same with all decimals: rounded, a limit would be another. */
  String exactMoney(long units) {
    return units % 10 == 0 && (units % 1_000 == 0 || Money.amount(units) < 100)
        ? money(units)
        : Text.fixed(Money.amount(units), units % 10 == 0 ? 2 : 3) + " " + currency();
  }

  /** Whether a criterion is in play. */
  static boolean weighs(Scorer scorer, Priority priority) {
    return scorer.criteria().stream().anyMatch(each -> each.name().equals(priority.label()));
  }

  /** What is counted, in words. */
  String unit() {
    if (value == DealPlanner.Value.CONVERSIONS) {
      return "conversions";
    }
    return weighs(scorer, Priority.AUDIENCE_FIT)
        ? "engaged people of the target audience"
        : "engaged people";
  }

  /** Why the rules cannot be kept; empty if they can. */
  Optional<String> conflict(Rules rules) {
    Solver solver = new Solver(problem, rules);
    Choice start = solver.start;
    int people = start.people;
    for (int group = 0; group < Problem.TIERS; group++) {
      String tier = tier(group);
      if (start.count[group] > rules.most()[group]) {
        return tooFew("atMost " + tier, start.count[group], rules.most()[group]);
      }
      if (solver.available(group) < rules.least()[group]) {
        return Optional.of(
            "atLeast %s must be <= %d, the accounts that can be chosen, was %d"
                .formatted(tier, solver.available(group), rules.least()[group]));
      }
      people += Math.max(0, rules.least()[group] - start.count[group]);
    }
    if (people > rules.maxPeople()) {
      return tooFew("maxPeople", people, rules.maxPeople());
    }
    if (solver.leastBudget() > rules.budget()) {
      return Optional.of(
          "budget must be >= %s, the least that the accounts cost that must be in the deal, was %s"
              .formatted(money(solver.leastBudget()), money(rules.budget())));
    }
    return Optional.empty();
  }

  /** The conflict of a limit with the accounts that must be in the deal. */
  private static Optional<String> tooFew(String limit, int needed, int allowed) {
    return Optional.of(
        "%s must be >= %d, the accounts that must be in the deal, was %d"
            .formatted(limit, needed, allowed));
  }

  private static String tier(int group) {
    CommonTier[] tiers = CommonTier.values();
    return group < tiers.length ? tiers[group].name().toLowerCase(Locale.ROOT) : "unclassified";
  }
}
