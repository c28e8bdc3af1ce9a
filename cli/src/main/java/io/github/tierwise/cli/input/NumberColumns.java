package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.input.Candidates.Candidate;
import io.github.tierwise.cli.text.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides which columns of numbers are believed, and how they are read. Names mislead, so the cells
 * have the last word; when in doubt a column is left out, and that is said.
 */
final class NumberColumns {

  /** Zeros in more cells than this, among counts this large, are hidden counts (own defaults). */
  private static final double HIDDEN_SHARE = 0.01;

  private static final int FEWEST_HIDDEN = 3;
  private static final double HIDDEN_AMONG = 100;

  /** "Engagement" below this, but above 1, could be a percentage as well (own default). */
  private static final double FEWEST_ENGAGEMENTS = 100;

  /** More likes a follower than this are those of all posts together (own default). */
  private static final double MOST_LIKES_A_FOLLOWER = 0.5;

  private final Sheet sheet;
  private final Candidates candidates;
  private final Findings findings;
  private final boolean posts;
  private final Map<Integer, ColumnFacts> facts = new HashMap<>();
  private final Numbers.Mark mark;

  /** Found before comments are, which are compared with them. */
  private Optional<Columns.Numeric> likes = Optional.empty();

  /**
   * A finder of columns.
   *
   * @param posts whether a row is a post: then a count is that post's own, and 0 is none
   */
  NumberColumns(Sheet sheet, Candidates candidates, Findings findings, boolean posts) {
    this.sheet = sheet;
    this.posts = posts;
    this.candidates = candidates;
    this.findings = findings;
    mark = decimalMark();
  }

  Numbers.Mark mark() {
    return mark;
  }

