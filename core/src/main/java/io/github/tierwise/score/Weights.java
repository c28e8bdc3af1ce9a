package io.github.tierwise.score;

import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Priority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  private final Map<Priority, Double> points = new EnumMap<>(Priority.class);
  private final Map<Priority, List<String>> reasons = new EnumMap<>(Priority.class);

  private Weights() {
    for (Priority priority : Priority.values()) {
      points.put(priority, START);
      reasons.put(priority, new ArrayList<>(List.of(Text.plain(START) + " for everybody")));
    }
  }

  /** The weight of each standard criterion; 0 where the brand's answers leave it out of play. */
  static Map<Priority, Scorer.Weight> of(BrandProfile brand) {
    Weights weights = new Weights();
    brand.goal().ifPresent(weights::goal);
    brand.size().ifPresent(weights::size);
    if (brand.ownPresence().isPresent() && !brand.ownPresence().get()) {
      weights.move(Priority.ENGAGEMENT, 1, "no own presence");
      weights.move(Priority.CONVERSION, -1, "no own presence");
    }
    Map<Priority, Scorer.Weight> result = new EnumMap<>(Priority.class);
    for (Priority priority : Priority.values()) {
      result.put(priority, weights.finish(priority, brand));
    }
    return result;
  }

  private void goal(Goal goal) {
    switch (goal) {
      case AWARENESS -> {
        move(Priority.ENGAGED_AUDIENCE, 2, "goal awareness");
        move(Priority.CONVERSION, -1, "goal awareness");
      }
      case ENGAGEMENT -> move(Priority.ENGAGEMENT, 2, "goal engagement");
      case SALES -> {
        move(Priority.CONVERSION, 2, "goal sales");
        move(Priority.ENGAGED_AUDIENCE, -1, "goal sales");
      }
    }
  }

  private void size(CompanySize size) {
    if (size == CompanySize.SME) {
      move(Priority.ENGAGED_AUDIENCE, -1, "SME");
      move(Priority.COST, 1, "SME");
    } else {
      move(Priority.ENGAGED_AUDIENCE, 1, "large corporation");
      move(Priority.COST, -1, "large corporation");
    }
  }

  private void move(Priority priority, double by, String reason) {
    points.merge(priority, by, Double::sum);
    reasonsOf(priority).add((by > 0 ? "+" : "") + Text.plain(by) + " " + reason);
  }

  private List<String> reasonsOf(Priority priority) {
    return reasons.computeIfAbsent(priority, p -> new ArrayList<>());
  }

  private Scorer.Weight finish(Priority priority, BrandProfile brand) {
    if (priority == Priority.COST && Double.isNaN(brand.budget())) {
      return new Scorer.Weight(priority.label(), 0, "no budget was said");
    }
    if (priority == Priority.AUDIENCE_FIT && brand.targets().isEmpty()) {
      return new Scorer.Weight(priority.label(), 0, "no target audience was said");
    }
    List<String> why = reasonsOf(priority);
    double weight = points.getOrDefault(priority, START);
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
