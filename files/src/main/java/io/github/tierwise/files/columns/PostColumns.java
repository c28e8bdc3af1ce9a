package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.TextPool;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import io.github.tierwise.files.table.CsvRows;
import io.github.tierwise.files.table.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Finds the columns that only posts have. */
final class PostColumns {

  private final Sheet sheet;
  private final ColumnStatistics facts;
  private final ColumnCandidates candidates;
  private final ColumnNotes findings;

  PostColumns(
      Sheet sheet, ColumnStatistics facts, ColumnCandidates candidates, ColumnNotes findings) {
    this.sheet = sheet;
    this.facts = facts;
    this.candidates = candidates;
    this.findings = findings;
  }

  /**
   * Finds them.
   *
   * @param account the column of the account's name
   */
  ColumnRoles.Post find(OptionalInt account) {
    OptionalInt time = time();
    OptionalInt order = time.isPresent() ? OptionalInt.empty() : first(Field.ORDER);
    if (time.isPresent()) {
      candidates
          .of(Field.ORDER)
          .forEach(c -> findings.leaveOut(c.column(), findings.name(time.getAsInt()) + " tells"));
    }
    return new ColumnRoles.Post(time, order, id(account));
  }

  /** Of several times the one that most rows tell readably. */
  private OptionalInt time() {
    List<Candidate> filled = filled(Field.TIME);
    OptionalInt time =
        filled.stream()
            .max(
                Comparator.<Candidate>comparingInt(c -> facts.of(c.column()).times())
                    .thenComparing(
                        Comparator.comparingInt(Candidate::preference)
                            .thenComparingInt(Candidate::column)
                            .reversed()))
            .map(c -> OptionalInt.of(c.column()))
            .orElse(OptionalInt.empty());
    use(Field.TIME, time, filled);
    return time;
  }

  private OptionalInt first(Field field) {
    List<Candidate> filled = filled(field);
    OptionalInt first =
        ColumnCandidates.best(filled, Candidate::preference).stream()
            .mapToInt(Candidate::column)
            .findFirst();
    use(field, first, filled);
    return first;
  }

  private List<Candidate> filled(Field field) {
    return candidates.of(field).stream().filter(c -> facts.of(c.column()).isFilled()).toList();
  }

  private void use(Field field, OptionalInt column, List<Candidate> filled) {
    if (column.isPresent()) {
      filled.forEach(
          c -> findings.leaveOut(c.column(), findings.name(column.getAsInt()) + " is taken"));
      findings.use(field.words(), List.of(column.getAsInt()), "");
    }
  }

  /** A column named as the id of a post; else one named id that is not the account's. */
  private OptionalInt id(OptionalInt account) {
    OptionalInt named = first(Field.POST_ID);
    if (named.isPresent() || candidates.isMapped(Field.POST_ID)) {
      return named;
    }
    OptionalInt id =
        candidates.of(Field.ID).stream()
            .mapToInt(Candidate::column)
            .filter(c -> account.isPresent() && account.getAsInt() != c)
            .filter(c -> ColumnName.key(sheet.header().get(c)).equals("id") && tellsPostsApart(c))
            .findFirst();
    id.ifPresent(column -> findings.use(Field.POST_ID.words(), List.of(column), ""));
    return id;
  }

  /** The id of an account is in several of its rows, that of a post in one or two. */
  private boolean tellsPostsApart(int column) {
    TextPool different = new TextPool();
    try (CsvRows rows = sheet.rows()) {
      while (rows.next()) {
        different.add(rows.row().cell(column).strip());
      }
    }
    return 2L * different.size() > facts.rows();
  }
}
