package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.study.FollowerBand;
import io.github.tierwise.study.SizeSlope;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.study.TopChange;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import io.github.tierwise.tier.Unclassified.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a comparison, each declared once for all who read it. */
final class ComparisonSections {

  private static final int MOST = 34;

  private final Comparison comparison;
  private final TierStudy study;
  private final String first;
  private final String second;

  ComparisonSections(Comparison comparison) {
    this.comparison = comparison;
    study = comparison.study();
    first = comparison.name(comparison.first());
    second = comparison.name(comparison.second());
  }

  /** Accounts of each platform. */
  Section<Map.Entry<Platform, Long>> platforms() {
    return Section.of("Accounts by platform", study.platforms().entrySet())
        .data("platform", Map.Entry::getKey)
        .data("accounts", Map.Entry::getValue);
  }

  /** How many accounts have an answer of a definition. */
  record Answer(TierPolicy policy, Classification answer, long accounts) {

    String followers() {
      return answer instanceof Tier tier ? Wording.interval(tier.min(), tier.max()) : "";
    }

    RecordMap details() {
      return answer instanceof Tier tier
          ? RecordMap.of("common", tier.common()).and("min", tier.min()).and("max", tier.max())
          : RecordMap.of("why", ((Unclassified) answer).detail());
    }
  }

  /** Who is what by definitions; of the reasons for having no tier those that occur. */
  Section<Answer> answers(List<TierPolicy> definitions) {
    List<Answer> answers = new ArrayList<>();
    for (TierPolicy policy : definitions) {
      study.counts(policy).forEach((each, n) -> answers.add(new Answer(policy, each, n)));
    }
    answers.removeIf(row -> row.accounts() == 0 && row.answer() instanceof Unclassified);
    return Section.of("Who is what", answers)
        .all("definition", "definition", MOST, row -> row.policy().id())
        .data(
            "item",
            row -> row.answer() instanceof Unclassified none ? none.reason() : row.answer().label())
        .all("accounts", "accounts", MOST, Answer::accounts, NumberText::count)
        .all("share", "share", MOST, row -> share(row.accounts()), Wording::share)
        .text("tier", MOST, row -> Wording.answer(row.answer()))
        .text("followers", MOST, Answer::followers)
        .fields(Answer::details);
  }

  /** Accounts on an edge that a definition leaves open. */
  Section<TierPolicy> disputed(TierPolicy definition) {
    return Section.of("Accounts on a disputed edge", List.of(definition))
        .data("definition", TierPolicy::id)
        .data("item", policy -> "on a disputed edge")
        .data("accounts", study::disputed)
        .data("share", policy -> share(study.disputed(policy)));
  }

  private double share(long accounts) {
    return Comparison.share(accounts, study.accounts());
  }

  /** The four cells of the first two definitions. */
  Section<Boolean> cells() {
    Agreement agreement = comparison.agreement();
    String word = comparison.word();
    return Section.of("The four cells", List.of(true, false))
        .text("", MOST, row -> row ? first + ": " + word : "not")
        .text(
            second + ": " + word,
            MOST,
            row -> NumberText.count(row ? agreement.both() : agreement.onlySecond()))
        .right()
        .text(
            "not", MOST, row -> NumberText.count(row ? agreement.onlyFirst() : agreement.neither()))
        .right()
        .text("", MOST, row -> "");
  }

  /** The definitions that have a tier of the name, against the first. */
  Section<TierPolicy> having() {
    return Section.of("Definitions with such a tier", comparison.having())
        .text("definition", MOST, TierPolicy::id)
        .text(comparison.word(), MOST, it -> NumberText.count(comparison.called(it).some()))
        .right()
        .text("share", MOST, it -> NumberText.percent(comparison.called(it).value()))
        .right()
        .text("kappa", MOST, it -> Wording.coefficient(comparison.kappa(comparison.first(), it)))
        .text("tiers", MOST, this::ranges);
  }

