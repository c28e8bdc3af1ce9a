package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides which columns of numbers are believed, and how they are read. Names mislead, so the cells
 * have the last word; when in doubt a column is left out, and that is said.
 */
final class NumberColumns {

  /** Zeros in more cells than this, among large counts, are hidden counts (own defaults). */
  private static final double HIDDEN_SHARE = 0.01;

  private static final int FEWEST_HIDDEN = 3;

  /** More likes a follower than this are those of all posts together (own default). */
  private static final double MOST_LIKES_A_FOLLOWER = 0.5;

  private final List<String> header;
  private final ColumnCandidates candidates;
  private final ColumnNotes findings;
  private final boolean posts;
  private final ColumnStatistics facts;

  /** Found before comments are, which are compared with them. */
  private Optional<ColumnRoles.Numeric> likes = Optional.empty();

  /**
   * A finder of columns.
   *
   * @param posts whether a row is a post: then a count is that post's own, and 0 is none
   */
  NumberColumns(
      List<String> header,
      ColumnStatistics facts,
      ColumnCandidates candidates,
      ColumnNotes findings,
      boolean posts) {
    this.header = header;
    this.facts = facts;
    this.posts = posts;
    this.candidates = candidates;
    this.findings = findings;
  }

  /** The decimal mark that more cells prove than the other: a file was written in one country. */
  static NumberParser.Mark decimalMark(ColumnStatistics facts, ColumnCandidates candidates) {
    List<Integer> columns = new ArrayList<>(candidates.shares().keySet());
    for (Field field : Field.values()) {
      if (field.isNumber()) {
        candidates.of(field).forEach(candidate -> columns.add(candidate.column()));
      }
    }
    long dots = columns.stream().mapToLong(column -> facts.of(column).dots()).sum();
    long commas = columns.stream().mapToLong(column -> facts.of(column).commas()).sum();
    return commas <= dots && !(commas + dots == 0 && followersAreGroupedByDot(facts, candidates))
        ? NumberParser.Mark.DOT
        : NumberParser.Mark.COMMA;
  }

  /** Nobody has 48.2 followers: three digits behind every dot are a group. */
  private static boolean followersAreGroupedByDot(
      ColumnStatistics facts, ColumnCandidates candidates) {
    List<ColumnStatistic> followers =
        candidates.of(Field.FOLLOWERS).stream().map(c -> facts.of(c.column())).toList();
    return followers.stream().anyMatch(ColumnStatistic::isGroupedByDot)
        && followers.stream().noneMatch(ColumnStatistic::hasOtherDots);
  }

