package io.github.tierwise.contracts;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import java.util.Arrays;
import java.util.List;

/** What every tier policy must keep. */
final class TierPolicyContract {

  /** No number of an outcome. */
  private static final int UNTOUCHED = -7;

  private TierPolicyContract() {}

  static void check(TierPolicy policy, List<Influencer> accounts, Violations violations) {
    violations.require(!policy.id().isBlank(), "id must not be blank", "policy", policy.id());
    violations.require(
        !policy.tiers().isEmpty(), "there must be at least one tier", "policy", policy.tiers());
    violations.require(
        policy.outcomes().equals(policy.outcomes()),
        "outcomes must be the same each time",
        "policy",
        "different");
    for (Classification outcome : policy.outcomes()) {
      violations.require(
          outcome.definition().equals(policy.id()),
          "definition of every outcome must be " + policy.id(),
          outcome,
          outcome.definition());
    }
    violations.require(
        areTiersFirst(policy.outcomes()),
        "outcomes must be the tiers, then the reasons for having none",
        "policy",
        policy.outcomes());
    violations.require(
        isUnmodifiable(policy.outcomes()),
        "outcomes must be an unmodifiable list",
        "policy",
        policy.outcomes().getClass().getSimpleName());
    violations.each(accounts, account -> check(policy, account, violations));
    new UnknownInputs(accounts, accounts.size()).cannotTell(policy, "", violations);
    Checks.range(
        (columns, from, to, out, at) -> {
          int[] numbers = new int[out.length];
          Arrays.fill(numbers, UNTOUCHED);
          policy.classify(columns, from, to, numbers, at);
          for (int i = 0; i < out.length; i++) {
            out[i] = numbers[i] == UNTOUCHED ? out[i] : numbers[i];
          }
        },
        account -> policy.outcomes().indexOf(policy.classify(account)),
        accounts,
        violations);
    edges(policy, violations);
    bounds(policy, accounts, violations);
    Checks.shared(policy::classify, accounts, violations);
    Checks.serialization(policy, TierPolicy.class, TierPolicy::classify, accounts, violations);
  }

  private static void check(TierPolicy policy, Influencer account, Violations violations) {
    Classification answer = policy.classify(account);
    violations.require(
        policy.outcomes().stream().anyMatch(outcome -> outcome == answer),
        "the answer must be one of the outcomes, the same instance",
        account.id(),
        answer);
    if (answer instanceof Tier tier && !Double.isNaN(account.followers())) {
      violations.require(
          tier.min() <= account.followers() && account.followers() < tier.max(),
          "the tier's bounds must hold " + account.followers() + " followers",
          account.id(),
          tier);
    }
  }

  /** Where a policy says that followers alone decide, they do, and only at its bounds. */
  private static void bounds(TierPolicy policy, List<Influencer> accounts, Violations violations) {
    for (Influencer account : accounts) {
      List<Double> bounds = policy.followerBounds(account.platform()).orElse(List.of());
      double before = 0;
      for (double bound : bounds) {
        violations.require(
            bound > before && bound < Double.POSITIVE_INFINITY,
            "follower bounds must be finite and rise from above 0",
            account.platform().displayName(),
            bounds);
        before = bound;
      }
      if (policy.followerBounds(account.platform()).isPresent()) {
        double start = account.followers();
        for (double bound : bounds) {
          if (bound <= account.followers()) {
            start = bound;
          }
        }
        if (!bounds.isEmpty() && account.followers() < bounds.get(0)) {
          start = 0;
        }
        Classification bare =
            policy.classify(
                Influencer.builder("bare", account.platform()).followers(start).build());
        Classification answer = policy.classify(account);
        violations.require(
            bare == answer,
            "the answer must be that for %s followers, the start of its interval".formatted(start),
            account.id(),
            answer);
      }
    }
  }

  /** Edges that the source leaves open. */
  private static void edges(TierPolicy policy, Violations violations) {
    for (Platform platform : Platform.values()) {
      List<Double> edges = policy.disputedEdges(platform);
      violations.require(
          edges.equals(edges.stream().sorted().distinct().toList()),
          "disputed edges must rise",
          platform.displayName(),
          edges);
    }
  }

  private static boolean areTiersFirst(List<Classification> outcomes) {
    long tiers = outcomes.stream().filter(Tier.class::isInstance).count();
    return outcomes.stream().limit(tiers).allMatch(Tier.class::isInstance);
  }

  /** Asked without changing anything. */
  private static boolean isUnmodifiable(List<Classification> outcomes) {
    try {
      outcomes.addAll(List.of());
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    }
  }
}
