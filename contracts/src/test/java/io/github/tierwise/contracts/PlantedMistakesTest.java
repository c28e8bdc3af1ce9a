package io.github.tierwise.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** For each promise of a contract one mistake that breaks it, and what its author reads. */
class PlantedMistakesTest {

  private static final List<Influencer> ACCOUNTS = Samples.of(1, 90);

  private static final Thread OWNER = Thread.currentThread();

  /** A mistake of a thread: what is answered depends on who asks. */
  private static double onlyHere(double value) {
    return Thread.currentThread() == OWNER ? value : Double.NaN;
  }

  private static double orZero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  /** A mistake, and the line that tells it. */
  private record Mistake(String promise, Executable check, String subject, String line) {

    DynamicTest caught() {
      return DynamicTest.dynamicTest(
          promise,
          () -> {
            AssertionError error = assertThrows(AssertionError.class, check);
            List<String> lines = error.getMessage().lines().map(String::strip).toList();
            assertTrue(
                lines.get(0).matches(subject + " breaks its contract in \\d+ cases?:"),
                error.getMessage());
            assertTrue(lines.contains(line), error.getMessage());
          });
    }
  }

  /** A sound policy by followers; a mistake overrides one thing. */
  private static class Sizes implements TierPolicy {

    /** For those that are read back. */
    Sizes() {}

    final Tier small = new Tier("sizes", "small", 1, CommonTier.NONE, 0, 500);
    final Tier large =
        new Tier("sizes", "large", 2, CommonTier.NONE, 500, Double.POSITIVE_INFINITY);
    final Unclassified unknown =
        new Unclassified("sizes", Unclassified.Reason.CANNOT_TELL, "followers are unknown");
    final List<Classification> outcomes = List.of(small, large, unknown);

    @Override
    public String id() {
      return "sizes";
    }

    @Override
    public List<Classification> outcomes() {
      return outcomes;
    }

    @Override
    public Classification classify(Profile profile) {
      if (Double.isNaN(profile.followers())) {
        return unknown;
      }
      return profile.followers() < 500 ? small : large;
    }
  }

  private static Mistake policy(String promise, TierPolicy policy, String line) {
    return new Mistake(
        promise, () -> Contracts.check(policy, ACCOUNTS), "tier policy " + policy.id(), line);
  }

  /** Says that it can be written. */
  private static final class Forgetful extends Sizes implements Serializable {
    private static final long serialVersionUID = 1L;
    private transient boolean known = true;

    @Override
    public Classification classify(Profile profile) {
      // Read back, it has forgotten.
      return known ? super.classify(profile) : outcomes.get(2);
    }
  }

