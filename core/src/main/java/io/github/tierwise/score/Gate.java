package io.github.tierwise.score;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.List;

/** A condition that stands apart from the score: an account that fails it is never ranked. */
interface Gate {

  /** Fewer engaged people a post than this do not make an influencer. */
  double MIN_ENGAGEMENTS = 30;

  /** Doublings above the expectation from which engagement is implausible. */
  double IMPLAUSIBLE = 3.0;

  /** What a gate says of an account. */
  enum Answer {
    PASS,
    FAIL,
    CANNOT_TELL
  }

  /** A short fixed name for programs. */
  String code();

  Answer test(Signals one);

  /**
   * Marks the rows of a block that fail and failed no gate before.
   *
   * @param many the rows
   * @param failures for each row the position of the gate that it fails first, or -1
   * @param position the position of this gate
   */
  void mark(SignalBlock many, int[] failures, int position);

  /** Marks a row that fails, unless it is marked already; without a branch to guess. */
  private static int mark(boolean fails, int failure, int position) {
    int first = (fails ? 1 : 0) & (failure >>> 31);
    return failure + (first * (position + 1));
  }

  /** Why an account fails, in words. */
  String failure(Signals one);

  /** Why it cannot be told, in words. */
  String doubt(Signals one);

  /** The condition, in words. */
  String describe();

  /** PASS if {@code least <= value <= most}, CANNOT_TELL if the value is unknown. */
  private static Answer within(double least, double value, double most) {
    boolean holds = least <= value && value <= most;
    return Double.isNaN(value) ? Answer.CANNOT_TELL : holds ? Answer.PASS : Answer.FAIL;
  }

  /** A quote is in the brand's currency: else there is no score either. */
  record Currency() implements Gate {
    @Override
    public String code() {
      return Score.Flag.PRICE_IN_OTHER_CURRENCY;
    }

    @Override
    public Answer test(Signals one) {
      return one.isForeign() ? Answer.FAIL : Answer.PASS;
    }

    @Override
    public void mark(SignalBlock many, int[] failures, int position) {
      if (many.mayBeForeign()) {
        for (int i = 0; i < many.rows(); i++) {
          failures[i] = Gate.mark(many.isForeign(i), failures[i], position);
        }
      }
    }

    @Override
    public String failure(Signals one) {
      return one.foreign();
    }

    @Override
    public String doubt(Signals one) {
      throw new AssertionError("can always be told");
    }

    @Override
    public String describe() {
      return "a quote is in the brand's currency";
    }
  }

  /** The price of a post, as quoted or else as usual for the size, is within the budget. */
  record Budget(double budget, String currency) implements Gate {
    @Override
    public String code() {
      return Score.Flag.PRICE_ABOVE_BUDGET;
    }

    @Override
    public Answer test(Signals one) {
      return within(0, one.price(), budget);
    }

    @Override
    public void mark(SignalBlock many, int[] failures, int position) {
      double[] price = many.prices();
      for (int i = 0; i < many.rows(); i++) {
        failures[i] = Gate.mark(price[i] > budget, failures[i], position);
      }
    }

    @Override
    public String failure(Signals one) {
      return "a post at "
          + Text.money(one.price(), currency)
          + (one.isPriceEstimated() ? " (estimated)" : "")
          + " is above the budget of "
          + Text.money(budget, currency);
    }

    @Override
    public String doubt(Signals one) {
      return "cannot tell whether a post is within the budget: price unknown";
    }

    @Override
    public String describe() {
      return "a post, as quoted or else estimated, is within the budget of "
          + Text.money(budget, currency);
    }
  }

  /** Enough people engage. Measured in engagements, so that bought followers do not open it. */
  record Engagements(double least) implements Gate {
    @Override
    public String code() {
      return "too-few-engagements";
    }

    @Override
    public Answer test(Signals one) {
      return within(least, one.typical(), Double.POSITIVE_INFINITY);
    }

    @Override
    public void mark(SignalBlock many, int[] failures, int position) {
      double[] engagements = many.engagements();
      for (int i = 0; i < many.rows(); i++) {
        failures[i] = Gate.mark(engagements[i] < least, failures[i], position);
      }
    }

    @Override
    public String failure(Signals one) {
      return Text.engage(one.typical()) + ", fewer than " + Text.count(least);
    }

    @Override
    public String doubt(Signals one) {
      return "cannot tell whether "
          + Text.count(least)
          + " people engage with a post: engagements unknown";
    }

    @Override
    public String describe() {
      return "at least %s people engage with a post".formatted(Text.count(least));
    }
  }

  /**
   * The engagement is not too far above what is expected. More followers open it. So does any gate
   * on one account's counts that lets a large account in and keeps a small one with the same counts
   * out: the large one is the small one with more followers.
   */
  record Plausible(double doublings) implements Gate {
    @Override
    public String code() {
      return "engagement-far-above-expected";
    }

    @Override
    public Answer test(Signals one) {
      return within(Double.NEGATIVE_INFINITY, one.excess(), doublings);
    }

    @Override
    public void mark(SignalBlock many, int[] failures, int position) {
      double[] levels = many.levels();
      double[] expected = many.expected();
      for (int i = 0; i < many.rows(); i++) {
        failures[i] = Gate.mark(levels[i] - expected[i] > doublings, failures[i], position);
      }
    }

    @Override
    public String failure(Signals one) {
      return "engagement is "
          + Text.count(StrictMath.rint(Logs.exp2(one.excess())))
          + " times what is expected for the size";
    }

    @Override
    public String doubt(Signals one) {
      return "cannot tell whether the engagement is plausible";
    }

    @Override
    public String describe() {
      return "engagement is at most %s times what is expected for the size; followers open it"
          .formatted(Text.count(Logs.exp2(doublings)));
    }
  }

  /** The account is in one of the required tiers of the definition in use. */
  record RequiredTier(TierPolicy tiers, List<String> names, List<Classification> accepted)
      implements Gate {

    /** Finds the answers that are accepted, once. */
    static RequiredTier of(TierPolicy tiers, List<String> names) {
      List<String> labels = tiers.tiers().stream().map(Tier::label).distinct().toList();
      for (String name : names) {
        Checks.require(
            tiers.knows(name),
            () ->
                "tier must be one of %s in definition %s, was %s"
                    .formatted(String.join(", ", labels), tiers.id(), name));
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
    public Answer test(Signals one) {
      return test(one.profile());
    }

    private Answer test(Profile profile) {
      Classification answer = tiers.classify(profile);
      if (accepted.contains(answer)) {
        return Answer.PASS;
      }
      return answer instanceof Unclassified none && none.reason() == Unclassified.Reason.CANNOT_TELL
          ? Answer.CANNOT_TELL
          : Answer.FAIL;
    }

    @Override
    public void mark(SignalBlock many, int[] failures, int position) {
      for (int i = 0; i < many.rows(); i++) {
        if (failures[i] < 0 && test(many.profile(i)) == Answer.FAIL) {
          failures[i] = position;
        }
      }
    }

    @Override
    public String failure(Signals one) {
      return "tier is %s by %s, required is %s"
          .formatted(tiers.classify(one.profile()), tiers.id(), String.join(" or ", names));
    }

    @Override
    public String doubt(Signals one) {
      return "cannot tell the tier: " + tiers.classify(one.profile());
    }

    @Override
    public String describe() {
      return "tier by %s is %s".formatted(tiers.id(), String.join(" or ", names));
    }
  }
}
