package io.github.tierwise.files.columns;

import io.github.tierwise.profile.Platform;
import java.util.Optional;

/**
 * What the name of a column says.
 *
 * @param field what the column is
 * @param preference of several columns for one field the lowest is taken
 * @param network the network whose number it is; empty if none is named
 * @param aggregate of what it is a number
 * @param power the number is in units of ten to this power
 * @param doubtfulUnit a unit that means two things; empty if there is none
 * @param percent whether it is in percent
 * @param currency the currency that it is in; empty if none is named
 * @param language the language of the field's word, as in {@code pt}
 */
record ColumnMeaning(
    Field field,
    int preference,
    Optional<Platform> network,
    Aggregate aggregate,
    int power,
    String doubtfulUnit,
    boolean percent,
    String currency,
    String language) {

  /** Of what a count is the number. */
  enum Aggregate {
    /** The name does not say. */
    UNSAID,
    /** A post, on average. */
    MEAN,
    /** All posts together. */
    TOTAL,
    /** The posts of some days together. */
    WINDOW
  }

  boolean isMean() {
    return aggregate == Aggregate.MEAN;
  }

  /** The same, by the caller's word: of what he says, and a mean. */
  ColumnMeaning as(Field said) {
    return new ColumnMeaning(
        said,
        0,
        Optional.empty(),
        Aggregate.MEAN,
        power,
        doubtfulUnit,
        percent,
        currency,
        language);
  }

  /** A rate where the name could be of a count too. */
  ColumnMeaning asRate() {
    return new ColumnMeaning(
        Field.ENGAGEMENT_RATE, 1, network, aggregate, 0, "", percent, "", language);
  }
}
