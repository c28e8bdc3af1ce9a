package io.github.tierwise.score;

import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.List;

/** A condition that stands apart from the score: an account that fails it is never ranked. */
interface Gate {

  /** What a gate says of an account. */
  enum Answer {
    PASS,
    FAIL,
    CANNOT_TELL
  }

  /** A short fixed name for programs. */
  String code();

  Answer test(Profile profile);

  /**
   * Marks the rows of a block that fail and failed no gate before.
   *
   * @param block the rows
   * @param failures for each row the position of the gate that it fails first, or -1
   * @param position the position of this gate
   */
  void mark(Inputs block, int[] failures, int position);

  /** Marks a row that fails, unless it is marked already; without a branch to guess. */
  private static int mark(boolean fails, int failure, int position) {
    int first = (fails ? 1 : 0) & (failure >>> 31);
    return failure + (first * (position + 1));
  }

  /** Why an account fails, in words. */
  String failure(Profile profile);

  /** Why it cannot be told, in words. */
  String doubt(Profile profile);

  /** The condition, in words. */
  String describe();

  /** PASS if {@code value <= limit}, CANNOT_TELL if the value is unknown. */
  private static Answer atMost(double value, double limit) {
    return Double.isNaN(value) ? Answer.CANNOT_TELL : value <= limit ? Answer.PASS : Answer.FAIL;
  }

  /** The price of a post, as quoted or else as usual for the size, is within the budget. */
  record Budget(double budget, Prices prices) implements Gate {
    @Override
    public String code() {
      return "price-above-budget";
    }

    @Override
    public Answer test(Profile profile) {
      return atMost(prices.price(profile), budget);
    }

    @Override
    public void mark(Inputs block, int[] failures, int position) {
      double[] price = block.prices();
      for (int i = 0; i < block.rows(); i++) {
        failures[i] = Gate.mark(price[i] > budget, failures[i], position);
      }
    }

    @Override
    public String failure(Profile profile) {
      boolean quoted = !Double.isNaN(prices.quote(profile));
      return "a post at %s%s is above the budget of %s"
          .formatted(
              Text.money(prices.price(profile), prices.currency()),
              quoted ? "" : " (estimated)",
              Text.money(budget, prices.currency()));
    }

    @Override
    public String doubt(Profile profile) {
      return "cannot tell whether a post is within the budget: price unknown";
    }

    @Override
    public String describe() {
      return "a post, as quoted or else estimated, is within the budget of "
          + Text.money(budget, prices.currency());
    }
  }

  /** Enough people engage. Measured in engagements, so that bought followers do not open it. */
  record Engagements(double least, PlatformModels models) implements Gate {
    @Override
    public String code() {
      return "too-few-engagements";
    }

    @Override
    public Answer test(Profile profile) {
      double engagements = models.typical(profile);
      return Double.isNaN(engagements)
          ? Answer.CANNOT_TELL
          : engagements >= least ? Answer.PASS : Answer.FAIL;
    }

    @Override
    public void mark(Inputs block, int[] failures, int position) {
      double[] engagements = block.engagements();
      for (int i = 0; i < block.rows(); i++) {
        failures[i] = Gate.mark(engagements[i] < least, failures[i], position);
      }
    }

    @Override
    public String failure(Profile profile) {
      return "%s people engage with a post, fewer than %s"
          .formatted(Text.count(StrictMath.rint(models.typical(profile))), Text.count(least));
    }

    @Override
    public String doubt(Profile profile) {
      return "cannot tell whether %s people engage with a post: engagements unknown"
          .formatted(Text.count(least));
    }

    @Override
    public String describe() {
      return "at least %s people engage with a post".formatted(Text.count(least));
    }
  }

  /** The engagement is not too far above what is expected. */
  record Plausible(double doublings, PlatformModels models) implements Gate {
    @Override
    public String code() {
      return "engagement-far-above-expected";
    }

    @Override
    public Answer test(Profile profile) {
      return atMost(models.excess(profile), doublings);
    }

    @Override
    public void mark(Inputs block, int[] failures, int position) {
      double[] levels = block.levels();
      double[] expected = block.expected();
      for (int i = 0; i < block.rows(); i++) {
        failures[i] = Gate.mark(levels[i] - expected[i] > doublings, failures[i], position);
      }
    }

    @Override
    public String failure(Profile profile) {
      return "engagement is %s times what is expected for the size"
          .formatted(Text.count(StrictMath.rint(Logs.exp2(models.excess(profile)))));
    }

    @Override
    public String doubt(Profile profile) {
      return "cannot tell whether the engagement is plausible";
    }

    @Override
    public String describe() {
      return "engagement is at most %s times what is expected for the size"
          .formatted(Text.count(Logs.exp2(doublings)));
    }
  }

  /** The account is in one of the required tiers of the definition in use. */
  record RequiredTier(TierPolicy tiers, List<String> names, List<Classification> accepted)
      implements Gate {

    /** Finds the answers that are accepted, once. */
    static RequiredTier of(TierPolicy tiers, List<String> names) {
      for (String name : names) {
        if (!tiers.knows(name)) {
          throw new IllegalArgumentException(
              "tier must be one of %s in definition %s, was %s"
                  .formatted(
                      String.join(
                          ", ",
                          tiers.tiers().stream().map(tier -> tier.label()).distinct().toList()),
                      tiers.id(),
                      name));
        }
      }
      return new RequiredTier(
          tiers,
          List.copyOf(names),
          tiers.outcomes().stream()
              .filter(answer -> names.stream().anyMatch(name -> tiers.matches(answer, name)))
              .toList());
    }

    @Override
    public String code() {
      return "other-tier";
    }

    @Override
    public Answer test(Profile profile) {
      Classification answer = tiers.classify(profile);
      if (accepted.contains(answer)) {
        return Answer.PASS;
      }
      return answer instanceof Unclassified none && none.reason() == Unclassified.Reason.CANNOT_TELL
          ? Answer.CANNOT_TELL
          : Answer.FAIL;
    }

    @Override
    public void mark(Inputs block, int[] failures, int position) {
      for (int i = 0; i < block.rows(); i++) {
        if (failures[i] < 0 && test(block.profile(i)) == Answer.FAIL) {
          failures[i] = position;
        }
      }
    }

    @Override
    public String failure(Profile profile) {
      return "tier is %s by %s, required is %s"
          .formatted(tiers.classify(profile), tiers.id(), String.join(" or ", names));
    }

    @Override
    public String doubt(Profile profile) {
      return "cannot tell the tier: " + tiers.classify(profile);
    }

    @Override
    public String describe() {
      return "tier by %s is %s".formatted(tiers.id(), String.join(" or ", names));
    }
  }
}
