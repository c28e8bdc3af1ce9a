package io.github.tierwise.files.json;

import io.github.tierwise.deal.Frontier;
import io.github.tierwise.deal.Frontier.Option;
import io.github.tierwise.deal.Frontier.Step;
import io.github.tierwise.explain.Estimate;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The best deals by budget, without {@link Frontier#bestPost}, which is asked of the scorer.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param steps the answers for budgets evenly spaced by ratio, by rising budget
 * @param changes the budgets from which on the best deal is another, as {@link Frontier#changes()}
 * @param exact whether every deal is the best possible and every change is there
 * @param unit what is counted
 * @param currency the currency of every amount
 * @param stays the budgets from which on a tier stays in the best deal, lowest first
 * @since 0.1.0
 */
public record FrontierSummary(
    List<Step> steps,
    List<Step> changes,
    boolean exact,
    String unit,
    String currency,
    Map<String, Double> stays) {

  static final Form<FrontierSummary> FORM =
      Form.of("frontier", FrontierSummary.class, FrontierSummary::write, FrontierSummary::read);

  static final Form<Frontier> FRONTIER =
      Form.of(
          "frontier",
          Frontier.class,
          (frontier, out) -> of(frontier).write(out),
          FrontierSummary::refuse);

  /**
   * Copies lists and map.
   *
   * @param steps the answers for budgets evenly spaced by ratio
   * @param changes the budgets from which on the best deal is another
   * @param exact whether every change is there
   * @param unit what is counted
   * @param currency the currency of every amount
   * @param stays the budgets from which on a tier stays in the best deal
   */
  public FrontierSummary {
    steps = List.copyOf(steps);
    changes = List.copyOf(changes);
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(currency, "currency");
    stays = Collections.unmodifiableMap(new LinkedHashMap<>(stays));
  }

  /**
   * The summary of a frontier.
   *
   * @param frontier as planned
   * @return what it is
   */
  public static FrontierSummary of(Frontier frontier) {
    return new FrontierSummary(
        frontier.steps(),
        frontier.changes(),
        frontier.exact(),
        frontier.unit(),
        frontier.currency(),
        frontier.stays());
  }

  private static Frontier refuse(Fields fields) {
    throw new RefusedException(
        "frontier must be read as FrontierSummary: the best size of a post is asked of a scorer, which is not written");
  }

  private void write(Out out) throws IOException {
    out.text("currency", currency);
    out.text("unit", unit);
    out.truth("exact", exact);
    out.objects("steps", steps, FrontierSummary::write);
    out.objects("changes", changes, FrontierSummary::write);
    out.numbers("stays", stays);
  }

  private static void write(Step step, Out out) throws IOException {
    out.number("budget", step.budget());
    out.number("gap", step.gap());
    out.object("best", keys -> write(step.best(), keys));
    out.object("celebrity", keys -> write(step.celebrity(), keys));
    out.object("nano_and_micro", keys -> write(step.micro(), keys));
  }

  private static void write(Option option, Out out) throws IOException {
    Estimate range = option.range();
    if (Double.compare(option.value(), range.value()) != 0) {
      throw new RefusedException(
          "range must be that of the value %s, was of %s"
              .formatted(Out.text(option.value()), Out.text(range.value())));
    }
    out.texts("people", option.people());
    out.smallCounts("mix", option.mix());
    out.numbers("shares", option.partsOfValue());
    out.text("lead", option.lead());
    out.number("cost", option.cost());
    out.estimate("value", range);
  }

  private static FrontierSummary read(Fields fields) {
    return new FrontierSummary(
        fields.objects("steps", FrontierSummary::readStep),
        fields.objects("changes", FrontierSummary::readStep),
        fields.truth("exact"),
        fields.text("unit"),
        fields.text("currency"),
        fields.numbers("stays"));
  }

  private static Step readStep(Fields fields) {
    return new Step(
        fields.known("budget"),
        fields.object("best", FrontierSummary::readOption),
        fields.number("gap"),
        fields.object("celebrity", FrontierSummary::readOption),
        fields.object("nano_and_micro", FrontierSummary::readOption));
  }

  private static Option readOption(Fields fields) {
    Estimate range = fields.estimate("value");
    return new Option(
        fields.texts("people"),
        fields.smallCounts("mix"),
        fields.numbers("shares"),
        fields.text("lead"),
        range.value(),
        range,
        fields.known("cost"));
  }
}
