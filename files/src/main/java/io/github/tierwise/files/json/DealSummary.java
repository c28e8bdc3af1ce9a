package io.github.tierwise.files.json;

import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.deal.Deal.Person;
import io.github.tierwise.explain.Estimate;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a deal is, without what it can still be asked: why somebody is not in it, and at which price
 * they would be, is known to the candidates alone, and those are not written.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param budget what the deal may cost, as {@link Deal#budget()}
 * @param currency the currency of every amount
 * @param cost what it costs, as {@link Deal#costRange()}
 * @param left what is left of the budget
 * @param value what it brings, as {@link Deal#value()}
 * @param unit what is counted
 * @param bound what no deal within the rules can exceed
 * @param gap how far the value may be below the best possible, as {@link Deal#gap()}; NaN if nobody
 *     can be chosen
 * @param exact whether no better deal exists
 * @param method how it was found
 * @param mix how many accounts of each tier, in the order of the definition
 * @param people who to back, the greatest part of the value first
 * @param leftOut how many candidates cannot be chosen, by the name of the reason
 * @since 0.1.0
 */
public record DealSummary(
    double budget,
    String currency,
    Estimate cost,
    double left,
    Estimate value,
    String unit,
    double bound,
    double gap,
    boolean exact,
    String method,
    Map<String, Integer> mix,
    List<Person> people,
    Map<String, Long> leftOut) {

  static final Form<DealSummary> FORM =
      Form.of("deal", DealSummary.class, DealSummary::write, DealSummary::read);

  static final Form<Deal> DEAL =
      Form.of("deal", Deal.class, (deal, out) -> of(deal).write(out), DealSummary::refuse);

  /**
   * Copies list and maps.
   *
   * @param budget what the deal may cost
   * @param currency the currency of every amount
   * @param cost what it costs
   * @param left what is left of the budget
   * @param value what it brings
   * @param unit what is counted
   * @param bound what no deal within the rules can exceed
   * @param gap how far the value may be below the best possible
   * @param exact whether no better deal exists
   * @param method how it was found
   * @param mix how many accounts of each tier
   * @param people who to back
   * @param leftOut how many candidates cannot be chosen
   */
  public DealSummary {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(method, "method");
    mix = Collections.unmodifiableMap(new LinkedHashMap<>(mix));
    people = List.copyOf(people);
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
  }

  /**
   * The summary of a deal.
   *
   * @param deal as planned
   * @return what it is
   */
  public static DealSummary of(Deal deal) {
    return new DealSummary(
        deal.budget(),
        deal.currency(),
        deal.costRange(),
        deal.left(),
        deal.value(),
        deal.unit(),
        deal.bound(),
        deal.gap(),
        deal.exact(),
        deal.method(),
        deal.mix(),
        deal.people(),
        deal.leftOut());
  }

  private static Deal refuse(Fields fields) {
    throw new RefusedException(
        "deal must be read as DealSummary: what a deal can be asked is known to its candidates, which are not written");
  }

  private void write(Out out) throws IOException {
    out.text("currency", currency);
    out.text("unit", unit);
    out.number("budget", budget);
    out.estimate("cost", cost);
    out.number("left", left);
    out.estimate("value", value);
    out.number("bound", bound);
    out.number("gap", gap);
    out.truth("exact", exact);
    out.text("method", method);
    out.smallCounts("mix", mix);
    out.objects("people", people, DealSummary::write);
    out.counts("left_out", leftOut);
  }

  private static void write(Person person, Out out) throws IOException {
    Forecast forecast = person.forecast();
    if (!person.id().equals(forecast.id()) || person.quoted() != forecast.quoted()) {
      throw new RefusedException(
          "forecast of %s must be of the same account and quote, was of %s"
              .formatted(person.id(), forecast.id()));
    }
    out.text("id", person.id());
    ScoreForm.writeTier(person.tier(), out);
    out.number("price", person.price());
    out.estimate("price_unrounded", "price_low", "price_high", forecast.cost());
    out.truth("quoted", person.quoted());
    out.text("price_source", forecast.costSource());
    out.estimate("engaged", forecast.engagedAudience());
    out.text("engaged_source", forecast.engagedAudienceSource());
    out.estimate("conversions", forecast.conversions());
    out.text("conversions_source", forecast.conversionsSource());
    out.number("fit", person.fit());
    out.number("share", person.partOfValue());
    out.objects("flags", person.flags(), ScoreForm::write);
  }

  private static DealSummary read(Fields fields) {
    return new DealSummary(
        fields.known("budget"),
        fields.text("currency"),
        fields.estimate("cost"),
        fields.known("left"),
        fields.estimate("value"),
        fields.text("unit"),
        fields.known("bound"),
        fields.number("gap"),
        fields.truth("exact"),
        fields.text("method"),
        fields.smallCounts("mix"),
        fields.objects("people", DealSummary::readPerson),
        fields.counts("left_out"));
  }

  private static Person readPerson(Fields fields) {
    String id = fields.text("id");
    boolean quoted = fields.truth("quoted");
    return new Person(
        id,
        ScoreForm.readTier(fields),
        fields.known("price"),
        quoted,
        new Forecast(
            id,
            fields.estimate("engaged"),
            fields.text("engaged_source"),
            fields.estimate("conversions"),
            fields.text("conversions_source"),
            fields.estimate("price_unrounded", "price_low", "price_high"),
            fields.text("price_source"),
            quoted),
        fields.number("fit"),
        fields.number("share"),
        ScoreForm.flags(fields));
  }
}