  /** The columns of every number that is believed. */
  Map<Field, Columns.Numeric> find() {
    tellRatesFromCounts();
    Map<Field, Columns.Numeric> numbers = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (field.isNumber()) {
        find(field).ifPresent(numeric -> numbers.put(field, numeric));
      }
      if (field == Field.LIKES) {
        likes = Optional.ofNullable(numbers.get(field));
      }
    }
    return numbers;
  }

  private ColumnFacts facts(int column, Field field) {
    return facts.computeIfAbsent(column, key -> ColumnFacts.of(sheet, column, field, mark));
  }

  private ColumnFacts facts(Candidate candidate) {
    return facts(candidate.column(), candidate.meaning().field());
  }

  /** The decimal mark that more cells prove than the other: a file was written in one country. */
  private Numbers.Mark decimalMark() {
    List<Integer> columns = new ArrayList<>(candidates.shares().keySet());
    for (Field field : Field.values()) {
      if (field.isNumber()) {
        candidates.of(field).forEach(candidate -> columns.add(candidate.column()));
      }
    }
    int dots = 0;
    int commas = 0;
    for (int column : columns) {
      for (CsvRecord row : sheet.rows()) {
        Optional<Numbers.Mark> proof = Numbers.evidence(Sheet.cell(row, column));
        if (proof.isPresent()) {
          dots += proof.get() == Numbers.Mark.DOT ? 1 : 0;
          commas += proof.get() == Numbers.Mark.COMMA ? 1 : 0;
        }
      }
    }
    if (commas <= dots && !(commas + dots == 0 && followersAreGroupedByDot())) {
      return Numbers.Mark.DOT;
    }
    findings.remark("the comma is the decimal mark here: 48.200 is 48,200");
    return Numbers.Mark.COMMA;
  }

  /** Nobody has 48.2 followers: three digits behind every dot are a group. */
  private boolean followersAreGroupedByDot() {
    boolean found = false;
    for (Candidate candidate : candidates.of(Field.FOLLOWERS)) {
      for (CsvRecord row : sheet.rows()) {
        String cell = Sheet.cell(row, candidate.column());
        boolean grouped = Numbers.looksGroupedByDot(cell);
        if (!grouped && cell.indexOf('.') >= 0) {
          return false;
        }
        found |= grouped;
      }
    }
    return found;
  }

  /** "Engagement" may be a count or a rate; its cells decide. */
  private void tellRatesFromCounts() {
    if (candidates.isMapped(Field.ENGAGEMENTS)) {
      return;
    }
    List<Candidate> counts = new ArrayList<>();
    for (Candidate candidate : candidates.of(Field.ENGAGEMENTS)) {
      ColumnFacts cells = facts(candidate);
      Meaning said = candidate.meaning();
      String key = ColumnName.key(sheet.header().get(candidate.column()));
      boolean plural = key.contains("engagements") || key.contains("interactions");
      if (plural || said.total() || cells.isEmpty() || cells.isMostlyWords()) {
        counts.add(candidate);
      } else if (cells.hasPercentSign() || said.percent() || !cells.isMostlyAboveOne()) {
        if (!candidates.isMapped(Field.ENGAGEMENT_RATE)) {
          candidates.add(
              candidate.column(),
              new Meaning(Field.ENGAGEMENT_RATE, 1, said.mean(), false, said.percent(), ""));
        }
      } else if (cells.typical() < FEWEST_ENGAGEMENTS) {
        findings.leaveOut(
            candidate.column(),
            "counts or percentages? say --map engagements=%s or --map engagement_rate=%s"
                .formatted(findings.name(candidate.column()), findings.name(candidate.column())));
      } else {
        counts.add(candidate);
      }
    }
    candidates.replace(Field.ENGAGEMENTS, counts);
  }

  private Optional<Columns.Numeric> find(Field field) {
    List<Candidate> believed = new ArrayList<>();
    for (Candidate candidate : candidates.of(field)) {
      String doubt = doubt(field, candidate);
      if (doubt.isEmpty()) {
        believed.add(candidate);
      } else {
        findings.leaveOut(candidate.column(), doubt);
      }
    }
    if (believed.isEmpty()) {
      return Optional.empty();
    }
    // Of two columns for one number the one with all digits comes first.
    List<Candidate> best = new ArrayList<>(Candidates.best(believed, Candidate::preference));
    best.sort(
        Comparator.<Candidate>comparingInt(c -> facts(c.column(), field).abbreviated())
            .thenComparingInt(Candidate::column));
    Candidate first = best.get(0);
    List<Integer> columns = new ArrayList<>();
    for (Candidate candidate : believed) {
      if (!best.contains(candidate)) {
        findings.leaveOut(candidate.column(), findings.name(first.column()) + " is taken");
      }
    }
    for (Candidate candidate : best) {
      if (facts(candidate.column(), field).agreesWith(facts(first.column(), field))) {
        columns.add(candidate.column());
      } else {
        findings.leaveOut(
            candidate.column(), "other figures than " + findings.name(first.column()));
      }
    }
    return Optional.of(numeric(field, columns, first));
  }

  private String doubt(Field field, Candidate candidate) {
    ColumnFacts cells = facts(candidate.column(), field);
    if (posts && field == Field.POSTS) {
      return "the posts are counted";
    }
    if (candidate.meaning().total()) {
      return "a total, not a mean per post";
    }
    if (cells.isEmpty()) {
      return "no values";
    }
    if (candidates.isMapped(field)) {
      return "";
    }
    if (cells.isMostlyWords()) {
      return "not numbers, as in \"" + cells.exampleOfWrong() + '"';
    }
    String more = field == Field.COMMENTS ? moreThanLikes(candidate) : "";
    if (!more.isEmpty()) {
      return more;
    }
    if (posts) {
      return field.isMeanPerPost() && candidate.meaning().mean() ? "a mean over posts" : "";
    }
    if (field.isMeanPerPost() && !candidate.meaning().mean() && mayBeTotals()) {
      return "may be a total over all posts; if it is a mean per post, say --map %s=%s"
          .formatted(field.label(), findings.name(candidate.column()));
    }
    return "";
  }

  /** Whether counts without "average" in their name may be those of all posts together. */
  private boolean mayBeTotals() {
    return candidates.of(Field.POSTS).stream().anyMatch(c -> !facts(c).isEmpty())
        || candidates.of(Field.LIKES).stream()
            .filter(likes -> !likes.meaning().mean())
            .anyMatch(likes -> typicalLikesAFollower(likes) > MOST_LIKES_A_FOLLOWER);
  }

  private double typicalLikesAFollower(Candidate likes) {
    List<Candidate> followers = candidates.of(Field.FOLLOWERS);
    if (followers.isEmpty()) {
      return Double.NaN;
    }
    ColumnFacts of = facts(followers.get(0));
    ColumnFacts cells = facts(likes);
    double[] ratios = new double[cells.rows()];
    Arrays.setAll(ratios, row -> cells.value(row) / of.value(row));
    return ColumnFacts.median(Arrays.stream(ratios).filter(Double::isFinite).toArray());
  }

  private Columns.Numeric numeric(Field field, List<Integer> columns, Candidate first) {
    ColumnFacts cells = facts(first.column(), field);
    boolean hidden =
        !posts
            && field.isMeanPerPost()
            && cells.zeros() >= FEWEST_HIDDEN
            && cells.zeros() > HIDDEN_SHARE * cells.numbers()
            && cells.typical() >= HIDDEN_AMONG;
    if (hidden) {
      findings.remark(
          "%s: 0 in %s of %s rows is read as hidden, not as none"
              .formatted(
                  field.words(), Numerals.count(cells.zeros()), Numerals.count(cells.rows())));
    }
    boolean says = cells.hasPercentSign() || first.meaning().percent();
    boolean percent = field == Field.ENGAGEMENT_RATE && (says || cells.isMostlyAboveOne());
    String currency = first.meaning().currency();
    String remark = columns.size() > 1 ? "plain numbers before abbreviated ones" : "";
    if (field == Field.ENGAGEMENT_RATE) {
      remark =
          !percent
              ? "as fractions"
              : says ? "in percent, as it says" : "in percent, since most are above 1";
    } else if (!currency.isEmpty()) {
      remark = "in " + currency;
    }
    findings.use(field.words(), columns, remark);
    return new Columns.Numeric(List.copyOf(columns), hidden, percent, currency);
  }

  /** More comments than likes in most rows: then the column is something else. */
  private String moreThanLikes(Candidate comments) {
    if (likes.isEmpty()) {
      return "";
    }
    ColumnFacts first = facts(likes.get().columns().get(0), Field.LIKES);
    ColumnFacts second = facts(comments);
    int known = 0;
    int more = 0;
    for (int row = 0; row < first.rows(); row++) {
      if (first.value(row) > 0 && !Double.isNaN(second.value(row))) {
        known++;
        more += second.value(row) > first.value(row) ? 1 : 0;
      }
    }
    return 2 * more > known
        ? "more than likes in %s of %s rows; if it is right, say --map comments=%s"
            .formatted(
                Numerals.count(more), Numerals.count(known), findings.name(comments.column()))
        : "";
  }

  /** The columns of shares that are believed. */
  List<Columns.ShareColumn> shares() {
    Map<String, List<Integer>> dimensions = new LinkedHashMap<>();
    candidates
        .shares()
        .forEach(
            (column, share) -> {
              ColumnFacts cells = facts(column, Field.ENGAGEMENT_RATE);
              if (cells.isEmpty() || cells.isMostlyWords()) {
                findings.leaveOut(column, cells.isEmpty() ? "no values" : "no shares");
              } else {
                dimensions.computeIfAbsent(share.dimension(), key -> new ArrayList<>()).add(column);
              }
            });
    List<Columns.ShareColumn> columns = new ArrayList<>();
    dimensions.forEach(
        (dimension, members) -> {
          boolean percent = isPercent(members);
          candidates
              .shares()
              .forEach(
                  (column, share) -> {
                    if (members.contains(column)) {
                      columns.add(new Columns.ShareColumn(column, share, percent));
                    }
                  });
          String values = members.stream().map(findings::name).collect(Collectors.joining(", "));
          findings.useShares(
              "shares of " + dimension + " = " + values + (percent ? " (in percent)" : ""),
              members);
        });
    return columns;
  }

  /** Whether shares are percentages: a sign says so, or the largest of most rows is above 1. */
  private boolean isPercent(List<Integer> columns) {
    int known = 0;
    int aboveOne = 0;
    for (int row = 0; row < sheet.rows().size(); row++) {
      int position = row;
      double[] values =
          columns.stream()
              .mapToDouble(column -> facts(column, Field.ENGAGEMENT_RATE).value(position))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      known += values.length > 0 ? 1 : 0;
      aboveOne += Arrays.stream(values).anyMatch(value -> value > 1) ? 1 : 0;
    }
    return 2 * aboveOne > known
        || columns.stream()
            .anyMatch(column -> facts(column, Field.ENGAGEMENT_RATE).hasPercentSign());
  }
}
