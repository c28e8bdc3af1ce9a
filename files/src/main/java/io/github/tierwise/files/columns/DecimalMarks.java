package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser.Mark;
import io.github.tierwise.files.columns.ColumnReading.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a dot or a comma means in a column, for cells such as {@code 1.204} that do not tell. Each
 * column proves it for itself, else those of the same kind do, by two cells at least that agree and
 * none that does not. A comma before three digits is a group of thousands where no cell of the
 * table has a comma as its decimal mark; a dot before three digits is a question. In a rate either
 * is the decimal mark.
 */
final class DecimalMarks {

  /** Kinds of numbers whose marks prove each other. */
  private enum Kind {
    COUNT,
    MONEY,
    RATE
  }

  /** Cells that prove the other mark are so rare that they are mistakes: one in so many. */
  private static final int MISTAKES = 1_000;

  private static final int ENOUGH = 2;

  private final SaidReadings said;
  private final ColumnStatistics facts;
  private final Map<Integer, Field> fields = new TreeMap<>();

  DecimalMarks(ColumnStatistics facts, ColumnCandidates candidates, SaidReadings said) {
    this.facts = facts;
    this.said = said;
    candidates.numbers().forEach(each -> fields.putIfAbsent(each.column(), each.meaning().field()));
    candidates.shares().keySet().forEach(column -> fields.put(column, Field.ENGAGEMENT_RATE));
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
    List<ColumnStatistic> all = fields.keySet().stream().map(facts::of).toList();
    if (!dots && proofs(all, Mark.COMMA) == 0) {
      return Optional.of(Mark.DOT);
    }
    List<ColumnStatistic> own = List.of(cells);
    int dotted = proofs(own, Mark.DOT);
    int commaed = proofs(own, Mark.COMMA);
    if (dotted + commaed >= ENOUGH) {
      return proven(own);
    }
    List<ColumnStatistic> alike =
        fields.entrySet().stream()
            .filter(each -> kind(each.getValue()) == kind(field))
            .map(each -> facts.of(each.getKey()))
            .toList();
    // One proof of its own is not enough, but columns of the same kind must not deny it.
    return dots != commas
        ? proven(alike).filter(mark -> (mark == Mark.DOT ? commaed : dotted) == 0)
        : Optional.empty();
  }

  /** Two cells of one row are one proof, or an edit of that row could turn all others round. */
  private static int proofs(Collection<ColumnStatistic> columns, Mark mark) {
    return ColumnStatistic.rowsOfProof(columns, mark);
  }

  private static Optional<Mark> proven(List<ColumnStatistic> columns) {
    int dots = proofs(columns, Mark.DOT);
    int commas = proofs(columns, Mark.COMMA);
    int mistakes = columns.get(0).rows() / MISTAKES;
    if (dots >= ENOUGH && commas <= mistakes) {
      return Optional.of(Mark.DOT);
    }
    return commas >= ENOUGH && dots <= mistakes ? Optional.of(Mark.COMMA) : Optional.empty();
  }
}
