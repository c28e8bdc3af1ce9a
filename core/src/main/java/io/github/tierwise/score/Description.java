package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.BrandProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every constant that enters a score, with its source or the words "own default". */
final class Description {

  private final StringBuilder text = new StringBuilder();

  private Description() {}

  /**
   * Describes a scorer.
   *
   * @param weights all of them, also of criteria out of play
   * @param minEngagements what the gate asks for, 0 if there is none
   */
  static String of(
      BrandProfile brand,
      List<Scorer.Weight> weights,
      ScoreFormula formula,
      double minEngagements) {
    Description description = new Description();
    description.weights(brand, weights);
    formula.criteria().forEach(each -> description.add("criterion " + each.describe()));
    description.engagement(formula.meter());
    description.gates(formula, minEngagements);
    String alike = notToldApart(formula);
    if (!alike.isEmpty()) {
      description.add(alike);
    }
    return description.text.toString();
  }

  private void add(String line) {
    text.append(line).append('\n');
  }

  private void constant(String name, String value, String source) {
    add(Text.constant(name, value, source));
  }

  private void weights(BrandProfile brand, List<Scorer.Weight> weights) {
    add("score = sum of share x utility over the criteria; shares are 100 x weight / sum");
    // Unrounded: two scorers with other numbers must not look the same.
    add("brand: %s; budget %s".formatted(brand, Text.plain(brand.budget())));
    for (Scorer.Weight weight : weights) {
      add(
          "weight of %s: %s (%s)"
              .formatted(weight.criterion(), Text.plain(weight.points()), weight.why()));
    }
    add("weights: moved by the brand's answers, multiplied by its priorities");
    Weights.constants().forEach(this::add);
  }

  private void engagement(Meter meter) {
    add("engagement: rates, what is expected of them, levels and their errors");
    Map<String, List<String>> byFormula = new LinkedHashMap<>();
    meter
        .rates()
        .forEach(
            (platform, rate) -> {
              EngagementModel model = rate.model();
              boolean standard = model.equals(EngagementModels.standard(platform));
              byFormula
                  .computeIfAbsent(
                      "%s [%s]"
                          .formatted(model.formula(), standard ? "own default" : model.source()),
                      key -> new ArrayList<>())
                  .add(platform.displayName());
            });
    byFormula.forEach(
        (formula, platforms) ->
            add("  engagement rate on %s: %s".formatted(String.join(", ", platforms), formula)));
    for (Meter.Rate rate : meter.rates().values()) {
      SizeCurve curve = rate.curve();
      if (curve != null) {
        constant(
            "expected rate on " + curve.platform().displayName(), curve.describe(), curve.source());
      }
    }
    constant(
        "errors to each side",
        Text.plain(Priors.ERRORS) + " standard deviations",
        "own default, about 90% of Student's t with 4 degrees of freedom");
    add(
        Text.ownDefault(
            "deviation of a post where a rate states none",
            Text.plain(Signals.DEFAULT_ERROR) + " doublings"));
    EngagementModels.describe().forEach(this::add);
  }

  private void gates(ScoreFormula formula, double minEngagements) {
    add("gates and flags: they move no score");
    formula.gates().stream()
        // The currency is that of the budget, which is told.
        .filter(gate -> !(gate instanceof Gate.Currency))
        .forEach(gate -> add("gate " + gate.code() + ": " + gate.describe()));
    constant(
        "fewest engagements a post",
        Text.plain(minEngagements) + " people",
        minEngagements == Gate.MIN_ENGAGEMENTS ? "own default" : "chosen by the caller");
    add(
        Text.ownDefault(
            "implausible engagement",
            "above %s times the expected".formatted(Text.count(Logs.exp2(Gate.IMPLAUSIBLE)))));
    constant(
        "followers of a celebrity",
        Text.count(PriceCurve.CELEBRITY),
        "own default, where the prices of Captiv8 2016 start, grade C");
    constant("tier definition", formula.tiers().id(), formula.tiers().source());
    add(
        "bought followers never pay: "
            + (formula.boughtFollowersNeverPay() ? "holds" : "not promised"));
  }

  /** Names the criteria whose text is their name and nothing else; blank if there are none. */
  private static String notToldApart(ScoreFormula formula) {
    String names =
        formula.criteria().stream()
            .filter(each -> each.describe().equals(each.name()))
            .map(Criterion::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "not told apart by their text: " + names;
  }

  /** The SHA-256 hash of a description in hexadecimal, and what it cannot tell. */
  static String fingerprint(String description, ScoreFormula formula) {
    String alike = notToldApart(formula);
    return hash(description) + (alike.isEmpty() ? "" : " (" + alike + ")");
  }

  private static String hash(String description) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(description.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 must be there on every Java, was missing", e);
    }
  }
}
