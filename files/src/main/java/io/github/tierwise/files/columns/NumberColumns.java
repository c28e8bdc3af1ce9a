package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberParser.Mark;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import io.github.tierwise.files.columns.ColumnMeaning.Aggregate;
import io.github.tierwise.files.columns.ColumnReading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides which columns of numbers are taken, and how they are read. What a column is follows from
 * its header; cells confirm it or raise a question. Between any two readings lies a question, so
 * that no edit of one row turns one into the other unseen.
 */
final class NumberColumns {

  /** More of a count a follower than this cannot be a mean per post (own defaults). */
  private static final double MOST_A_FOLLOWER = 0.5;

  private static final double MOST_VIEWS_A_FOLLOWER = 50;

  /** So many rows must be implausible before it is asked: more than this part, and two. */
  private static final double IMPLAUSIBLE_SHARE = 0.1;

  private static final int ENOUGH = 2;

  /** Up to this part of the counts may have a percent sign, and be rejected, without a question. */
  private static final double PERCENT_SIGNS = 0.1;

  /** Cells that contradict their column are so rare that they are mistakes: one in so many. */
  private static final int MISTAKES = 1_000;

  /** With more comments than likes in most rows a column is something else; with so many, said. */
  private static final double CERTAIN = 0.9;

  private static final int CERTAIN_ROWS = 20;

  /** Columns for one number that agree in less than this part of the rows are a question. */
  private static final double AGREEING = 0.9;

  private final ColumnCandidates candidates;
  private final ColumnNotes notes;
  private final boolean posts;
  private final ColumnStatistics facts;
  private final SaidReadings said;
  private final DecimalMarks marks;

  /** Found before comments are, which are compared with them. */
  private Optional<ColumnRoles.Numeric> likes = Optional.empty();

  /**
   * A finder of columns.
   *
   * @param posts whether a row is a post: then a count is that post's own
   */
  NumberColumns(
      ColumnStatistics facts,
      ColumnCandidates candidates,
      ColumnNotes notes,
      SaidReadings said,
      DecimalMarks marks,
      boolean posts) {
    this.facts = facts;
    this.posts = posts;
    this.candidates = candidates;
    this.notes = notes;
    this.said = said;
    this.marks = marks;
  }