  /** The columns of every number that is believed. */
  Map<Field, ColumnRoles.Numeric> find() {
    tellRatesFromCounts();
    Map<Field, ColumnRoles.Numeric> numbers = new EnumMap<>(Field.class);
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

  private ColumnStatistic facts(Candidate candidate) {
    return facts.of(candidate.column());
  }

  /** "Engagement" may be a count or a rate; its cells decide. */
  private void tellRatesFromCounts() {
    if (candidates.isMapped(Field.ENGAGEMENTS)) {
      return;
    }
    List<Candidate> counts = new ArrayList<>();
    for (Candidate candidate : candidates.of(Field.ENGAGEMENTS)) {
      ColumnStatistic cells = facts(candidate);
      ColumnMeaning said = candidate.meaning();
      String key = ColumnName.key(header.get(candidate.column()));
      boolean plural = key.contains("engagements") || key.contains("interactions");
      if (plural || said.total() || cells.isEmpty() || cells.isMostlyWords()) {
        counts.add(candidate);
      } else if (cells.hasPercentSign() || said.percent() || !cells.isMostlyAboveOne()) {
        if (!candidates.isMapped(Field.ENGAGEMENT_RATE)) {
          candidates.add(
              candidate.column(),
              new ColumnMeaning(Field.ENGAGEMENT_RATE, 1, said.mean(), false, said.percent(), ""));
        }
      } else if (cells.isTypicallyFew()) {
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

  private Optional<ColumnRoles.Numeric> find(Field field) {
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
    List<Candidate> best = new ArrayList<>(ColumnCandidates.best(believed, Candidate::preference));
    best.sort(
        Comparator.<Candidate>comparingInt(c -> facts(c).abbreviated())
            .thenComparingInt(Candidate::column));
    Candidate first = best.get(0);
    List<Integer> columns = new ArrayList<>();
    for (Candidate candidate : believed) {
      if (!best.contains(candidate)) {
        findings.leaveOut(candidate.column(), findings.name(first.column()) + " is taken");
      }
    }
    for (Candidate candidate : best) {
      if (facts(candidate).agreesWith(facts(first))) {
        columns.add(candidate.column());
      } else {
        findings.leaveOut(
            candidate.column(), "other figures than " + findings.name(first.column()));
      }
    }
    return Optional.of(numeric(field, columns, first));
  }

  private String doubt(Field field, Candidate candidate) {
    ColumnStatistic cells = facts(candidate);
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
            .anyMatch(this::areTypicallyOfAllPosts);
  }

  private boolean areTypicallyOfAllPosts(Candidate likes) {
    List<Candidate> followers = candidates.of(Field.FOLLOWERS);
    if (followers.isEmpty()) {
      return false;
    }
    ColumnStatistic of = facts(followers.get(0));
    ColumnStatistic cells = facts(likes);
    double[] ratios =
        IntStream.range(0, facts.rows())
            .mapToDouble(row -> cells.value(row) / of.value(row))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return ratios.length > 0 && ratios[ratios.length / 2] > MOST_LIKES_A_FOLLOWER;
  }

  private ColumnRoles.Numeric numeric(Field field, List<Integer> columns, Candidate first) {
    ColumnStatistic cells = facts(first);
    boolean hidden =
        !posts
            && field.isMeanPerPost()
            && cells.zeros() >= FEWEST_HIDDEN
            && cells.zeros() > HIDDEN_SHARE * cells.numbers()
            && cells.isTypicallyMany();
    if (hidden) {
      findings.remark(
          "%s: 0 in %s of %s rows is read as hidden, not as none"
              .formatted(
                  field.words(), NumberText.count(cells.zeros()), NumberText.count(facts.rows())));
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
    return new ColumnRoles.Numeric(List.copyOf(columns), hidden, percent, currency);
  }

  /** More comments than likes in most rows: then the column is something else. */
  private String moreThanLikes(Candidate comments) {
    if (likes.isEmpty()) {
      return "";
    }
    ColumnStatistic first = facts.of(likes.get().columns().get(0));
    ColumnStatistic second = facts(comments);
    int known = 0;
    int more = 0;
    for (int row = 0; row < facts.rows(); row++) {
      if (first.value(row) > 0 && !Double.isNaN(second.value(row))) {
        known++;
        more += second.value(row) > first.value(row) ? 1 : 0;
      }
    }
    return 2 * more > known
        ? "more than likes in %s of %s rows; if it is right, say --map comments=%s"
            .formatted(
                NumberText.count(more), NumberText.count(known), findings.name(comments.column()))
        : "";
  }

  /** The columns of shares that are believed. */
  List<ColumnRoles.ShareColumn> shares() {
    Map<String, List<Integer>> dimensions = new LinkedHashMap<>();
    candidates
        .shares()
        .forEach(
            (column, share) -> {
              ColumnStatistic cells = facts.of(column);
              if (cells.isEmpty() || cells.isMostlyWords()) {
                findings.leaveOut(column, cells.isEmpty() ? "no values" : "no shares");
              } else {
                dimensions.computeIfAbsent(share.dimension(), key -> new ArrayList<>()).add(column);
              }
            });
    List<ColumnRoles.ShareColumn> columns = new ArrayList<>();
    dimensions.forEach(
        (dimension, members) -> {
          boolean percent = isPercent(members);
          candidates
              .shares()
              .forEach(
                  (column, share) -> {
                    if (members.contains(column)) {
                      columns.add(new ColumnRoles.ShareColumn(column, share, percent));
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
    List<ColumnStatistic> shares = columns.stream().map(facts::of).toList();
    return ColumnStatistic.isMostlyAboveOne(shares)
        || shares.stream().anyMatch(ColumnStatistic::hasPercentSign);
  }
}
