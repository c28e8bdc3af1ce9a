package io.github.tierwise.files.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.files.cells.SchemaVersion;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A brand, and a scorer that is made of no more than a brand file can say: both are brand files.
 */
final class BrandForm {

  static final Form<BrandProfile> BRAND =
      new Form<>("brand", BrandProfile.class, BrandForm::write, BrandForm::readBrand);

  static final Form<Scorer> SCORER =
      new Form<>("scorer", Scorer.class, BrandForm::write, BrandForm::readScorer);

  private static final List<String> ANSWERS =
      List.of(
          SchemaVersion.KEY,
          "budget",
          "currency",
          "size",
          "goal",
          "own_presence",
          "topics",
          "audience",
          "priorities");

  /** So near to a quotient is the rate that made it. */
  private static final int ROUNDINGS = 4;

  private BrandForm() {}

  private static BrandProfile readBrand(JsonParser json, String name) throws IOException {
    JsonNode answers = Tree.read(json, name);
    for (var each : answers.properties()) {
      if (!ANSWERS.contains(each.getKey())) {
        throw Fields.unknown(name, each.getKey(), ANSWERS);
      }
    }
    return BrandFile.of(name, answers).profile();
  }

  private static Scorer readScorer(JsonParser json, String name) throws IOException {
    return BrandFile.of(name, Tree.read(json, name)).scorer();
  }

  private static void write(BrandProfile brand, Out out) throws IOException {
    out.number("budget", brand.budget());
    out.textUnlessEmpty("currency", brand.currency());
    if (brand.size().isPresent()) {
      out.word("size", brand.size().get());
    }
    if (brand.goal().isPresent()) {
      out.word("goal", brand.goal().get());
    }
    if (brand.ownPresence().isPresent()) {
      out.truth("own_presence", brand.ownPresence().get());
    }
    AccountForm.Targets.write(brand.targets(), out);
    if (!brand.priorities().isEmpty()) {
      Map<String, Double> factors = new LinkedHashMap<>();
      brand.priorities().forEach((priority, factor) -> factors.put(Out.word(priority), factor));
      out.numbers("priorities", factors);
    }
  }

  private static void write(Scorer scorer, Out out) throws IOException {
    requireNothingOfItsOwn(scorer);
    OptionalDouble usdRate = usdRate(scorer);
    write(scorer.brand(), out);
    out.text("definition", scorer.tiers().id());
    if (!scorer.requiredTiers().isEmpty()) {
      out.texts("require_tier", scorer.requiredTiers());
    }
    out.number("min_engagements", scorer.minEngagements());
    out.truth("plausible_only", scorer.plausibleOnly());
    if (usdRate.isPresent()) {
      out.number("usd_rate", usdRate.getAsDouble());
    }
  }

  private static void requireNothingOfItsOwn(Scorer scorer) {
    List<Scorer.Weight> weights = scorer.weights();
    List<String> added =
        weights.subList(Priority.values().length, weights.size()).stream()
            .map(Scorer.Weight::criterion)
            .toList();
    if (!added.isEmpty()) {
      throw refused("a criterion", String.join(", ", added));
    }
    TierPolicy tiers = scorer.tiers();
    if (!TierPolicies.publishedIds().contains(tiers.id())
        || !TierPolicies.published(tiers.id()).equals(tiers)) {
      throw refused("a tier definition", tiers.id());
    }
    for (Platform platform : Platform.values()) {
      EngagementModel model = EngagementModels.standard(platform);
      if (!scorer.engagement(platform).equals(model)) {
        throw refused(
            "an engagement rate",
            scorer.engagement(platform).formula() + " on " + platform.displayName());
      }
      Optional<SizeCurve> curve = scorer.curve(platform);
      if (!curve.equals(SizeCurve.published(platform, model))) {
        throw refused(
            "a size curve",
            curve.map(SizeCurve::source).orElse("none") + " on " + platform.displayName());
      }
    }
  }

  private static RefusedException refused(String what, String name) {
    return new RefusedException(
        "scorer must have %s of no more than a brand file can say to be written, has %s: write its brand, and add it again where it is read"
            .formatted(what, name));
  }

  /** What a dollar is worth, so that the published prices become those of the scorer. */
  private static OptionalDouble usdRate(Scorer scorer) {
    String currency = scorer.brand().currency();
    PriceCurve published = PriceCurve.published();
    Optional<PriceCurve> prices = scorer.prices();
    Optional<PriceCurve> usual =
        Optional.of(published).filter(curve -> curve.currency().equals(currency));
    if (prices.equals(usual)) {
      return OptionalDouble.empty();
    }
    double rate =
        prices.map(curve -> curve.atThousand() / published.atThousand()).orElse(Double.NaN);
    for (int i = 0; i < ROUNDINGS; i++) {
      rate = Math.nextDown(rate);
    }
    for (int i = 0; i <= 2 * ROUNDINGS; i++) {
      if (rate > 0 && prices.equals(Optional.of(published.in(currency, rate)))) {
        return OptionalDouble.of(rate);
      }
      rate = Math.nextUp(rate);
    }
    throw refused("usual prices", prices.map(PriceCurve::source).orElse("none"));
  }
}