  @TestFactory
  Stream<DynamicTest> aMistakeOfATierPolicyIsCaught() {
    Contracts.check(new Sizes(), ACCOUNTS);
    return Stream.of(
            policy(
                "its id is not blank",
                new Sizes() {
                  @Override
                  public String id() {
                    return "";
                  }
                },
                "policy: id must not be blank, was"),
            policy(
                "it has a tier",
                new Sizes() {
                  @Override
                  public List<Classification> outcomes() {
                    return List.of(unknown);
                  }

                  @Override
                  public Classification classify(Profile profile) {
                    return unknown;
                  }
                },
                "policy: there must be at least one tier, was []"),
            policy(
                "its outcomes are the same each time",
                new Sizes() {
                  private boolean other;

                  @Override
                  public List<Classification> outcomes() {
                    other = !other;
                    return other ? outcomes : List.of(large, small, unknown);
                  }
                },
                "policy: outcomes must be the same each time, was different"),
            policy(
                "its outcomes are its own",
                new Sizes() {
                  private final Tier other =
                      new Tier("other", "vast", 3, CommonTier.NONE, 1e9, Double.POSITIVE_INFINITY);

                  @Override
                  public List<Classification> outcomes() {
                    return List.of(small, large, other, unknown);
                  }
                },
                "vast (1,000,000,000 and more): definition of every outcome must be sizes, was"
                    + " other"),
            policy(
                "its tiers come before the reasons for having none",
                new Sizes() {
                  @Override
                  public List<Classification> outcomes() {
                    return List.of(unknown, small, large);
                  }
                },
                "policy: outcomes must be the tiers, then the reasons for having none, was"
                    + " [unclassified: followers are unknown, small (0 to below 500), large (500 and"
                    + " more)]"),
            policy(
                "its outcomes cannot be modified",
                new Sizes() {
                  private final List<Classification> open = new ArrayList<>(outcomes);

                  @Override
                  public List<Classification> outcomes() {
                    return open;
                  }
                },
                "policy: outcomes must be an unmodifiable list, was ArrayList"),
            policy(
                "it answers with the very instance",
                new Sizes() {
                  @Override
                  public Classification classify(Profile profile) {
                    return super.classify(profile) == small
                        ? new Tier("sizes", "small", 1, CommonTier.NONE, 0, 500)
                        : super.classify(profile);
                  }
                },
                "edge-1: the answer must be one of the outcomes, the same instance, was small (0 to"
                    + " below 500)"),
            policy(
                "a tier's bounds hold the followers",
                new Sizes() {
                  @Override
                  public Classification classify(Profile profile) {
                    return profile.followers() == 999 ? small : super.classify(profile);
                  }
                },
                "edge-6: the tier's bounds must hold 999.0 followers, was small (0 to below 500)"),
            policy(
                "unknown followers are not few",
                new Sizes() {
                  @Override
                  public Classification classify(Profile profile) {
                    return profile.followers() >= 500 ? large : small;
                  }
                },
                "edge-2: with unknown followers it must be unclassified with the reason CANNOT_TELL,"
                    + " since it is small with 0 and large with 1000.0, was small (0 to below 500)"),
            policy(
                "unknown followers are not many",
                new Sizes() {
                  @Override
                  public Classification classify(Profile profile) {
                    return profile.followers() < 500 ? small : large;
                  }
                },
                "edge-2: with unknown followers it must be unclassified with the reason CANNOT_TELL,"
                    + " since it is small with 0 and large with 1000.0, was large (500 and more)"),
            policy(
                "an unknown share is not none",
                new Sizes() {
                  @Override
                  public Classification classify(Profile profile) {
                    return profile.followers() >= 500 && profile.audience("topic", "gaming") > 0.4
                        ? unknown
                        : super.classify(profile);
                  }
                },
                "edge-8: with unknown topic gaming it must be unclassified with the reason"
                    + " CANNOT_TELL, since it is large with 0 and unclassified with 0.5, was large"
                    + " (500 and more)"),
            policy(
                "unknown followers are not few where likes are unknown, too",
                new Sizes() {
                  @Override
                  public Classification classify(Profile profile) {
                    Classification answer = super.classify(profile);
                    return answer == unknown && Double.isNaN(profile.likes()) ? small : answer;
                  }
                },
                "only-followers: with unknown followers it must be unclassified with the reason"
                    + " CANNOT_TELL, since it is small with 0 and large with 48000.0, was small (0"
                    + " to below 500)"),
            policy(
                "what it says of its followers alone is so",
                new Sizes() {
                  @Override
                  public Optional<List<Double>> followerBounds(Platform platform) {
                    return Optional.of(List.of(1e6));
                  }
                },
                "edge-6: the answer must be that for 0.0 followers, the start of its"
                    + " interval, was large (500 and more)"),
            policy(
                "follower bounds rise",
                new Sizes() {
                  @Override
                  public Optional<List<Double>> followerBounds(Platform platform) {
                    return Optional.of(List.of(500.0, 500.0));
                  }
                },
                "Instagram: follower bounds must be finite and rise from above 0, was [500.0,"
                    + " 500.0]"),
            policy(
                "disputed edges rise",
                new Sizes() {
                  @Override
                  public List<Double> disputedEdges(Platform platform) {
                    return List.of(500.0, 400.0);
                  }
                },
                "Instagram: disputed edges must rise, was [500.0, 400.0]"),
            policy(
                "a range gives what one at a time does",
                new Sizes() {
                  @Override
                  public void classify(
                      ProfileColumns columns, int from, int to, int[] out, int at) {
                    Arrays.fill(out, at, at + to - from, 0);
                  }
                },
                "edge-6: the value in the range 0 to 90 must be 1.0, was 0.0"),
            policy(
                "a range writes nothing beside itself",
                new Sizes() {
                  @Override
                  public void classify(
                      ProfileColumns columns, int from, int to, int[] out, int at) {
                    super.classify(columns, from, to, out, at);
                    out[0] = 1;
                  }
                },
                "position 0: a range must write nothing beside itself, was 1.0"),
            policy(
                "a profile is not kept",
                new Sizes() {
                  private Optional<Profile> last = Optional.empty();
                  private Classification answer = unknown;

                  @Override
                  public Classification classify(Profile profile) {
                    if (last.isEmpty() || last.get() != profile) {
                      last = Optional.of(profile);
                      answer = super.classify(profile);
                    }
                    return answer;
                  }
                },
                "edge-1: the value in the range 0 to 90 must be 0.0, was 2.0"),
            policy(
                "it can be shared between threads",
                new Sizes() {
                  @Override
                  public Classification classify(Profile profile) {
                    return Double.isNaN(onlyHere(1)) ? unknown : super.classify(profile);
                  }
                },
                "all: shared between threads it must answer the same, was different"),
            policy(
                "it survives serialization",
                new Forgetful(),
                "edge-1: after serialization the answer must be small (0 to below 500), was"
                    + " unclassified: followers are unknown"))
        .map(Mistake::caught);
  }

