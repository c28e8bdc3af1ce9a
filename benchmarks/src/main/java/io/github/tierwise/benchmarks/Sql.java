package io.github.tierwise.benchmarks;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * {@link Formula} as expressions over a table {@code accounts} with the columns of {@link
 * Workload}, NULL for unknown.
 *
 * @param log2 the binary logarithm of {@code %s}
 * @param exp2 two to the power of {@code %s}
 */
record Sql(String log2, String exp2) {

  /** What is unknown fails no gate. */
  static final String AFFORDABLE =
      "coalesce(post_price <= %s, true)".formatted(text(Formula.BUDGET));

  static final String ENGAGING =
      "coalesce(engagements >= %s, true)".formatted(text(Formula.LEAST_ENGAGEMENTS));

  static final String ELIGIBLE = AFFORDABLE + " AND " + ENGAGING;

  static final String SCORE =
      "%s * %s + %s * %s + %s * sqrt(%s * %s) + %s * %s + %s * %s"
          .formatted(
              text(Formula.ENGAGEMENT),
              scale(
                  "(%s * (level - expected_level))".formatted(text(Formula.BELIEVED)),
                  -Formula.SPAN,
                  Formula.SPAN,
                  Formula.NEUTRAL),
              text(Formula.CONVERSION),
              scale(
                  "conversion",
                  Formula.LOWEST_CONVERSION,
                  Formula.HIGHEST_CONVERSION,
                  Formula.NEUTRAL),
              text(Formula.FIT),
              coverage("vegan"),
              coverage("germany"),
              text(Formula.COST),
              scale("post_price", Formula.BUDGET, 0, Formula.NEUTRAL),
              text(Formula.AUDIENCE),
              scale(
                  "level", Formula.FEWEST_ENGAGED, Formula.MOST_ENGAGED, Formula.NEUTRAL_AUDIENCE));

  /** Every step once: logarithms first, then what rests on them. */
  String steps() {
    return """
        SELECT *,
          %s AS expected_level,
          coalesce(price, CASE WHEN curve < %s THEN %s ELSE curve END) AS post_price
        FROM (
          SELECT *,
            %s AS level,
            %s * %s AS curve,
            %s AS conversion
          FROM (
            SELECT *,
              likes + coalesce(comments, 0) AS engagements,
              %s AS size
            FROM accounts))
        """
        .formatted(
            expectedLevel(),
            text(Formula.PRICE_FLOOR),
            text(Formula.PRICE_FLOOR),
            log2.formatted("1 + engagements"),
            text(Formula.PRICE_AT_THOUSAND),
            exp2.formatted(
                "%s * (size - %s)"
                    .formatted(text(Formula.PRICE_EXPONENT), text(Formula.LOG_THOUSAND))),
            log2.formatted(
                "(conversions + %s) / (clicks + %s)"
                    .formatted(text(Formula.PRIOR_CONVERSIONS), text(Formula.PRIOR_CLICKS))),
            log2.formatted("CASE WHEN followers < 1 THEN 1 ELSE followers END"));
  }

  String expectedRate() {
    return exp2.formatted("expected_level - size");
  }

  /** What stands for the tier, by its position among the outcomes. */
  static String tier(IntFunction<String> name) {
    String[] tiers = new String[Formula.TIERS.length + 1];
    tiers[0] = name.apply(Formula.BELOW_TIERS);
    for (int i = 0; i < Formula.TIERS.length; i++) {
      tiers[i + 1] = name.apply(i);
    }
    return "CASE WHEN followers IS NULL THEN %s ELSE %s END"
        .formatted(name.apply(Formula.TIER_UNKNOWN), cases("followers", Formula.TIERS, tiers));
  }

  private static String expectedLevel() {
    String[] lines = new String[Formula.SIZES.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          "%s + %s * (size - %s)"
              .formatted(text(Formula.LEVELS[i]), text(Formula.SLOPES[i]), text(Formula.SIZES[i]));
    }
    double[] from = {Formula.SIZES[1], Formula.SIZES[2], Formula.SIZES[3]};
    return cases("size", from, lines);
  }

  /** What belongs to the interval in which x lies; {@code from} has the borders. */
  private static String cases(String x, double[] from, String[] values) {
    StringBuilder text = new StringBuilder("CASE");
    for (int i = from.length - 1; i >= 0; i--) {
      text.append(" WHEN %s >= %s THEN %s".formatted(x, text(from[i]), values[i + 1]));
    }
    return text.append(" ELSE %s END".formatted(values[0])).toString();
  }

  private static String scale(String x, double from, double to, double unknown) {
    return String.format(
        Locale.ROOT,
        "CASE WHEN %1$s IS NULL THEN %4$s ELSE least(1.0, greatest(0.0, (%1$s - %2$s) * %3$s)) END",
        x,
        text(from),
        text(1 / (to - from)),
        text(unknown));
  }

  private static String coverage(String share) {
    return "greatest(%s, coalesce(%s, %s))"
        .formatted(text(Formula.LEAST_COVERAGE), share, text(Formula.NEUTRAL));
  }

  /** A number of type DOUBLE; one with a point alone is a DECIMAL. */
  static String text(double number) {
    return number + (Double.toString(number).contains("E") ? "" : "e0");
  }
}
