package io.github.tierwise.cli.score;

import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.ReadNote;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said to people above and below a list of scores.
 *
 * @param read how the tables were read
 * @param unknown what could not be known, and which targets nobody meets
 * @param brand what was answered by the brand, and what follows from it
 * @param notRanked who may not be ranked, and what it would take if nobody may
 */
public record ScoreNotes(
    List<ReadNote> read, List<ReadNote> unknown, List<ReadNote> brand, List<ReadNote> notRanked) {

  /** What a brand that has a budget must know of a ranking. */
  static final String SPENT_BY_PLAN =
      "a ranking orders by what the brand cares about; a budget for several is spent by tierwise plan,"
          + " not down the list";

  /** The topic of a list that is in truth one of prices. */
  static final String BY_PRICE = "by price";

  static ScoreNotes of(
      AccountList reading,
      Brand brand,
      Scorer scorer,
      Peers peers,
      ScoredList scoring,
      TargetMatches targets) {
    List<ReadNote> unknown = unknowns(reading, brand, scoring);
    unknown.addAll(unmatched(targets));
    return new ScoreNotes(peers.notes(reading), unknown, brand(brand, scorer), ineligible(scoring));
  }

  /** Says what is said before the list. */
  void tell(Session session) {
    read.forEach(session::note);
    unknown.forEach(session::note);
    brand.forEach(session::note);
    session.endNotes();
  }

  /** Says what is said below the list. */
  void tellNotRanked(Session session) {
    notRanked.forEach(session::note);
  }

  private static List<ReadNote> brand(Brand brand, Scorer scorer) {
    List<ReadNote> notes = new ArrayList<>();
    BrandProfile profile = brand.profile();
    String text = profile.toString();
    if (!Double.isNaN(profile.budget())) {
      text += "; a celebrity with 3 million followers is " + celebrity(brand, scorer);
    }
    notes.add(new ReadNote("brand", text));
    if (!Double.isNaN(profile.budget())) {
      notes.add(new ReadNote("", SPENT_BY_PLAN));
    }
    brand.remarks().forEach(remark -> notes.add(new ReadNote("", remark)));
    String topic = "weights";
    for (Scorer.Weight weight : scorer.weights()) {
      notes.add(
          new ReadNote(
              topic,
              "%s %s: %s".formatted(weight.criterion(), points(weight.points()), weight.why())));
      topic = "";
    }
    notes.add(new ReadNote("scorer", fingerprint(scorer)));
    return notes;
  }

  /** Which constants were behind the scores. */
  static String fingerprint(Scorer scorer) {
    return "fingerprint %s of all its constants".formatted(scorer.fingerprint());
  }

  private static String celebrity(Brand brand, Scorer scorer) {
    if (!hasUsualPrices(brand)) {
      return "perhaps affordable, as usd_rate in the brand file would tell";
    }
    return scorer.canAffordCelebrity() ? "affordable" : "not affordable";
  }

  public static String points(double weight) {
    return weight == StrictMath.rint(weight)
        ? NumberText.plain(weight)
        : String.format(java.util.Locale.ROOT, "%.2f", weight);
  }

  /** What could not be known, criterion by criterion. */
  private static List<ReadNote> unknowns(AccountList reading, Brand brand, ScoredList scoring) {
    List<ReadNote> notes = new ArrayList<>();
    String topic = "unknown";
    long size = scoring.summary().size();
    if (isByPriceAlone(scoring)) {
      notes.add(
          new ReadNote(
              BY_PRICE,
              "nothing else is known of any account: the list is sorted by price, not by worth"));
    }
    for (Criterion criterion : scoring.scorer().criteria()) {
      long unknown = scoring.summary().unknown().getOrDefault(criterion.name(), 0L);
      if (unknown > 0) {
        String count =
            unknown == size
                ? "all " + NumberText.count(unknown)
                : NumberText.count(unknown) + " of " + NumberText.count(size);
        notes.add(
            new ReadNote(
                topic, criterion.name() + ": for " + count + why(criterion, reading, brand)));
        topic = "";
      }
    }
    return notes;
  }

  /** Whether all that tells accounts apart is their cost. */
  private static boolean isByPriceAlone(ScoredList scoring) {
    long size = scoring.summary().size();
    return scoring.scorer().criteria().stream()
        .allMatch(
            criterion ->
                criterion.name().equals(Priority.COST.label())
                    != (scoring.summary().unknown().getOrDefault(criterion.name(), 0L) == size));
  }

  private static String why(Criterion criterion, AccountList reading, Brand brand) {
    Set<String> needs = new LinkedHashSet<>();
    reading.platforms().forEach(platform -> needs.addAll(criterion.needs(platform)));
    List<String> missing = needs.stream().filter(field -> isMissing(field, reading)).toList();
    String columns =
        missing.isEmpty()
            ? ""
            : ": no column" + (missing.size() > 1 ? "s " : " ") + String.join(", ", missing);
    return needs.contains(Measure.PRICE.label()) && !hasUsualPrices(brand)
        ? columns + "; usd_rate in the brand file would bring usual prices"
        : columns;
  }

  /** Whether there is no column of a field; a rate or a total stands for the interactions. */
  private static boolean isMissing(String field, AccountList reading) {
    boolean total =
        reading.columns().contains("engagement_rate") || reading.columns().contains("engagements");
    return !(total && field.equals(Measure.LIKES.label()))
        && reading.columns().stream()
            .noneMatch(column -> column.equals(field) || column.startsWith(field + ":"));
  }

  private static boolean hasUsualPrices(Brand brand) {
    return brand.usdRate().isPresent() || brand.profile().currency().equals("USD");
  }

  /** A target that no account has is probably spelt otherwise in the table. */
  public static void unmatchedTargets(Session session, TargetMatches targets) {
    unmatched(targets).forEach(session::note);
  }

  private static List<ReadNote> unmatched(TargetMatches targets) {
    return targets.unmet().stream().map(sentence -> new ReadNote("unmatched", sentence)).toList();
  }

  private static List<ReadNote> ineligible(ScoredList scoring) {
    Ranking ranking = scoring.ranking();
    List<ReadNote> notes = new ArrayList<>();
    if (ranking.ineligible().isEmpty()) {
      return notes;
    }
    notes.add(
        new ReadNote(
            "not ranked",
            "%s of %s: %s"
                .formatted(
                    NumberText.count(ranking.size() - ranking.eligible()),
                    NumberText.count(ranking.size()),
                    reasons(ranking.ineligible()))));
    if (ranking.eligible() == 0) {
      BrandProfile brand = scoring.scorer().brand();
      scoring
          .cheapest()
          .ifPresent(cheapest -> notes.add(new ReadNote("cheapest", shortfall(cheapest, brand))));
    }
    return notes;
  }

  /** How many accounts each reason concerns. */
  public static String reasons(Map<String, Long> accounts) {
    return accounts.entrySet().stream()
        .map(
            reason -> NumberText.count(reason.getValue()) + " " + reason.getKey().replace('-', ' '))
        .collect(Collectors.joining(", "));
  }

  private static String shortfall(Score cheapest, BrandProfile brand) {
    String currency = brand.currency();
    double missing = cheapest.price() - brand.budget();
    String price =
        "nobody is eligible: the cheapest is %s with %s a post"
            .formatted(cheapest.id(), NumberText.money(cheapest.price(), currency));
    return missing > 0
        ? "%s; the budget of %s misses it by %s"
            .formatted(
                price,
                NumberText.money(brand.budget(), currency),
                NumberText.money(missing, currency))
        : price
            + ", within the budget; "
            + cheapest.failures().stream().map(Score.Flag::text).findFirst().orElse("");
  }
}
