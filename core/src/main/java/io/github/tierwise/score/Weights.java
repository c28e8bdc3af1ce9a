package io.github.tierwise.score;

import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Priority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a brand's answers become weights, in points.
 *
 * <p>Everybody starts at 2: equal weights are robust while priorities are unknown. No criterion in
 * play falls below 1. That an SME weighs cost up and audience down follows two studies (Beichert et
 * al. 2024: macro-influencers bring 6 times the revenue at 18 times the cost; Wies et al. 2023);
 * the rest is own default.
 */
final class Weights {

  private static final double START = 2;
  private static final double LEAST = 1;

  /** What one answer does to one weight. */
  private record Move(
      String answer, Predicate<BrandProfile> applies, Priority priority, double by, String source) {

    static Move of(Goal goal, Priority priority, double by) {
      return new Move(
          "goal " + goal.name().toLowerCase(Locale.ROOT),
          brand -> brand.goal().filter(goal::equals).isPresent(),
          priority,
          by,
          OWN);
    }

    static Move of(CompanySize size, Priority priority, double by, String source) {
      return new Move(
          size == CompanySize.SME ? "SME" : "large corporation",
          brand -> brand.size().filter(size::equals).isPresent(),
          priority,
          by,
          source);
    }

    static Move noPresence(Priority priority, double by) {
      return new Move(
          "no own presence",
          brand -> brand.ownPresence().filter(present -> !present).isPresent(),
          priority,
          by,
          OWN);
    }

    String signed() {
      return (by > 0 ? "+" : "") + Text.plain(by);
    }
  }

  private static final String OWN = "own default";
  private static final String STUDIES =
      "direction after Wies et al. 2023 and Beichert et al. 2024, size own default";
  private static final String MIRROR = "own default, the mirror of SME";

  private static final List<Move> MOVES =
      List.of(
          Move.of(Goal.AWARENESS, Priority.ENGAGED_AUDIENCE, 2),
          Move.of(Goal.AWARENESS, Priority.CONVERSION, -1),
          Move.of(Goal.ENGAGEMENT, Priority.ENGAGEMENT, 2),
          Move.of(Goal.SALES, Priority.CONVERSION, 2),
          Move.of(Goal.SALES, Priority.ENGAGED_AUDIENCE, -1),
          Move.of(CompanySize.SME, Priority.ENGAGED_AUDIENCE, -1, STUDIES),
          Move.of(CompanySize.SME, Priority.COST, 1, STUDIES),
          Move.of(CompanySize.LARGE, Priority.ENGAGED_AUDIENCE, 1, MIRROR),
          Move.of(CompanySize.LARGE, Priority.COST, -1, MIRROR),
          Move.noPresence(Priority.ENGAGEMENT, 1),
          Move.noPresence(Priority.CONVERSION, -1));

  private Weights() {}

  /** The weight of each standard criterion; 0 where the brand's answers leave it out of play. */
  static Map<Priority, Scorer.Weight> of(BrandProfile brand) {
    Map<Priority, Scorer.Weight> result = new EnumMap<>(Priority.class);
    for (Priority priority : Priority.values()) {
      result.put(priority, of(priority, brand));
    }
    return result;
  }

  /** Where every weight starts, how low it may fall, and what each answer does. */
  static List<String> constants() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.constant(
            "weight to start with",
            Text.plain(START) + " points",
            "equal weights: Dawes 1979, from memory; the number own default"));
    lines.add(Text.ownDefault("weight at least", Text.plain(LEAST) + " points"));
    for (Move move : MOVES) {
      lines.add(
          Text.constant(
              "%s, weight of %s".formatted(move.answer(), move.priority().label()),
              move.signed() + " points",
              move.source()));
    }
    return lines;
  }

  private static Scorer.Weight of(Priority priority, BrandProfile brand) {
    if (priority == Priority.COST && Double.isNaN(brand.budget())) {
      return new Scorer.Weight(priority.label(), 0, "no budget was said");
    }
    if (priority == Priority.AUDIENCE_FIT && brand.targets().isEmpty()) {
      return new Scorer.Weight(priority.label(), 0, "no target audience was said");
    }
    List<String> why = new ArrayList<>(List.of(Text.plain(START) + " for everybody"));
    double weight = START;
    for (Move move : MOVES) {
      if (move.priority == priority && move.applies.test(brand)) {
        weight += move.by;
        why.add(move.signed() + " " + move.answer);
      }
    }
    if (weight < LEAST) {
      weight = LEAST;
      why.add("at least " + Text.plain(LEAST));
    }
    double factor = brand.priority(priority);
    if (factor != 1) {
      weight *= factor;
      why.add("x " + Text.plain(factor) + " priority");
    }
    return new Scorer.Weight(priority.label(), weight, String.join(", ", why));
  }
}