  private String ranges(TierPolicy policy) {
    return policy.tiers().stream()
        .filter(comparison::isCalled)
        .map(tier -> Wording.range(tier.min(), tier.max()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Two definitions against each other. */
  record Pair(Agreement agreement, Confusion confusion) {}

  /** Every pair of the chosen definitions. */
  List<Pair> pairs() {
    return pairs(comparison.chosen().size());
  }

  /** The same; of many definitions the pairs with the first. */
  List<Pair> fewPairs() {
    return comparison.isFew() ? pairs() : pairs(1);
  }

  private List<Pair> pairs(int firsts) {
    List<TierPolicy> chosen = comparison.chosen();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < firsts; i++) {
      for (TierPolicy other : chosen.subList(i + 1, chosen.size())) {
        pairs.add(
            new Pair(
                study.agreement(chosen.get(i), other, comparison.label()),
                study.confusion(chosen.get(i), other)));
      }
    }
    return pairs;
  }

  /** How pairs of definitions agree. */
  Section<Pair> agreement(List<Pair> pairs) {
    return Section.of("Coefficients of pairs of definitions, with intervals of 95%", pairs)
        .all("definition", "definition", MOST, pair -> pair.agreement().first())
        .all("other", "and", MOST, pair -> pair.agreement().second())
        .data("item", pair -> comparison.word())
        .page("both", "both", pair -> pair.agreement().both(), NumberText::count)
        .page(
            "only_first", "only the first", pair -> pair.agreement().onlyFirst(), NumberText::count)
        .page(
            "only_second",
            "only the second",
            pair -> pair.agreement().onlySecond(),
            NumberText::count)
        .page("neither", "neither", pair -> pair.agreement().neither(), NumberText::count)
        .data("unknown", pair -> pair.agreement().unknown())
        .data("observed", pair -> pair.agreement().observed())
        .all("kappa", "kappa", MOST, pair -> pair.agreement().kappa(), Wording::coefficient)
        .left()
        .data("kappa_error", pair -> pair.agreement().standardError())
        .data("kappa_remark", pair -> Wording.remark(pair.agreement()))
        .data("named_by_both", pair -> pair.confusion().named())
        .all(
            "weighted_kappa",
            "weighted kappa",
            MOST,
            pair -> pair.confusion().weightedKappa(),
            Wording::coefficient)
        .left()
        .all(
            "adjusted_rand",
            "adjusted Rand",
            MOST,
            pair -> pair.confusion().adjustedRand(),
            Wording::coefficient)
        .left();
  }

  /** Accounts that have one answer by a definition and one by another. */
  record Flow(Confusion confusion, Classification from, Classification to) {

    long accounts() {
      return confusion.count(from, to);
    }

    String origin() {
      return Wording.answer(from);
    }

    String goal() {
      return Wording.answer(to);
    }
  }

  /** Who goes where between two definitions, if anybody does. */
  static List<Flow> flows(Confusion confusion) {
    return confusion.first().outcomes().stream()
        .flatMap(
            from -> confusion.second().outcomes().stream().map(to -> new Flow(confusion, from, to)))
        .filter(flow -> flow.accounts() > 0)
        .toList();
  }

  /** Who goes where between two definitions. */
  Section<Flow> confusion(Confusion confusion) {
    String from = comparison.name(confusion.first());
    String to = comparison.name(confusion.second());
    return Section.of("Accounts by %s and by %s".formatted(from, to), flows(confusion))
        .data("definition", flow -> flow.confusion().first().id())
        .data("other", flow -> flow.confusion().second().id())
        .data("item", flow -> flow.origin() + " > " + flow.goal())
        .page(from, Flow::origin)
        .page(to, Flow::goal)
        .page("accounts", "accounts", Flow::accounts, NumberText::count)
        .page(
            "share",
            flow -> Wording.share(Comparison.share(flow.accounts(), confusion.accounts())));
  }

  /** How definitions agree all together. */
  Section<List<TierPolicy>> reliability(String which, List<TierPolicy> definitions) {
    return Section.of("Reliability", List.of(definitions))
        .data("item", all -> which)
        .data("definitions", List::size)
        .data("ordinal_alpha", study::alpha);
  }

  private Section<FollowerBand> bands(String title, List<FollowerBand> bands) {
    return Section.of(title, bands)
        .data("platform", FollowerBand::platform)
        .text("platform", MOST, band -> band.platform().displayName())
        .all("item", "followers", MOST, band -> Wording.interval(band.min(), band.max()))
        .data("min", FollowerBand::min)
        .data("max", FollowerBand::max)
        .all("accounts", "accounts", MOST, FollowerBand::accounts, NumberText::count);
  }

  /** Where definitions disagree. */
  Section<FollowerBand> contested(List<TierPolicy> definitions) {
    Section<FollowerBand> section =
        bands(
                "Where they disagree",
                comparison.platforms().stream()
                    .flatMap(platform -> study.contested(platform, definitions).stream())
                    .toList())
            .data(comparison.word(), band -> band.calling(comparison.label()))
            .text("share", MOST, band -> Wording.share(share(band.accounts())))
            .right();
    for (int i = 0; i < definitions.size(); i++) {
      int place = i;
      section =
          section.text(
              comparison.name(definitions.get(i)),
              MOST,
              band -> Wording.tier(band.answers().get(place)));
    }
    return section;
  }

  /** One of the answers that definitions give, its colour, and how many give it in an interval. */
  record Voice(String name, String color, ToIntFunction<FollowerBand> votes) {}

  /** A voice for each common name, and two for having no tier. */
  static final List<Voice> VOICES = voices();

  private static List<Voice> voices() {
    List<Voice> voices = new ArrayList<>();
    for (CommonTier name : CommonTier.values()) {
      String word = Comparison.word(name);
      voices.add(new Voice(word, word, band -> band.calling(name)));
    }
    voices.add(new Voice("no tier", "none", ComparisonSections::withoutTier));
    voices.add(new Voice("cannot tell", "untold", band -> band.without(Reason.CANNOT_TELL)));
    return List.copyOf(voices);
  }

  /** Definitions that can tell that an account there has no tier. */
  private static int withoutTier(FollowerBand band) {
    return Stream.of(Reason.BELOW_FLOOR, Reason.ABOVE_CEILING, Reason.IN_GAP)
        .mapToInt(band::without)
        .sum();
  }

  /** How all definitions of the study call each number of followers. */
  Section<FollowerBand> consensus(Platform platform) {
    Section<FollowerBand> section =
        bands("How many definitions call each number of followers what", study.bands(platform));
    for (Voice voice : VOICES) {
      section = section.page(voice.name(), band -> "" + voice.votes().applyAsInt(band));
    }
    for (CommonTier name : CommonTier.values()) {
      section = section.data(Comparison.word(name), band -> band.calling(name));
    }
    for (Reason reason : Reason.values()) {
      section = section.data(reason.name().toLowerCase(Locale.ROOT), band -> band.without(reason));
    }
    return section;
  }

  /** The engagement rates of accounts that have one answer. */
  record Rates(TierEngagement engagement, TierEngagement.Row row) {}

  /** Engagement rates by definitions and platforms, where at least so many are known. */
  Section<Rates> rates(List<TierEngagement> engagements, long least) {
    List<Rates> rates = new ArrayList<>();
    engagements.forEach(each -> each.rows().forEach(row -> rates.add(new Rates(each, row))));
    rates.removeIf(row -> row.row().rates() < least);
    String title =
        "Engagement rate by %s; quartiles with intervals of 95%%"
            .formatted(
                engagements.stream()
                    .map(each -> comparison.name(each.definition()))
                    .distinct()
                    .collect(Collectors.joining(", ")));
    return Section.of(title, rates)
        .data("platform", it -> it.engagement().platform())
        .text("platform", MOST, it -> it.engagement().platform().displayName())
        .data("definition", it -> it.engagement().definition().id())
        .text("definition", MOST, it -> it.engagement().definition().id())
        .all("item", "tier", MOST, each -> Wording.answer(each.row().answer()))
        .page("accounts", "accounts", row -> row.row().accounts(), NumberText::count)
        .text("rates", MOST, each -> NumberText.count(each.row().rates()))
        .right()
        .page("known_rates", "known rates", row -> row.row().rates(), NumberText::count)
        .page("lower_quartile", "lower quartile", row -> row.row().lowerQuartile(), Wording::rate)
        .all("median", "median", MOST, row -> row.row().median(), Wording::rate)
        .left()
        .text("middle half", MOST, each -> Wording.middleHalf(each.row()))
        .page("upper_quartile", "upper quartile", row -> row.row().upperQuartile(), Wording::rate);
  }

  /** Engagement on each platform by each of the chosen definitions. */
  List<TierEngagement> engagements() {
    return comparison.platforms().stream()
        .flatMap(platform -> comparison.chosen().stream().map(it -> study.engagement(it, platform)))
        .toList();
  }

  /** Engagement on each platform by one definition. */
  List<TierEngagement> engagements(TierPolicy definition) {
    return comparison.platforms().stream()
        .map(platform -> study.engagement(definition, platform))
        .toList();
  }

  /** Whether the rate falls with the followers by each definition. */
  Section<TierEngagement> claims(List<TierEngagement> engagements) {
    return Section.of(
            "The claim, and how much of the ranks of the rates each definition explains",
            engagements)
        .data("platform", TierEngagement::platform)
        .page("platform", each -> each.platform().displayName())
        .data("definition", each -> each.definition().id())
        .page("definition", each -> each.definition().id())
        .data("item", each -> "all answers")
        .data("rate", TierEngagement::formula)
        .page("the claim", each -> Wording.claim(each.trend()))
        .page(
            "epsilon_squared",
            "epsilon squared",
            TierEngagement::epsilonSquared,
            Wording::coefficient)
        .data("trend", TierEngagement::trend);
  }

  /** The lines of the rate over the followers. */
  Section<SizeSlope> slopes() {
    return Section.of(
            "Rates by followers", comparison.platforms().stream().map(study::slope).toList())
        .data("platform", SizeSlope::platform)
        .data("rate", SizeSlope::formula)
        .data("accounts", SizeSlope::accounts)
        .data("zero_rates", SizeSlope::zeroRates)
        .data("slope", SizeSlope::slope)
        .data("intercept", SizeSlope::intercept)
        .data("selection", SizeSlope::isSelection);
  }

  /** What a definition instead of the first does to the top. */
  record Swap(TierPolicy policy, TopChange change) {}

  /** What each definition from a place on does to the top, against the first. */
  Section<Swap> swaps(Comparison.Top top, int from) {
    List<TierPolicy> all = top.study().definitions();
    TierPolicy base = all.get(0);
    return Section.of(
            "The top %d by each definition".formatted(top.k()),
            all.stream()
                .skip(Math.min(from, all.size() - 1))
                .map(policy -> new Swap(policy, top.study().change(base, policy)))
                .toList())
        .data("definition", swap -> base.id())
        .all("other", "definition", MOST, it -> it.policy().id())
        .data("item", swap -> "top " + top.k())
        .all(
            "eligible_by_other",
            "qualify",
            MOST,
            swap -> top.study().eligible(swap.policy()),
            NumberText::count)
        .data("listed_by_first", it -> it.change().firstSize())
        .data("listed_by_other", it -> it.change().secondSize())
        .page("common", "in both tops", it -> it.change().common(), String::valueOf)
        .data("overlap", it -> it.change().overlap())
        .text("changes", MOST, swap -> Wording.changed(swap.change().changed()))
        .right()
        .page("changed", "of the top changes", it -> it.change().changed(), Wording::changed)
        .all("tau_b", "tau-b", MOST, it -> it.change().tauB(), Wording::coefficient)
        .text("", MOST, ComparisonSections::stay);
  }

  private static String stay(Swap swap) {
    TopChange change = swap.change();
    return "%d of %d stay"
        .formatted(change.common(), Math.max(change.firstSize(), change.secondSize()));
  }
}
