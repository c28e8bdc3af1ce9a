package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.DateOrder;
import io.github.tierwise.files.cells.TextHash;
import io.github.tierwise.files.cells.TextHashes;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import io.github.tierwise.files.columns.ColumnReading.Reading;
import io.github.tierwise.files.table.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Finds the columns that only posts have. */
final class PostColumns {

  private static final int ENOUGH = 2;

  /** Up to this part of the posts may stand in a file twice without a question (own default). */
  private static final double REPEATED = 0.05;

  /** In fewer rows a single repetition is doubtful, too. */
  private static final int FEW = 4;

  /** Dates that prove the other order are so rare that they are mistakes: one in so many. */
  private static final int MISTAKES = 1_000;

  private final Sheet sheet;
  private final ColumnStatistics facts;
  private final ColumnCandidates candidates;
  private final ColumnNotes findings;
  private final SaidReadings said;

  PostColumns(
      Sheet sheet,
      ColumnStatistics facts,
      ColumnCandidates candidates,
      ColumnNotes findings,
      SaidReadings said) {
    this.said = said;
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
    return new ColumnRoles.Post(
        time, dates(time), first(Field.ORDER), id(account), first(Field.SPONSORED));
  }

  /** Whether the day or the month stands first: two dates at least prove it, and none denies it. */
  private DateOrder dates(OptionalInt time) {
    if (time.isPresent() && said.has(Field.TIME, Reading.DAY_FIRST)) {
      return DateOrder.DAY_FIRST;
    }
    if (time.isEmpty() || said.has(Field.TIME, Reading.MONTH_FIRST)) {
      return DateOrder.MONTH_FIRST;
    }
    ColumnStatistic cells = facts.of(time.getAsInt());
    if (cells.ambiguousDates() > 0) {
      int days = cells.dayFirst();
      int months = cells.monthFirst();
      int mistakes = cells.rows() / MISTAKES;
      if (days >= ENOUGH && months <= mistakes) {
        return DateOrder.DAY_FIRST;
      }
      if (months < ENOUGH || days > mistakes) {
        findings.ask(
            time.getAsInt(),
            "does the day or the month stand first? say --as time=day-first or --as"
                + " time=month-first");
      }
      return DateOrder.MONTH_FIRST;
    }
    return cells.dayFirst() > cells.monthFirst() ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** Of several times the first, unless another is readable in many more rows. */
  private OptionalInt time() {
    List<Candidate> filled =
        filled(Field.TIME).stream()
            .sorted(
                Comparator.comparingInt(Candidate::preference).thenComparingInt(Candidate::column))
            .toList();
    if (filled.isEmpty()) {
      return OptionalInt.empty();
    }
    EqualColumns equal = EqualColumns.of(filled, each -> facts.of(each.column()).times());
    int time = equal.taken().column();
    use(Field.TIME, OptionalInt.of(time), filled);
    if (equal.doubtful() && !candidates.isMapped(Field.TIME)) {
      findings.ask(
          time,
          "some of its cells are no times, nor are some of %s; say which is meant, as in --map time=%s"
              .formatted(
                  filled.stream()
                      .filter(each -> each.column() != time)
                      .map(each -> findings.name(each.column()))
                      .collect(Collectors.joining(" or ")),
                  findings.name(time)));
    }
    return OptionalInt.of(time);
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
      findings.use(field, List.of(column.getAsInt()), "");
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
            .filter(c -> ColumnName.key(sheet.header().get(c)).equals("id"))
            .findFirst();
    return id.isPresent() && tellsPostsApart(id.getAsInt()) ? id : OptionalInt.empty();
  }

  /** The id of an account is in several of its rows, that of a post in one, hardly ever in two. */
  private boolean tellsPostsApart(int column) {
    TextHashes different = new TextHashes();
    TextHash hash = new TextHash();
    sheet.first(
        facts.rows(),
        row -> {
          hash.of(row.cell(column).strip(), 0);
          different.add(hash.first(), hash.second());
        });
    int rows = facts.rows();
    long repeated = rows - different.size();
    if (3 * repeated >= 2L * rows) {
      return false;
    }
    findings.use(Field.POST_ID, List.of(column), "");
    boolean single = repeated <= 1 && rows >= FEW;
    if (!single && repeated > REPEATED * rows) {
      findings.ask(
          column,
          "names posts, some of them twice, or accounts? say --map post_id=%s or --map post_id=-"
              .formatted(findings.name(column)));
    }
    return true;
  }
}
