package io.github.tierwise.files.columns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What became of the columns of a table, to be said aloud: every one is used or left out. */
public final class ColumnNotes {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.-]+");

  private final List<String> header;
  private final List<String> used = new ArrayList<>();

  /** Columns that are left out, and why; an empty reason is "not known what this is". */
  private final Map<Integer, String> unused = new TreeMap<>();

  private final List<String> remarks = new ArrayList<>();

  public ColumnNotes(List<String> header) {
    this.header = header;
    for (int column = 0; column < header.size(); column++) {
      unused.put(column, "");
    }
  }

  void leaveOut(int column, String reason) {
    unused.put(column, reason);
  }

  void remark(String remark) {
    remarks.add(remark);
  }

  /** Says what columns are; columns of the same name are named once. */
  void use(String field, List<Integer> columns, String remark) {
    columns.forEach(unused::remove);
    String names = columns.stream().map(this::name).distinct().collect(Collectors.joining(" and "));
    boolean twins = columns.size() == 2 && name(columns.get(0)).equals(name(columns.get(1)));
    String detail = twins ? "both columns" : remark;
    used.add(field + " = " + names + (detail.isEmpty() ? "" : " (" + detail + ")"));
  }

  /** Says what columns of shares are. */
  void useShares(String text, List<Integer> columns) {
    columns.forEach(unused::remove);
    used.add(text);
  }

  /** A column's name for people: in quotes if it is more than a word, by position if blank. */
  String name(int column) {
    String name = header.get(column);
    if (name.isEmpty()) {
      return "#" + (column + 1);
    }
    return PLAIN.matcher(name).matches() || AudienceShare.of(name).isPresent()
        ? name
        : '"' + name + '"';
  }

  public List<String> used() {
    return List.copyOf(used);
  }

  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Columns that are left out, those with the same reason together. */
  public List<String> unused() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    unused.forEach(
        (column, reason) -> {
          List<String> names = byReason.computeIfAbsent(reason, key -> new ArrayList<>());
          if (!header.get(column).isEmpty() && !names.contains(name(column))) {
            names.add(name(column));
          }
        });
    return byReason.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                String.join(", ", entry.getValue())
                    + (entry.getKey().isEmpty() ? "" : " (" + entry.getKey() + ")"))
        .toList();
  }
}
