package io.github.tierwise.cli.compare;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.table.RejectKind;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.study.TopStudy;
import io.github.tierwise.tier.Citation;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A list of accounts by several definitions, before it is written in one form or another.
 *
 * @param input what was read
 * @param study the counts, by the chosen definitions and perhaps more
 * @param chosen the definitions that are compared one by one; the first two come first everywhere
 * @param label the common name that it is about
 * @param top what the definition does to the top of a ranking, if a brand was given
 */
record Comparison(
    Input input, TierStudy study, List<TierPolicy> chosen, CommonTier label, Optional<Top> top) {

  /** More definitions than this are not compared pair by pair in what people read. */
  static final int FEW = 12;

  /**
   * What was read.
   *
   * @param name the name of the input
   * @param fingerprints the SHA-256 hash of each file that was read; none if nobody will see them
   * @param kinds why rows could not be read
   * @param hasPosts whether rates are of levels from posts where an account has some
   */
  record Input(String name, List<String> fingerprints, List<RejectKind> kinds, boolean hasPosts) {

    /** How many rows could not be read. */
    long rejected() {
      return kinds.stream().mapToLong(RejectKind::rows).sum();
    }
  }

  /**
   * The top of a ranking.
   *
   * @param study the lists by each definition
   * @param k how many accounts are looked at
   * @param tiers what the brand asks for
   */
  record Top(TopStudy study, int k, List<String> tiers) {}

  Comparison {
    chosen = List.copyOf(chosen);
  }

  TierPolicy first() {
    return chosen.get(0);
  }

  TierPolicy second() {
    return chosen.get(1);
  }

  /** Whether the chosen definitions are compared one by one. */
  boolean isFew() {
    return chosen.size() <= FEW;
  }

  /** The name that is asked about, as people write it. */
  String word() {
    return word(label);
  }

  /** A common name as people write it. */
  static String word(CommonTier name) {
    return name == CommonTier.NONE ? "other" : name.name().toLowerCase(Locale.ROOT);
  }

  /** Whether all published definitions were counted. */
  boolean hasAll() {
    return study.definitions().size() >= TierPolicies.publishedIds().size();
  }

  /** The platforms with accounts, the most frequent first. */
  List<Platform> platforms() {
    return study.platforms().entrySet().stream()
        .sorted(
            Map.Entry.<Platform, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What rates are of: of means, or of the levels that posts give. */
  String rate(String formula) {
    return input.hasPosts() ? formula + ", " + Wording.BY_POSTS : formula;
  }

  /** How people call a definition: by its publisher where that says which it is. */
  String name(TierPolicy policy) {
    String publisher = policy.citation().map(Citation::publisher).orElse(policy.id());
    long same =
        study.definitions().stream()
            .filter(other -> other.citation().map(Citation::publisher).orElse("").equals(publisher))
            .count();
    return same > 1 ? policy.id() : publisher;
  }

  Agreement agreement() {
    return study.agreement(first(), second(), label);
  }

  Estimate kappa(TierPolicy one, TierPolicy other) {
    return study.agreement(one, other, label).kappa();
  }

  /** Krippendorff's ordinal alpha of all definitions of the study. */
  double alpha() {
    return study.alpha(study.definitions());
  }

  /** The definitions of the study that have a tier of the name. */
  List<TierPolicy> having() {
    return study.definitions().stream()
        .filter(policy -> policy.tiers().stream().anyMatch(this::isCalled))
        .toList();
  }

  boolean isCalled(Classification answer) {
    return answer instanceof Tier tier && tier.common() == label;
  }

  static boolean cannotTell(Classification answer) {
    return answer instanceof Unclassified none && none.reason() == Unclassified.Reason.CANNOT_TELL;
  }

  /**
   * An interval of followers, and how many definitions give accounts there the name.
   *
   * @param platform the platform
   * @param min the fewest followers
   * @param max the first number beyond
   * @param accounts accounts in it
   * @param calling definitions that give the name
   * @param telling definitions that can tell
   */
  record Vote(Platform platform, double min, double max, long accounts, int calling, int telling) {

    boolean isContested() {
      return calling > 0 && calling < telling;
    }

    private boolean isAs(Vote other) {
      return calling == other.calling && telling == other.telling;
    }

    /** Where it lies on a line of ratios, for an order. */
    double middle() {
      return Math.max(1, min) * max;
    }

    /** This interval and the next as one; the number of definitions is this one's. */
    Vote to(Vote next) {
      return new Vote(platform, min, next.max, accounts + next.accounts, calling, telling);
    }
  }

  /** The line of followers of a platform, cut where the number of definitions changes. */
  List<Vote> votes(Platform platform, List<TierPolicy> definitions) {
    List<Vote> votes = new ArrayList<>();
    for (FollowerBand band : study.bands(platform, definitions)) {
      int calling = (int) band.answers().stream().filter(this::isCalled).count();
      int telling = (int) band.answers().stream().filter(answer -> !cannotTell(answer)).count();
      Vote vote = new Vote(platform, band.min(), band.max(), band.accounts(), calling, telling);
      int last = votes.size() - 1;
      votes.add(last >= 0 && votes.get(last).isAs(vote) ? votes.remove(last).to(vote) : vote);
    }
    return votes;
  }

  /** From the fewest to the most followers with which a definition gives the name, if any. */
  Optional<Vote> range(Platform platform, TierPolicy policy) {
    List<Vote> votes = votes(platform, List.of(policy));
    return votes.stream().filter(vote -> vote.calling() > 0).reduce(Vote::to);
  }

  /** Accounts with known followers on whose name not all definitions agree, and how many of all. */
  Share contested(List<TierPolicy> definitions) {
    List<Vote> votes =
        platforms().stream().flatMap(each -> votes(each, definitions).stream()).toList();
    return new Share(
        accounts(votes, Vote::isContested), accounts(votes, vote -> vote.telling() > 0));
  }

  private static long accounts(List<Vote> votes, Predicate<Vote> counted) {
    return votes.stream().filter(counted).mapToLong(Vote::accounts).sum();
  }

  /** Some of all. */
  record Share(long some, long all) {
    double value() {
      return share(some, all);
    }
  }

  /** How much some are of all; NaN where there is none. */
  static double share(long some, long all) {
    return all == 0 ? Double.NaN : (double) some / all;
  }

  /** The accounts that a definition gives the name, of those of which it can tell. */
  Share called(TierPolicy policy) {
    long called = 0;
    long told = 0;
    for (Map.Entry<Classification, Long> count : study.counts(policy).entrySet()) {
      called += isCalled(count.getKey()) ? count.getValue() : 0;
      told += cannotTell(count.getKey()) ? 0 : count.getValue();
    }
    return new Share(called, told);
  }

  /** The kappas of every pair of definitions that is defined, from the least up. */
  List<Double> kappas(List<TierPolicy> definitions) {
    List<Double> kappas = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      for (int j = 0; j < i; j++) {
        double kappa = kappa(definitions.get(i), definitions.get(j)).value();
        if (!Double.isNaN(kappa)) {
          kappas.add(kappa);
        }
      }
    }
    kappas.sort(Comparator.naturalOrder());
    return kappas;
  }
}
