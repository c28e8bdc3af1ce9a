package io.github.tierwise.files.json;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account: what is known of it. */
final class AccountForm {

  static final Form<Influencer> FORM =
      Form.of("influencer", Influencer.class, AccountForm::write, AccountForm::read);

  private static final String FORMULA = "level_formula";

  private AccountForm() {}

  private static String key(Measure measure) {
    return measure.label().replace(' ', '_');
  }

  private static void write(Influencer account, Out out) throws IOException {
    out.text("id", account.id());
    out.word("platform", account.platform());
    for (Measure measure : Measure.values()) {
      out.number(key(measure), account.get(measure));
    }
    out.textUnlessEmpty("currency", account.currency());
    out.textUnlessEmpty(FORMULA, account.levelFormula());
    Targets.write(account.audience(), out);
    Map<String, List<String>> labels = account.labels();
    if (!labels.isEmpty()) {
      out.object(
          "labels",
          dimensions -> {
            for (var each : labels.entrySet()) {
              dimensions.texts(each.getKey(), each.getValue());
            }
          });
    }
  }

  private static Influencer read(Fields fields) {
    Influencer.Builder builder =
        Influencer.builder(fields.text("id"), fields.constant("platform", Platform.values()));
    Map<Measure, Double> numbers = new HashMap<>();
    for (Measure measure : Measure.values()) {
      double number = fields.number(key(measure));
      if (!Double.isNaN(number)) {
        numbers.put(measure, number);
        builder.set(measure, number);
      }
    }
    String currency = fields.textOrEmpty("currency");
    if (numbers.containsKey(Measure.PRICE) != !currency.isEmpty()) {
      throw fields.error(
          currency.isEmpty() ? "currency" : "price",
          "given with " + (currency.isEmpty() ? "price" : "currency"),
          "missing");
    }
    if (!currency.isEmpty()) {
      builder.price(known(numbers, Measure.PRICE), currency);
    }
    level(fields, numbers, builder);
    Targets given = new Targets(fields);
    given.forEach(builder::audience);
    Map<String, List<String>> labels = fields.has("labels") ? fields.lists("labels") : Map.of();
    labels.forEach((dimension, values) -> values.forEach(value -> builder.label(dimension, value)));
    Influencer account = builder.build();
    given.requireDifferent(account.audience());
    return account;
  }

  private static double known(Map<Measure, Double> numbers, Measure measure) {
    return numbers.getOrDefault(measure, Double.NaN);
  }

  /** A level without its error, or without its formula, would be taken for more than it is. */
  private static void level(
      Fields fields, Map<Measure, Double> numbers, Influencer.Builder builder) {
    List<Measure> parts = List.of(Measure.LEVEL, Measure.LEVEL_VARIANCE, Measure.POST_DEVIATION);
    String formula = fields.textOrEmpty(FORMULA);
    boolean any =
        !formula.isEmpty()
            || numbers.containsKey(Measure.LEVEL_OPEN)
            || parts.stream().anyMatch(numbers::containsKey);
    if (!any) {
      return;
    }
    for (Measure part : parts) {
      if (!numbers.containsKey(part)) {
        throw fields.error(key(part), "given with the other parts of a level", "missing");
      }
    }
    if (formula.isEmpty()) {
      throw fields.error(FORMULA, "given with level", "missing");
    }
    builder.level(
        formula,
        known(numbers, Measure.LEVEL),
        known(numbers, Measure.LEVEL_VARIANCE),
        known(numbers, Measure.POST_DEVIATION),
        known(numbers, Measure.LEVEL_OPEN));
  }

  /** Numbers by dimension and value, topics under a key of their own as in a brand file. */
  static final class Targets {

    private static final String TOPICS = "topics";
    private static final String AUDIENCE = "audience";

    private interface Each {
      void take(String dimension, String value, double number);
    }

    private final Fields fields;
    private final Map<String, Map<String, Double>> given;

    Targets(Fields fields) {
      this.fields = fields;
      Map<String, Double> topics = fields.has(TOPICS) ? fields.numbers(TOPICS) : Map.of();
      given = new HashMap<>(fields.has(AUDIENCE) ? fields.tables(AUDIENCE) : Map.of());
      if (given.keySet().stream().anyMatch(Profile.TOPIC::equalsIgnoreCase)) {
        throw fields.error(AUDIENCE, "without topic, which is said as " + TOPICS, "with it");
      }
      if (!topics.isEmpty()) {
        given.put(Profile.TOPIC, topics);
      }
    }

    void forEach(Each each) {
      given.forEach(
          (dimension, values) ->
              values.forEach((value, number) -> each.take(dimension, value, number)));
    }

    /** Two names of one thing would leave the number of the last. */
    void requireDifferent(Map<String, Map<String, Double>> kept) {
      int taken = kept.values().stream().mapToInt(Map::size).sum();
      int said = given.values().stream().mapToInt(Map::size).sum();
      if (taken != said) {
        throw fields.error(
            AUDIENCE,
            "a share a value, by one name",
            "%d shares of %d values".formatted(said, taken));
      }
    }

    static void write(Map<String, Map<String, Double>> all, Out out) throws IOException {
      Map<String, Map<String, Double>> audience = new HashMap<>(all);
      Map<String, Double> topics = audience.remove(Profile.TOPIC);
      if (topics != null) {
        out.numbers(TOPICS, topics);
      }
      out.tables(AUDIENCE, audience);
    }
  }
}
