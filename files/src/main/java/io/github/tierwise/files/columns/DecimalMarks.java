package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser.Mark;
import io.github.tierwise.files.columns.ColumnReading.Reading;
import java.util.Optional;

/**
 * What a dot or a comma means in a column, for cells such as {@code 1.204} that do not tell. Each
 * column proves it for itself, else those of the same kind do, by two cells at least that agree and
 * none that does not. A comma before three digits is a group of thousands where no cell of the
 * table has a comma as its decimal mark; a dot before three digits is a question. In a rate either
 * is the decimal mark.
 */
final class DecimalMarks {

  /** Kinds of numbers whose marks prove each other. */
  enum Kind {
    COUNT,
    MONEY,
    RATE
  }

  /** Cells that prove the other mark are so rare that they are mistakes: one in so many. */
  private static final int MISTAKES = 1_000;

  private static final int ENOUGH = 2;

  private final SaidReadings said;
  private final ColumnStatistics facts;

  DecimalMarks(ColumnStatistics facts, SaidReadings said) {
    this.facts = facts;
    this.said = said;
  }

  /** Of which kind a column is, by the first field that it may be. */
  static Kind kind(int column, ColumnCandidates candidates) {
    return candidates.shares().containsKey(column)
        ? Kind.RATE
        : candidates.numbers().stream()
            .filter(each -> each.column() == column)
            .findFirst()
            .map(each -> kind(each.meaning().field()))
            .orElse(Kind.COUNT);
  }

  private static Kind kind(Field field) {
    return field == Field.PRICE
        ? Kind.MONEY
        : field == Field.ENGAGEMENT_RATE ? Kind.RATE : Kind.COUNT;
  }

  /** The decimal mark of a column; empty if only the caller can tell. */
  Optional<Mark> of(int column, Field field) {
    if (said.has(field, Reading.DECIMAL_DOT)) {
      return Optional.of(Mark.DOT);
    }
    if (said.has(field, Reading.DECIMAL_COMMA)) {
      return Optional.of(Mark.COMMA);
    }
    ColumnStatistic cells = facts.of(column);
    boolean dots = cells.ambiguousDots() > 0;
    boolean commas = cells.ambiguousCommas() > 0;
    if (!dots && !commas) {
      return Optional.of(Mark.DOT);
    }
    if (kind(field) == Kind.RATE && dots != commas) {
      // A rate of 1,234% there is not, so that three digits behind a mark are decimals.
      return Optional.of(dots ? Mark.DOT : Mark.COMMA);
    }
    if (!dots && facts.proofs(Mark.COMMA) == 0) {
      return Optional.of(Mark.DOT);
    }
    int dotted = cells.proofs(Mark.DOT);
    int commaed = cells.proofs(Mark.COMMA);
    int mistakes = cells.rows() / MISTAKES;
    if (dotted + commaed >= ENOUGH) {
      return proven(dotted, commaed, mistakes);
    }
    // One proof of its own is not enough, but columns of the same kind must not deny it.
    Kind alike = kind(field);
    return dots != commas
        ? proven(facts.proofs(alike, Mark.DOT), facts.proofs(alike, Mark.COMMA), mistakes)
            .filter(mark -> (mark == Mark.DOT ? commaed : dotted) == 0)
        : Optional.empty();
  }

  private static Optional<Mark> proven(int dots, int commas, int mistakes) {
    if (dots >= ENOUGH && commas <= mistakes) {
      return Optional.of(Mark.DOT);
    }
    return commas >= ENOUGH && dots <= mistakes ? Optional.of(Mark.COMMA) : Optional.empty();
  }
}
