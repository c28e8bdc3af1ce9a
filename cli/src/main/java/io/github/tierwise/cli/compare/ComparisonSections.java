package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.study.TierStudy.SizeSlope;
import io.github.tierwise.study.TopStudy;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import io.github.tierwise.tier.Unclassified.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a comparison, each declared once for all who read it. */
final class ComparisonSections {

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
        .all("definition", "definition", row -> row.policy().id())
        .data(
            "item",
            row -> row.answer() instanceof Unclassified none ? none.reason() : row.answer().label())
        .all("accounts", "accounts", Answer::accounts, NumberText::count)
        .all("share", "share", row -> share(row.accounts()), Wording::share)
        .text("tier", row -> Wording.answer(row.answer()))
        .text("followers", Answer::followers)
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
        .text("", row -> row ? first + ": " + word : "not")
        .text(
            second + ": " + word,
            row -> NumberText.count(row ? agreement.both() : agreement.onlySecond()))
        .right()
        .text("not", row -> NumberText.count(row ? agreement.onlyFirst() : agreement.neither()))
        .right()
        .text("", row -> "");
  }

  /** The definitions that have a tier of the name, against the first. */
  Section<TierPolicy> having() {
    return Section.of("Definitions with such a tier", comparison.having())
        .text("definition", TierPolicy::id)
        .text(comparison.word(), each -> NumberText.count(comparison.called(each).some()))
        .right()
        .text("share", each -> NumberText.percent(comparison.called(each).value()))
        .right()
        .text("kappa", this::kappa)
        .text("tiers", this::ranges);
  }

  private String kappa(TierPolicy policy) {
    return Wording.coefficient(comparison.kappa(comparison.first(), policy));
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

  /** Every pair of the chosen definitions; of many, if not all, those with the first. */
  List<Pair> pairs(boolean all) {
    List<TierPolicy> chosen = comparison.chosen();
    List<Pair> pairs = new ArrayList<>();
    for (TierPolicy one : all || comparison.isFew() ? chosen : chosen.subList(0, 1)) {
      for (TierPolicy other : chosen.subList(chosen.indexOf(one) + 1, chosen.size())) {
        pairs.add(
            new Pair(study.agreement(one, other, comparison.label()), study.confusion(one, other)));
      }
    }
    return pairs;
  }

  /** How pairs of definitions agree. */
  Section<Pair> agreement(List<Pair> pairs) {
    return Section.of("Coefficients of pairs of definitions, with intervals of 95%", pairs)
        .all("definition", "definition", p -> p.agreement().first())
        .all("other", "and", p -> p.agreement().second())
        .data("item", p -> comparison.word())
        .page("both", "both", p -> p.agreement().both(), NumberText::count)
        .page("only_first", "only the first", p -> p.agreement().onlyFirst(), NumberText::count)
        .page("only_second", "only the second", p -> p.agreement().onlySecond(), NumberText::count)
        .page("neither", "neither", p -> p.agreement().neither(), NumberText::count)
        .data("unknown", p -> p.agreement().unknown())
        .data("observed", p -> p.agreement().observed())
        .all("kappa", "kappa", p -> p.agreement().kappa(), Wording::coefficient)
        .left()
        .data("kappa_error", p -> p.agreement().standardError())
        .data("kappa_remark", p -> Wording.remark(p.agreement()))
        .data("named_by_both", p -> p.confusion().named())
        .all(
            "weighted_kappa",
            "weighted kappa",
            p -> p.confusion().weightedKappa(),
            Wording::coefficient)
        .left()
        .all(
            "adjusted_rand",
            "adjusted Rand",
            p -> p.confusion().adjustedRand(),
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
  Section<Map.Entry<String, List<TierPolicy>>> reliability() {
    Map<String, List<TierPolicy>> which = new LinkedHashMap<>();
    which.put("chosen definitions", comparison.chosen());
    if (comparison.hasAll()) {
      which.put("all published definitions", study.definitions());
    }
    return Section.of("Reliability", which.entrySet())
        .data("item", Map.Entry::getKey)
        .data("definitions", each -> each.getValue().size())
        .data("ordinal_alpha", each -> study.alpha(each.getValue()));
  }

  private Section<FollowerBand> bands(String title, List<FollowerBand> bands) {
    return Section.of(title, bands)
        .data("platform", FollowerBand::platform)
        .text("platform", band -> band.platform().displayName())
        .all("item", "followers", band -> Wording.interval(band.min(), band.max()))
        .data("min", FollowerBand::min)
        .data("max", FollowerBand::max)
        .all("accounts", "accounts", FollowerBand::accounts, NumberText::count);
  }

  /** Where definitions disagree, and what the first two of them say there. */
  Section<FollowerBand> contested(List<TierPolicy> definitions) {
    List<FollowerBand> contested =
        comparison.platforms().stream()
            .flatMap(platform -> study.contested(platform, definitions).stream())
            .toList();
    return bands("Where they disagree", contested)
        .data(comparison.word(), band -> band.calling(comparison.label()))
        .text("share", band -> Wording.share(share(band.accounts())))
        .right()
        .text(first, band -> Wording.tier(band.answers().get(0)))
        .text(second, band -> Wording.tier(band.answers().get(1)));
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
    voices.add(new Voice("no tier", "none", ComparisonSections::untiered));
    voices.add(new Voice("cannot tell", "untold", band -> band.without(Reason.CANNOT_TELL)));
    return List.copyOf(voices);
  }

  /** Definitions that can tell that an account there has no tier. */
  private static int untiered(FollowerBand band) {
    Stream<Reason> known = Stream.of(Reason.BELOW_FLOOR, Reason.ABOVE_CEILING, Reason.IN_GAP);
    return known.mapToInt(band::without).sum();
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
  record Rates(TierEngagement of, TierEngagement.Row rates) {}

  /** Engagement rates by definitions and platforms, where at least so many are known. */
  Section<Rates> rates(List<TierEngagement> engagements, long least) {
    List<Rates> rates = new ArrayList<>();
    engagements.forEach(each -> each.rows().forEach(row -> rates.add(new Rates(each, row))));
    rates.removeIf(row -> row.rates().rates() < least);
    Stream<String> names = engagements.stream().map(each -> comparison.name(each.definition()));
    String title =
        names
            .distinct()
            .collect(
                Collectors.joining(
                    ", ", "Engagement rate by ", "; quartiles with intervals of 95%"));
    return Section.of(comparison.rate(title), rates)
        .data("platform", row -> row.of().platform())
        .text("platform", row -> row.of().platform().displayName())
        .data("definition", row -> row.of().definition().id())
        .text("definition", row -> row.of().definition().id())
        .all("item", "tier", row -> Wording.answer(row.rates().answer()))
        .page("accounts", "accounts", row -> row.rates().accounts(), NumberText::count)
        .text("rates", row -> NumberText.count(row.rates().rates()))
        .right()
        .page("known_rates", "known rates", row -> row.rates().rates(), NumberText::count)
        .page("lower_quartile", "lower quartile", row -> row.rates().lowerQuartile(), Wording::rate)
        .all("median", "median", row -> row.rates().median(), Wording::rate)
        .left()
        .text("middle half", row -> Wording.middleHalf(row.rates()))
        .page(
            "upper_quartile", "upper quartile", row -> row.rates().upperQuartile(), Wording::rate);
  }

  /** Engagement by definitions on each platform. */
  List<TierEngagement> engagements(List<TierPolicy> definitions) {
    return comparison.platforms().stream()
        .flatMap(platform -> definitions.stream().map(each -> study.engagement(each, platform)))
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
        .data("rate", each -> comparison.rate(each.formula()))
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
        .data("rate", slope -> comparison.rate(slope.formula()))
        .data("accounts", SizeSlope::accounts)
        .data("zero_rates", SizeSlope::zeroRates)
        .data("slope", SizeSlope::slope)
        .data("intercept", SizeSlope::intercept)
        .data("selection", SizeSlope::isSelection);
  }

  /** What a definition instead of the first does to the top. */
  record Swap(TierPolicy policy, TopStudy.Change change) {}

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
        .all("other", "definition", swap -> swap.policy().id())
        .data("item", swap -> "top " + top.k())
        .all(
            "eligible_by_other",
            "qualify",
            swap -> top.study().eligible(swap.policy()),
            NumberText::count)
        .data("listed_by_first", swap -> swap.change().firstSize())
        .data("listed_by_other", swap -> swap.change().secondSize())
        .page("common", "in both tops", swap -> swap.change().common(), String::valueOf)
        .data("overlap", swap -> swap.change().overlap())
        .text("changes", swap -> Wording.changed(swap.change().changed()))
        .right()
        .page("changed", "of the top changes", swap -> swap.change().changed(), Wording::changed)
        .all("tau_b", "tau-b", swap -> swap.change().tauB(), Wording::coefficient)
        .text("", ComparisonSections::stay);
  }

  private static String stay(Swap swap) {
    TopStudy.Change change = swap.change();
    return "%d of %d stay"
        .formatted(change.common(), Math.max(change.firstSize(), change.secondSize()));
  }
}