  /** A sound model; a mistake overrides one thing. */
  private static class Saves implements EngagementModel {

    /** For those that are read back. */
    Saves() {}

    @Override
    public String formula() {
      return "saves";
    }

    @Override
    public Measure denominator() {
      return Measure.VIEWS;
    }

    @Override
    public double engagements(Profile profile) {
      return profile.saves();
    }

    @Override
    public Direction direction() {
      return Direction.INDEPENDENT;
    }
  }

  private static final class ForgetfulSaves extends Saves implements Serializable {
    private static final long serialVersionUID = 1L;
    private transient double factor = 1;

    @Override
    public double engagements(Profile profile) {
      return factor * profile.saves();
    }
  }

  private static Mistake model(String promise, EngagementModel model, String line) {
    return new Mistake(
        promise,
        () -> Contracts.check(model, ACCOUNTS),
        "engagement model " + model.formula(),
        line);
  }

  @TestFactory
  Stream<DynamicTest> aMistakeOfAnEngagementModelIsCaught() {
    Contracts.check(new Saves(), ACCOUNTS);
    return Stream.of(
            model(
                "its formula is not blank",
                new Saves() {
                  @Override
                  public String formula() {
                    return "";
                  }
                },
                "model: formula must not be blank, was"),
            model(
                "its denominator is followers or views",
                new Saves() {
                  @Override
                  public Measure denominator() {
                    return Measure.LIKES;
                  }
                },
                "model: denominator must be followers or views, was LIKES"),
            model(
                "engagements are not negative",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return profile.saves() - profile.comments();
                  }
                },
                "edge-9: engagements must be finite and >= 0 or NaN, was -74.0"),
            model(
                "likes less comments are not engagements",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return profile.likes() - profile.comments();
                  }
                },
                "mostly-comments: engagements must be finite and >= 0 or NaN, was -70920.0"),
            model(
                "engagements are finite",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return profile.saves() / profile.comments();
                  }
                },
                "no-comments: engagements must be finite and >= 0 or NaN, was Infinity"),
            model(
                "an unknown interaction is not none",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return orZero(profile.saves());
                  }
                },
                "every account: unknown saves must not count as none: the engagements must"
                    + " be NaN, or isLowerBound true, was the same engagements, such as 0.0 for"
                    + " edge-6"),
            model(
                "an unknown interaction is not none beside a known one",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return Double.isNaN(profile.saves()) && Double.isNaN(profile.shares())
                        ? Double.NaN
                        : orZero(profile.saves()) + orZero(profile.shares());
                  }
                },
                "every account: unknown shares must not count as none: the engagements must"
                    + " be NaN, or isLowerBound true, was the same engagements, such as 110.0 for"
                    + " no-followers"),
            model(
                "an unknown interaction is not none where another is unknown, too",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return Double.isNaN(profile.shares())
                        ? orZero(profile.saves())
                        : profile.saves() + profile.shares();
                  }
                },
                "every account: unknown saves and shares must not count as none: the"
                    + " engagements must be NaN, or isLowerBound true, was the same engagements,"
                    + " such as 0.0 for no-followers"),
            model(
                "the rate is the quotient",
                new Saves() {
                  @Override
                  public double rate(Profile profile) {
                    return profile.saves() / profile.followers();
                  }
                },
                "edge-7: rate must be 3.6656891495601173E-4, was 0.001"),
            model(
                "the typical rate is the quotient",
                new Saves() {
                  @Override
                  public double typicalRate(Profile profile) {
                    return profile.saves() / profile.followers();
                  }
                },
                "edge-7: typicalRate must be 3.6656891495601173E-4, was 0.001"),
            model(
                "typical engagements without posts are the mean",
                new Saves() {
                  @Override
                  public double typicalEngagements(Profile profile) {
                    return profile.saves() / 2;
                  }
                },
                "edge-6: typicalEngagements must be 1.0, was 0.5"),
            model(
                "the level is not negative",
                new Saves() {
                  @Override
                  public double level(Profile profile) {
                    return profile.saves() - 200;
                  }
                },
                "edge-1: level must be finite and >= 0 or NaN, was -200.0"),
            model(
                "the variance of a level is above 0",
                new Saves() {
                  @Override
                  public double levelVariance(Profile profile) {
                    return 0;
                  }
                },
                "edge-1: levelVariance must be finite and > 0 where the level is known, was"
                    + " 0.0"),
            model(
                "the error is at least 0",
                new Saves() {
                  @Override
                  public double logError(Profile profile) {
                    return -1;
                  }
                },
                "nothing-known: logError must be finite and >= 0 or NaN, was -1.0"),
            model(
                "followers move it as declared",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return profile.saves() * profile.followers() / 1_000;
                  }
                },
                "edge-7: with 1011.0 followers instead of 1000.0 the value must be the same"
                    + " as 1.0, was 1.011"),
            model(
                "the explanation has the same value",
                new Saves() {
                  @Override
                  public Explanation explain(Profile profile) {
                    return Explanation.given("saves", 7, "seven");
                  }
                },
                "nothing-known: value of the explanation must be NaN, was 7.0"),
            model(
                "a range gives what one at a time does",
                new Saves() {
                  @Override
                  public void engagements(
                      ProfileColumns columns, int from, int to, double[] out, int at) {
                    super.engagements(columns, from, to, out, at);
                    out[at] = 7;
                  }
                },
                "mostly-posts: the value in the range 30 to 90 must be 110.0, was 7.0"),
            model(
                "a range writes nothing beside itself",
                new Saves() {
                  @Override
                  public void engagements(
                      ProfileColumns columns, int from, int to, double[] out, int at) {
                    super.engagements(columns, from, to, out, at);
                    out[0] = 7;
                  }
                },
                "position 0: a range must write nothing beside itself, was 7.0"),
            model(
                "it can be shared between threads",
                new Saves() {
                  @Override
                  public double engagements(Profile profile) {
                    return onlyHere(profile.saves());
                  }
                },
                "all: shared between threads it must answer the same, was different"),
            model(
                "it survives serialization",
                new ForgetfulSaves(),
                "edge-6: after serialization the answer must be 1.0, was 0.0"))
        .map(Mistake::caught);
  }

  /** A sound criterion; a mistake overrides one thing. */
  private static class Saved implements Criterion {

    /** For those that are read back. */
    Saved() {}

    @Override
    public String name() {
      return "saved";
    }

    @Override
    public double utility(Profile profile) {
      return profile.saves() / (profile.saves() + 100);
    }

    @Override
    public Direction direction() {
      return Direction.INDEPENDENT;
    }

    @Override
    public String describe() {
      return "saved: saves by saves + 100";
    }
  }

  private static final class ForgetfulSaved extends Saved implements Serializable {
    private static final long serialVersionUID = 1L;
    private transient double factor = 1;

    @Override
    public double utility(Profile profile) {
      return factor * super.utility(profile);
    }
  }

  private static Mistake criterion(String promise, Criterion criterion, String line) {
    return new Mistake(
        promise, () -> Contracts.check(criterion, ACCOUNTS), "criterion " + criterion.name(), line);
  }

  private static final Criterion UNKNOWN_AS_ZERO =
      new Saved() {
        @Override
        public double utility(Profile profile) {
          return orZero(super.utility(profile));
        }
      };

  private static final Criterion OTHER_ESTIMATE =
      new Saved() {
        @Override
        public Estimate estimate(Profile profile) {
          double utility = utility(profile);
          return Double.isNaN(utility) ? Estimate.exact(utility) : new Estimate(utility / 2, 0, 1);
        }
      };

  private static final Criterion OTHER_EXPLANATION =
      new Saved() {
        @Override
        public Explanation explain(Profile profile) {
          return Explanation.given("saved", 0.25, "a quarter");
        }
      };

  private static final Criterion BOUGHT =
      new Saved() {
        @Override
        public double utility(Profile profile) {
          return profile.followers() / (profile.followers() + 1_000);
        }
      };

  private static final Criterion OTHER_RANGE =
      new Saved() {
        @Override
        public void utilities(ProfileColumns columns, int from, int to, double[] out, int at) {
          Arrays.fill(out, at, at + to - from, 0.25);
        }
      };

  private static final Criterion OF_ITS_THREAD =
      new Saved() {
        @Override
        public double utility(Profile profile) {
          return onlyHere(super.utility(profile));
        }
      };

  @TestFactory
  Stream<DynamicTest> aMistakeOfACriterionIsCaught() {
    Contracts.check(new Saved(), ACCOUNTS);
    return Stream.of(
            criterion(
                "its name is not blank",
                new Saved() {
                  @Override
                  public String name() {
                    return "";
                  }
                },
                "criterion: name must not be blank, was"),
            criterion(
                "utilities are in range",
                new Saved() {
                  @Override
                  public double utility(Profile profile) {
                    return 2 * super.utility(profile);
                  }
                },
                "edge-15: utility must be between 0 and 1 or NaN, was 1.3788819875776397"),
            criterion(
                "the neutral utility is in range",
                new Saved() {
                  @Override
                  public double neutral() {
                    return Double.NaN;
                  }
                },
                "criterion: neutral utility must be between 0 and 1, was NaN"),
            criterion(
                "it is known of somebody",
                new Saved() {
                  @Override
                  public double utility(Profile profile) {
                    return Double.NaN;
                  }
                },
                "all 90 accounts: utility must be known for one account at least, or nothing is"
                    + " checked (check it with accounts of your own that have what it asks for),"
                    + " was NaN"),
            criterion(
                "unknown is not none",
                UNKNOWN_AS_ZERO,
                "every account: unknown saves must not count as none, was the same utility"
                    + " and range, such as 0.0 for edge-6"),
            criterion(
                "unknown is not none beside what is known",
                new Saved() {
                  @Override
                  public double utility(Profile profile) {
                    double all =
                        Double.isNaN(profile.saves()) && Double.isNaN(profile.shares())
                            ? Double.NaN
                            : orZero(profile.saves()) + orZero(profile.shares());
                    return all / (all + 100);
                  }
                },
                "every account: unknown shares must not count as none, was the same utility"
                    + " and range, such as 0.5238095238095238 for no-followers"),
            criterion(
                "the estimate has the same value",
                OTHER_ESTIMATE,
                "edge-6: value of the estimate must be 0.009900990099009901, was"
                    + " 0.0049504950495049506"),
            criterion(
                "the ends of the estimate are in range",
                new Saved() {
                  @Override
                  public Estimate estimate(Profile profile) {
                    double utility = utility(profile);
                    return Double.isNaN(utility)
                        ? Estimate.exact(utility)
                        : new Estimate(utility, -1, 1);
                  }
                },
                "edge-1: ends of the estimate must be between 0 and 1, was 0.00 (-1.00 to"
                    + " 1.00)"),
            criterion(
                "the explanation has the same value",
                OTHER_EXPLANATION,
                "edge-1: value of the explanation must be 0.0, was 0.25"),
            criterion(
                "the explanation has a note",
                new Saved() {
                  @Override
                  public Explanation explain(Profile profile) {
                    return Explanation.given("saved", utility(profile), "");
                  }
                },
                "edge-1: the explanation must have a note, was         0  saved"),
            criterion(
                "followers move it as declared",
                BOUGHT,
                "edge-1: with 1.0 followers instead of 0.0 the value must be the same as"
                    + " 0.0, was 9.99000999000999E-4"),
            criterion(
                "a range gives what one at a time does",
                OTHER_RANGE,
                "edge-1: the value in the range 0 to 90 must be 0.0, was 0.25"),
            criterion(
                "it can be shared between threads",
                OF_ITS_THREAD,
                "all: shared between threads it must answer the same, was different"),
            criterion(
                "it survives serialization",
                new ForgetfulSaved(),
                "edge-6: after serialization the answer must be 0.009900990099009901, was"
                    + " 0.0"))
        .map(Mistake::caught);
  }

  private static final BrandProfile BRAND = BrandProfile.builder().budget(5_000, "USD").build();

  private static Mistake scorer(String promise, Scorer.Builder builder, String line) {
    Scorer scorer = builder.build();
    return new Mistake(
        promise, () -> Contracts.check(scorer, ACCOUNTS), "scorer for budget 5,000 USD", line);
  }

  private static Mistake scorer(String promise, Criterion criterion, String line) {
    return scorer(promise, Scorer.builder(BRAND).criterion(criterion, 2), line);
  }

  @TestFactory
  Stream<DynamicTest> aMistakeThatBreaksAGuaranteeOfAScorerIsCaught() {
    Contracts.check(Scorer.builder(BRAND).criterion(new Saved(), 2).build(), ACCOUNTS);
    return Stream.of(
            scorer(
                "1. reasons add up: the estimate",
                OTHER_ESTIMATE,
                "edge-6: value alone must be 43.39726902554886, was 43.496278926538956"),
            scorer(
                "1. reasons add up: the explanation",
                OTHER_EXPLANATION,
                "edge-5: value of the explanation must be 49.84, was 54.84"),
            scorer(
                "2. bought followers never pay",
                BOUGHT,
                "edge-2: with 3.0 followers instead of 1.0 the value must be at most"
                    + " 49.85998001998002, was 49.89982053838485"),
            scorer(
                "3. unknown is not zero: a criterion",
                UNKNOWN_AS_ZERO,
                "criterion saved, every account: unknown saves must not count as none, was"
                    + " the same utility and range, such as 0.0 for edge-6"),
            scorer(
                "3. unknown is not zero: an engagement model",
                Scorer.builder(BRAND)
                    .engagement(
                        Platform.INSTAGRAM,
                        EngagementModel.of(
                            "saves", Measure.VIEWS, profile -> orZero(profile.saves()))),
                "engagement model saves, every account: unknown saves must not count as"
                    + " none: the engagements must be NaN, or isLowerBound true, was the same"
                    + " engagements, such as 0.0 for edge-6"),
            scorer(
                "3. unknown is not zero: a tier policy",
                Scorer.builder(BRAND)
                    .tiers(
                        new Sizes() {
                          @Override
                          public Classification classify(Profile profile) {
                            return profile.followers() >= 500 ? large : small;
                          }
                        }),
                "tier policy sizes, edge-2: with unknown followers it must be unclassified"
                    + " with the reason CANNOT_TELL, since it is small with 0 and large with"
                    + " 1000.0, was small (0 to below 500)"),
            scorer(
                "negative engagements are refused",
                Scorer.builder(BRAND)
                    .engagement(
                        Platform.INSTAGRAM,
                        EngagementModel.of(
                            "likes less comments",
                            Measure.FOLLOWERS,
                            profile -> profile.likes() - profile.comments())),
                "edge-3: nothing must be thrown, was java.lang.IllegalStateException:"
                    + " engagements of edge-3 by the model likes less comments must be finite and"
                    + " >= 0, or NaN for unknown, was -1"),
            scorer(
                "4. same bits: in a range",
                OTHER_RANGE,
                "edge-2: the value in the range 0 to 90 must be 49.84, was 54.84"),
            scorer(
                "4. same bits: on several threads",
                OF_ITS_THREAD,
                "all: shared between threads it must answer the same, was different"),
            scorer(
                "4. same bits: after serialization",
                new ForgetfulSaved(),
                "edge-6: after serialization the answer must be 43.496278926538956, was 43.29825912455876"),
            scorer(
                "5. gates stand apart",
                Scorer.builder(BRAND)
                    .tiers(
                        new Sizes() {
                          @Override
                          public Classification classify(Profile profile) {
                            // Rows of columns are no influencers.
                            return profile instanceof Influencer ? super.classify(profile) : small;
                          }
                        })
                    .requireTier("large"),
                "ranking: columns must be ranked as a list is, was another order"),
            scorer(
                "6. more engagement never hurts",
                new Saved() {
                  @Override
                  public double utility(Profile profile) {
                    return 100 / (profile.saves() + 100);
                  }
                },
                "edge-2: with 1.0 saves instead of 0.0 the score must be at least 69.84,"
                    + " was 69.64198019801981"))
        .map(Mistake::caught);
  }

  @TestFactory
  Stream<DynamicTest> aCriterionThatSaysNoMoreThanItsNameIsWarnedOf() {
    Criterion silent =
        new Saved() {
          @Override
          public String describe() {
            return name();
          }
        };
    return Stream.of(
        DynamicTest.dynamicTest(
            "it passes with a warning",
            () -> {
              Contracts.check(silent, ACCOUNTS);
              assertEquals(
                  List.of(
                      "criterion saved: describe() must say more than the name, or the fingerprint"
                          + " of a scorer cannot tell it from another criterion of that name: list"
                          + " what it is made of, with its constants"),
                  CriterionContract.warnings(silent));
            }),
        DynamicTest.dynamicTest(
            "one that says more passes without",
            () -> assertEquals(List.of(), CriterionContract.warnings(new Saved()))));
  }
}
