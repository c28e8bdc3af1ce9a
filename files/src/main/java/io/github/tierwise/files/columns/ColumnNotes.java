package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser.Mark;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What became of the columns of a table, to be said aloud: every one is used or left out. */
public final class ColumnNotes {

  /**
   * How a column is understood.
   *
   * @param column its position
   * @param name its name in the header
   * @param field what it is; empty if it is not used
   * @param network the network that it is of; empty if none is named
   * @param unit of its numbers: {@code 1,000}, a currency, {@code percent}; empty if they have none
   * @param aggregate {@code mean}, {@code total}, {@code days} or empty
   * @param mark the decimal mark where a cell does not tell: {@code dot}, {@code comma} or empty
   * @param why why it is read so, or why it is not used
   */
  public record Use(
      int column,
      String name,
      String field,
      String network,
      String unit,
      String aggregate,
      String mark,
      String why) {}

  /** So many columns are named; who has more asks {@code check}, which lists all. */
  private static final int MOST_LISTED = 50;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.-]+");

  private final List<String> header;
  private final Optional<Platform> network;
  private final Map<String, String> used = new LinkedHashMap<>();
  private final Map<Integer, Use> uses = new TreeMap<>();

  /** Columns that are left out, and why; an empty reason is "not known what this is". */
  private final Map<Integer, String> unused = new TreeMap<>();

  private final Map<Integer, String> questions = new LinkedHashMap<>();
  private final List<Integer> means = new ArrayList<>();

  /**
   * Nothing is said yet.
   *
   * @param network the only network of which the columns are looked at; empty if all are
   */
  ColumnNotes(List<String> header, Optional<Platform> network) {
    this.header = header;
    this.network = network;
    for (int column = 0; column < header.size(); column++) {
      unused.put(column, "");
    }
  }

  /** The network of which these columns are; empty if the table is not of several. */
  public Optional<Platform> network() {
    return network;
  }

  void leaveOut(int column, String reason) {
    unused.put(column, reason);
  }

  /** Leaves a column out until the caller has answered. */
  void ask(int column, String question) {
    unused.put(column, question);
    questions.put(column, question);
  }

  boolean isAsked(int column) {
    return questions.containsKey(column);
  }

  /** Columns are taken for means per post, though their names do not say so. */
  void means(List<Integer> columns) {
    means.addAll(columns);
  }

  /** Says what columns are; columns of the same name are named once. */
  void use(Field field, List<Integer> columns, String remark) {
    use(field.words(), columns, remark);
    columns.forEach(
        column ->
            uses.put(
                column,
                new Use(column, header.get(column), field.label(), "", "", "", "", remark)));
  }

  void use(
      Field field, ColumnMeaning meaning, NumberStyle style, List<Integer> columns, String remark) {
    use(field.words(), columns, remark);
    String unit =
        style.power() > 0
            ? "10^" + style.power()
            : field == Field.ENGAGEMENT_RATE && remark.contains("percent")
                ? "percent"
                : meaning.currency();
    String aggregate =
        !field.isMeanPerPost()
            ? ""
            : switch (meaning.aggregate()) {
              case MEAN -> "mean";
              case TOTAL -> "of the post";
              case WINDOW -> "days";
              case UNSAID -> means.containsAll(columns) ? "mean, assumed" : "of the post";
            };
    for (int column : columns) {
      uses.put(
          column,
          new Use(
              column,
              header.get(column),
              field.label(),
              meaning.network().map(Platform::displayName).orElse(""),
              unit,
              aggregate,
              style.mark() == Mark.COMMA ? "comma" : "dot",
              remark));
    }
  }

  private void use(String field, List<Integer> columns, String remark) {
    columns.forEach(unused::remove);
    String names = columns.stream().map(this::name).distinct().collect(Collectors.joining(" and "));
    boolean twins = columns.size() == 2 && name(columns.get(0)).equals(name(columns.get(1)));
    String detail = twins ? "both columns" : remark;
    used.put(field, field + " = " + names + (detail.isEmpty() ? "" : " (" + detail + ")"));
  }

  /** Says what columns of shares are. */
  void useShares(String text, List<Integer> columns) {
    columns.forEach(unused::remove);
    columns.forEach(
        column ->
            uses.put(column, new Use(column, header.get(column), "share", "", "", "", "", "")));
    used.put(text, text);
  }

  /** Another column names the account than the names of the columns made believe. */
  public void nameBy(int column, int before) {
    if (column != before) {
      leaveOut(before, name(column) + " names the account");
      use(Field.ID, List.of(column), "the posts find it so");
    }
  }

  String header(int column) {
    return header.get(column);
  }

  /** A column's name for people: in quotes if it is more than a word, by position if blank. */
  public String name(int column) {
    String name = header.get(column);
    if (name.isEmpty()) {
      return "#" + (column + 1);
    }
    return PLAIN.matcher(name).matches() || AudienceShare.of(name).isPresent()
        ? Quote.name(name)
        : Quote.of(name);
  }

  public List<String> used() {
    return List.copyOf(used.values());
  }

  /** Every column, used or not. */
  public List<Use> uses() {
    List<Use> all = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      Use use = uses.get(column);
      String why = unused.getOrDefault(column, "");
      all.add(
          use != null && !unused.containsKey(column)
              ? use
              : new Use(
                  column,
                  header.get(column),
                  "",
                  "",
                  "",
                  "",
                  "",
                  why.isEmpty() ? "not known what this is" : why));
    }
    return all;
  }

  /** What is believed of columns though nothing says it. */
  public List<String> assumptions() {
    return means.isEmpty()
        ? List.of()
        : List.of(
            means.stream().map(this::name).distinct().collect(Collectors.joining(", "))
                + (means.size() == 1 ? " is" : " are")
                + " taken for means per post");
  }

  /** What only the caller can answer, with the column that is asked about. */
  List<String> questions() {
    return questions.entrySet().stream()
        .map(each -> name(each.getKey()) + ": " + each.getValue())
        .toList();
  }

  /** Columns that are left out, those with the same reason together. */
  public List<String> unused() {
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    unused.forEach(
        (column, reason) -> {
          if (!header.get(column).isEmpty()) {
            byReason.computeIfAbsent(reason, key -> new LinkedHashSet<>()).add(name(column));
          }
        });
    return byReason.entrySet().stream()
        .map(
            entry ->
                listed(entry.getValue())
                    + (entry.getKey().isEmpty() ? "" : " (" + entry.getKey() + ")"))
        .toList();
  }

  /** Names, of very many the first. */
  static String listed(Collection<String> names) {
    return listed(names, ", ");
  }

  /** What columns are, of very many the first. */
  public String usedText() {
    return listed(used.values(), "; ");
  }

  private static String listed(Collection<String> names, String between) {
    String first = names.stream().limit(MOST_LISTED).collect(Collectors.joining(between));
    return names.size() <= MOST_LISTED
        ? first
        : "%s and %s more".formatted(first, NumberText.count(names.size() - MOST_LISTED));
  }
}