  /** The columns of every number that is taken. */
  Map<Field, ColumnRoles.Numeric> find() {
    tellRatesFromCounts();
    preferWhatIsMapped();
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

  /** Engagements or a rate that the caller names go before counts that he does not. */
  private void preferWhatIsMapped() {
    boolean engagements = isUsable(Field.ENGAGEMENTS);
    boolean rate = isUsable(Field.ENGAGEMENT_RATE);
    if (!engagements && !rate) {
      return;
    }
    Field mapped = engagements ? Field.ENGAGEMENTS : Field.ENGAGEMENT_RATE;
    String taken = notes.name(candidates.of(mapped).get(0).column()) + " is taken, as you say";
    for (Field field :
        List.of(Field.LIKES, Field.COMMENTS, Field.SHARES, Field.SAVES, Field.ENGAGEMENTS)) {
      if (!candidates.isMapped(field)) {
        candidates.of(field).forEach(each -> notes.leaveOut(each.column(), taken));
        candidates.replace(field, List.of());
      }
    }
  }

  private boolean isUsable(Field field) {
    return candidates.isMapped(field) && !candidates.of(field).isEmpty();
  }

  /** "Engagement" may be a count or a rate: the header tells, else all of its cells. */
  private void tellRatesFromCounts() {
    if (candidates.isMapped(Field.ENGAGEMENTS)) {
      return;
    }
    List<Candidate> counts = new ArrayList<>();
    for (Candidate candidate : candidates.of(Field.ENGAGEMENTS)) {
      ColumnStatistic cells = facts(candidate);
      ColumnMeaning meaning = candidate.meaning();
      String key = ColumnName.key(notes.header(candidate.column()));
      boolean plural =
          key.contains("engagements") || key.contains("interact") || key.contains("interak");
      boolean counted =
          plural || meaning.aggregate() == Aggregate.TOTAL || meaning.power() > 0 || posts;
      // Zeros are zeros of either; a single number beside them must not tell for all.
      boolean single = cells.positive() == 1 && cells.numbers() > 1;
      if (meaning.percent() || (!counted && !single && isRate(cells))) {
        if (!candidates.isMapped(Field.ENGAGEMENT_RATE)) {
          candidates.add(candidate.column(), meaning.asRate());
        }
      } else if (counted || cells.positive() == 0 || (!single && isCount(cells))) {
        counts.add(candidate);
      } else {
        String name = notes.name(candidate.column());
        notes.ask(
            candidate.column(),
            "counts or percentages? say --map engagements=%s or --map engagement_rate=%s"
                .formatted(name, name));
      }
    }
    candidates.replace(Field.ENGAGEMENTS, counts);
  }

  /** All cells are such as only rates are, or two, and most of those that tell. */
  private static boolean isRate(ColumnStatistic cells) {
    int rates = cells.positive() - cells.aboveOne();
    return rates > 0 && (cells.aboveOne() == 0 || (rates >= ENOUGH && rates > 2 * cells.many()));
  }

  private static boolean isCount(ColumnStatistic cells) {
    int rates = cells.positive() - cells.aboveOne();
    return cells.many() > 0
        && (cells.many() == cells.positive()
            || (cells.many() >= ENOUGH && cells.many() > 2 * rates));
  }

  private Optional<ColumnRoles.Numeric> find(Field field) {
    List<Candidate> believed = new ArrayList<>();
    for (Candidate candidate : candidates.of(field)) {
      if (isBelieved(field, candidate)) {
        believed.add(candidate);
      }
    }
    if (believed.isEmpty()) {
      return Optional.empty();
    }
    if (isChosenByOneCell(field, believed)) {
      return Optional.empty();
    }
    // Of two columns for one number each row takes the one with all digits, else the first.
    List<Candidate> best = new ArrayList<>(ColumnCandidates.best(believed, this::preference));
    best.sort(Comparator.comparingInt(Candidate::column));
    Candidate first = best.get(0);
    List<Integer> columns = new ArrayList<>();
    for (Candidate candidate : believed) {
      if (!best.contains(candidate)) {
        notes.leaveOut(
            candidate.column(),
            isTotal(candidate)
                ? "a total, not a mean per post"
                : notes.name(first.column()) + " is taken");
      }
    }
    for (Candidate candidate : best) {
      if (candidate.equals(first)
          || (isReadAs(first, field, candidate)
              && facts.of(first.column(), candidate.column()).agreement() >= AGREEING)) {
        columns.add(candidate.column());
      } else {
        notes.ask(
            candidate.column(),
            "other figures than %s; say which is meant, as in --map %s=#%d"
                .formatted(notes.name(first.column()), field.label(), first.column() + 1));
      }
    }
    return numeric(field, columns, first);
  }

  /**
   * A column without values gives way to another, one with values does not: between the two, where
   * a single cell would choose for all rows, lies a question.
   */
  private boolean isChosenByOneCell(Field field, List<Candidate> believed) {
    int best = believed.stream().mapToInt(this::preference).min().orElse(0);
    List<Candidate> first = believed.stream().filter(c -> preference(c) == best).toList();
    boolean other = believed.size() > first.size();
    int cells = first.stream().mapToInt(c -> facts(c).numbers() + facts(c).wrong()).sum();
    if (!other || cells > 1 || facts.rows() < 2 || candidates.isMapped(field)) {
      return false;
    }
    ask(field, first.get(0), "has one value and goes before another column:");
    return true;
  }

  /**
   * A number of a network of its own before one of none; of a post's two counts the plain one; all
   * digits before thousands.
   */
  private int preference(Candidate candidate) {
    return 8 * candidate.preference()
        + (isTotal(candidate) ? 4 : 0)
        + (candidate.meaning().network().isPresent() ? 0 : 2)
        + (candidate.meaning().power() > 0 ? 1 : 0);
  }

  /** Columns for one number are read in one way. */
  private boolean isReadAs(Candidate first, Field field, Candidate other) {
    ColumnMeaning a = first.meaning();
    ColumnMeaning b = other.meaning();
    return a.power() == b.power()
        && a.doubtfulUnit().equals(b.doubtfulUnit())
        && a.percent() == b.percent()
        && a.currency().equals(b.currency())
        && marks.of(first.column(), field).equals(marks.of(other.column(), field));
  }

  private static boolean isTotal(Candidate candidate) {
    return candidate.meaning().aggregate() == Aggregate.TOTAL;
  }

  private boolean isBelieved(Field field, Candidate candidate) {
    ColumnStatistic cells = facts(candidate);
    String reason = wrongKind(field, candidate);
    if (candidates.isMapped(field) && candidate.meaning().percent() && !reason.isEmpty()) {
      throw new InputException(
          "--map: %s must be a column of counts, %s is %s"
              .formatted(field.label(), notes.name(candidate.column()), reason));
    }
    // Without followers on a network nobody is there: its header says it, not its first value.
    boolean tellsWhoIsThere = field == Field.FOLLOWERS && candidate.meaning().network().isPresent();
    if (reason.isEmpty() && cells.isEmpty() && !tellsWhoIsThere) {
      reason = "no values";
    }
    if (reason.isEmpty() && candidates.isMapped(field)) {
      return true;
    }
    if (reason.isEmpty() && field != Field.PRICE) {
      if (cells.wrong() >= 2 * cells.numbers() + 2) {
        reason = "not numbers, as in " + quoted(cells.exampleOfWrong());
      } else if (cells.wrong() > 0 && cells.numbers() < 2 * cells.wrong()) {
        ask(field, candidate, "numbers or words, as in " + quoted(cells.exampleOfWrong()) + "?");
        return false;
      }
    }
    if (reason.isEmpty() && field != Field.ENGAGEMENT_RATE && cells.percents() > 0) {
      int counts = cells.numbers() - cells.percents();
      if (counts == 0) {
        reason = "percentages, not counts";
      } else if (cells.percents() > Math.max(PERCENT_SIGNS * counts, counts < ENOUGH ? 0 : 1)) {
        ask(field, candidate, "counts or percentages?");
        return false;
      }
    }
    if (reason.isEmpty() && field == Field.COMMENTS) {
      reason = moreThanLikes(candidate);
    }
    if (reason.isEmpty() && !posts && field.isMeanPerPost() && !candidate.meaning().isMean()) {
      reason = ofAllPosts(field, candidate);
    }
    if (!reason.isEmpty()) {
      notes.leaveOut(candidate.column(), reason);
    }
    return reason.isEmpty() && !notes.isAsked(candidate.column());
  }

  private static String quoted(String cell) {
    return Quote.of(cell);
  }

  private void ask(Field field, Candidate candidate, String question) {
    notes.ask(
        candidate.column(),
        "%s say --map %s=%s if it is, or --map %s=- to do without"
            .formatted(question, field.label(), notes.name(candidate.column()), field.label()));
  }

  /** What the header says that makes it another number; empty if it does not. */
  private String wrongKind(Field field, Candidate candidate) {
    ColumnMeaning meaning = candidate.meaning();
    if (posts && field == Field.POSTS) {
      return "the posts are counted";
    }
    if (meaning.percent() && field != Field.ENGAGEMENT_RATE) {
      return "a percentage, not a count";
    }
    boolean window = meaning.aggregate() == Aggregate.WINDOW;
    if (field == Field.PRICE && (window || isTotal(candidate))) {
      return "a total, not the price of one post";
    }
    if (field == Field.POSTS && window) {
      return "posts of some days, not of all time";
    }
    if (field == Field.POSTS && meaning.isMean() && !candidates.isMapped(field)) {
      return "posts on average, not all of them";
    }
    if (field == Field.FOLLOWERS && window) {
      return "followers of some days, not those of today";
    }
    if (field.isMeanPerPost() && window) {
      return "a sum over days, not a mean per post";
    }
    if (field.isMeanPerPost() && isTotal(candidate) && !posts) {
      return "a total, not a mean per post";
    }
    if (posts && field.isMeanPerPost() && meaning.isMean() && !candidates.isMapped(field)) {
      return "a mean over posts";
    }
    return "";
  }

  /** A count that does not say that it is a mean. */
  private String ofAllPosts(Field field, Candidate candidate) {
    boolean counted =
        candidates.of(Field.POSTS).stream()
            .anyMatch(c -> c.meaning().aggregate() != Aggregate.WINDOW);
    if (counted) {
      return "may be a total over all posts; if it is a mean per post, say --map %s=%s"
          .formatted(field.label(), notes.name(candidate.column()));
    }
    if (field == Field.VIEWS && !tellsEngagement()) {
      return "of one post or of all is not said, and no score needs it";
    }
    if (isImplausible(candidate)) {
      ask(field, candidate, "means per post or totals of all posts?");
    }
    return "";
  }

  private boolean tellsEngagement() {
    return List.of(Field.LIKES, Field.COMMENTS, Field.ENGAGEMENTS, Field.ENGAGEMENT_RATE).stream()
        .anyMatch(field -> !candidates.of(field).isEmpty());
  }

  private boolean isImplausible(Candidate candidate) {
    List<Candidate> followers = candidates.of(Field.FOLLOWERS);
    if (followers.isEmpty()) {
      return false;
    }
    ColumnPair both = facts.of(followers.get(0).column(), candidate.column());
    return both.implausible() >= ENOUGH && both.implausible() > IMPLAUSIBLE_SHARE * both.finite();
  }

  /** More of a count a follower than this cannot be a mean per post. */
  static double mostAFollower(Field field) {
    return field == Field.VIEWS ? MOST_VIEWS_A_FOLLOWER : MOST_A_FOLLOWER;
  }

  /** How columns are read; empty if that is a question. */
  private Optional<ColumnRoles.Numeric> numeric(
      Field field, List<Integer> columns, Candidate first) {
    ColumnMeaning meaning = first.meaning();
    boolean percent = field == Field.ENGAGEMENT_RATE && isPercent(first);
    NumberStyle style = style(field, first);
    if (notes.isAsked(first.column())) {
      return Optional.empty();
    }
    List<String> remarks = new ArrayList<>();
    if (columns.size() > 1) {
      remarks.add("plain numbers before abbreviated ones");
    }
    if (field == Field.ENGAGEMENT_RATE) {
      remarks.add(
          !percent
              ? "as fractions"
              : facts(first).percents() > 0 || meaning.percent()
                  ? "in percent, as it says"
                  : "in percent, since they are above 1");
    } else if (!meaning.currency().isEmpty()) {
      remarks.add("in " + meaning.currency());
    }
    if (style.power() > 0) {
      remarks.add("in units of " + NumberText.count(Math.pow(10, style.power())));
    }
    if (facts(first).ambiguousDots() > 0 && (style.whole() || style.mark() == Mark.COMMA)) {
      remarks.add("%s is a dot before thousands".formatted(facts(first).exampleOfAmbiguous()));
    } else if (facts(first).ambiguousCommas() > 0 && !style.whole() && style.mark() == Mark.COMMA) {
      remarks.add("the comma is the decimal mark");
    }
    if (!posts && field.isMeanPerPost() && meaning.aggregate() == Aggregate.UNSAID) {
      notes.means(columns);
    }
    notes.use(field, meaning, style, columns, String.join(", ", remarks));
    return Optional.of(
        new ColumnRoles.Numeric(List.copyOf(columns), style, percent, meaning.currency()));
  }

  private NumberStyle style(Field field, Candidate candidate) {
    ColumnMeaning meaning = candidate.meaning();
    int power = meaning.power();
    if (said.has(field, Reading.THOUSAND)) {
      power = 3;
    } else if (said.has(field, Reading.MILLION)) {
      power = 6;
    } else if (!meaning.doubtfulUnit().isEmpty()) {
      notes.ask(
          candidate.column(),
          "%s is a thousand or a million? say --as %s=thousand or --as %s=million"
              .formatted(meaning.doubtfulUnit(), field.label(), field.label()));
    } else if (field == Field.FOLLOWERS
        && power == 0
        && facts(candidate).fractions() > facts.rows() / MISTAKES) {
      notes.ask(
          candidate.column(),
          "nobody has a part of a follower: thousands or millions? say --as followers=thousand or"
              + " --as followers=million");
    }
    boolean whole = power == 0 && (field.isWhole() || (posts && field.isMeanPerPost()));
    Optional<Mark> mark = whole ? Optional.of(Mark.DOT) : marks.of(candidate.column(), field);
    if (mark.isEmpty()) {
      askForMark(candidate.column(), field.label());
    }
    return new NumberStyle(
        mark.orElse(Mark.DOT), whole, field == Field.PRICE, power, meaning.language());
  }

  private void askForMark(int column, String label) {
    String example = facts.of(column).exampleOfAmbiguous();
    notes.ask(
        column,
        "is %s a decimal or a group of thousands? say --as %s=decimal-dot or --as %s=decimal-comma"
            .formatted(quoted(example), label, label));
  }

  /** Whether the cells of a rate without a percent sign are percentages. */
  private boolean isPercent(Candidate rate) {
    ColumnStatistic cells = facts(rate);
    return isPercent(
        rate.column(),
        Field.ENGAGEMENT_RATE,
        rate.meaning().percent(),
        new int[] {cells.percents(), cells.aboveOne(), cells.tenthOrLess(), cells.positive()});
  }

  /**
   * Percentages or fractions.
   *
   * @param counts cells with a percent sign, without one above 1, of at most a tenth, all above 0
   */
  private boolean isPercent(int column, Field field, boolean says, int[] counts) {
    if (said.has(field, Reading.PERCENT)) {
      return true;
    }
    if (said.has(field, Reading.FRACTION)) {
      return false;
    }
    if (says) {
      return true;
    }
    int signed = counts[0];
    int large = counts[1];
    int small = counts[2];
    int doubtful = counts[3] - signed - large - small;
    int percents = signed + large;
    if (small + doubtful == 0) {
      return percents > 0;
    }
    if (percents + doubtful == 0) {
      return false;
    }
    if (percents >= ENOUGH && percents > 2 * small) {
      return true;
    }
    if (small >= ENOUGH && small > 2 * percents) {
      return false;
    }
    notes.ask(
        column,
        "fractions or percentages? say --as %s=percent or --as %s=fraction"
            .formatted(field.label(), field.label()));
    return false;
  }

  /** More comments than likes in most rows: then the column is something else. */
  private String moreThanLikes(Candidate comments) {
    if (likes.isEmpty()) {
      return "";
    }
    ColumnPair both = facts.of(likes.get().columns().get(0), comments.column());
    int known = both.positive();
    int more = both.larger();
    String counted =
        "more than likes in %s of %s rows"
            .formatted(NumberText.count(more), NumberText.count(known));
    if (known >= CERTAIN_ROWS && more >= CERTAIN * known) {
      return "%s; if it is right, say --map comments=%s"
          .formatted(counted, notes.name(comments.column()));
    }
    if (more >= CERTAIN_ROWS / 2 && 2 * more > known) {
      ask(Field.COMMENTS, comments, counted + ":");
    }
    return "";
  }

  /** The columns of shares that are taken. */
  List<ColumnRoles.ShareColumn> shares() {
    Map<String, List<Integer>> dimensions = new LinkedHashMap<>();
    candidates
        .shares()
        .forEach(
            (column, share) -> {
              if (isBelieved(column, share)) {
                dimensions.computeIfAbsent(share.dimension(), key -> new ArrayList<>()).add(column);
              }
            });
    List<ColumnRoles.ShareColumn> columns = new ArrayList<>();
    dimensions.forEach(
        (dimension, members) -> {
          boolean percent = isPercent(dimension, members);
          for (int column : members) {
            Mark mark = marks.of(column, Field.ENGAGEMENT_RATE).orElse(Mark.DOT);
            columns.add(
                new ColumnRoles.ShareColumn(
                    column,
                    Objects.requireNonNull(candidates.shares().get(column), "share"),
                    new NumberStyle(mark, false, false, 0, "en"),
                    percent));
          }
          String values = ColumnNotes.listed(members.stream().map(notes::name).toList());
          notes.useShares(
              "shares of " + dimension + " = " + values + (percent ? " (in percent)" : ""),
              members);
        });
    return columns;
  }

  private boolean isBelieved(int column, AudienceShare share) {
    ColumnStatistic cells = facts.of(column);
    if (cells.isEmpty()) {
      notes.leaveOut(column, "no values");
      return false;
    }
    if (candidates.isMapped(share) || cells.wrong() == 0) {
      return true;
    }
    if (cells.wrong() >= 2 * cells.numbers() + 2) {
      notes.leaveOut(column, "no shares");
      return false;
    }
    if (cells.numbers() < 2 * cells.wrong()) {
      String name =
          share.toString().contains(" ") ? '"' + share.toString() + '"' : share.toString();
      notes.ask(
          column,
          "shares or words, as in %s? say --map %s=%s if it is, or --map %s=- to do without"
              .formatted(quoted(cells.exampleOfWrong()), name, notes.name(column), name));
      return false;
    }
    return true;
  }

  /** Shares of a dimension are in one unit within a row: what one proves holds for all. */
  private boolean isPercent(String dimension, List<Integer> columns) {
    int known = facts.rowsOfShares(dimension);
    int large = facts.rowsOfLargeShares(dimension);
    return isPercent(
        columns.get(0),
        Field.named(dimension).orElse(Field.TOPIC),
        columns.stream().anyMatch(column -> notes.header(column).contains("%")),
        new int[] {0, large, known - large, known});
  }
}
