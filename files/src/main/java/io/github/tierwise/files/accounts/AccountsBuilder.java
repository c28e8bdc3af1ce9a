package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.DoubleList;
import io.github.tierwise.files.cells.TextPool;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Accounts as columns that grow row by row, each account once. A column of which nothing is known
 * takes no room.
 */
final class AccountsBuilder {

  private static final Measure[] MEASURES = Measure.values();

  /** Before an id stands the letter of its platform: together they name an account. */
  private static final char FIRST_PLATFORM = 'A';

  private static final Platform[] PLATFORMS = Platform.values();

  /** Of so many different labels one object each is kept. */
  private static final int MOST_SHARED = 10_000;

  private final int expected;
  private final TextPool names = new TextPool();
  private final Set<Platform> platforms = EnumSet.noneOf(Platform.class);
  private int[] lines;
  private final DoubleList[] measures = new DoubleList[MEASURES.length];
  private String currency = "";
  private boolean otherCurrencies;
  private final List<AudienceShare> dimensions;
  private final List<DoubleList> shares = new ArrayList<>();
  private final Map<String, List<String[]>> labelColumns = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<Integer, String> formulas = new HashMap<>();

  /**
   * Columns.
   *
   * @param shares the shares that a row may have
   * @param expected how many rows there will probably be
   */
  AccountsBuilder(List<AudienceShare> shares, int expected) {
    this.expected = expected;
    dimensions = new ArrayList<>(shares);
    Arrays.setAll(measures, i -> new DoubleList(expected));
    shares.forEach(share -> this.shares.add(new DoubleList(expected)));
    lines = new int[expected];
  }

  int size() {
    return names.size();
  }

  /** The shares that there are. */
  List<AudienceShare> shares() {
    return List.copyOf(dimensions);
  }

  /** The lines on which the accounts are. */
  int[] lines() {
    return Arrays.copyOf(lines, size());
  }

  /** Whether there is an account with this id. */
  boolean has(String id) {
    return !platforms(id).isEmpty();
  }

  /** The ids by what they are compared with; of two with one key the first. */
  Map<String, String> idsByKey() {
    Map<String, String> ids = new HashMap<>();
    for (int row = 0; row < size(); row++) {
      String id = id(names, row);
      ids.putIfAbsent(AccountName.key(id), id);
    }
    return ids;
  }

  /** The platforms on which an id is. */
  Set<Platform> platforms(String id) {
    Set<Platform> there = EnumSet.noneOf(Platform.class);
    for (Platform platform : platforms) {
      if (names.find(key(platform, id)) >= 0) {
        there.add(platform);
      }
    }
    return there;
  }

  private static String key(Platform platform, String id) {
    return (char) (FIRST_PLATFORM + platform.ordinal()) + id;
  }

  private static String id(TextPool names, int row) {
    return names.get(row).substring(1);
  }

  private Platform platform(int row) {
    return PLATFORMS[names.first(row) - FIRST_PLATFORM];
  }

  /**
   * Adds an account.
   *
   * @param line the line on which it is
   * @throws RowReader.RejectedException if it is there already
   */
  void add(AccountRow account, long line) throws RowReader.RejectedException {
    int row = names.size();
    int found = names.add(key(account.platform(), account.id()));
    if (found < row) {
      throw new RowReader.RejectedException(
          "account %s was already on line %d, with %s figures"
              .formatted(
                  account.id(), lines[found], isSame(found, account) ? "the same" : "other"));
    }
    platforms.add(account.platform());
    if (row == lines.length) {
      lines = Arrays.copyOf(lines, row + (row >> 1) + 1);
    }
    lines[row] = Math.toIntExact(line);
    if (currency.isEmpty()) {
      currency = account.currency();
    }
    otherCurrencies |= !account.currency().isEmpty() && !account.currency().equals(currency);
    for (Measure measure : MEASURES) {
      column(measure).set(row, known(account, measure));
    }
    for (int i = 0; i < account.shareCount(); i++) {
      shares.get(i).set(row, account.share(i));
    }
    keepFormula(row, account.levelFormula());
    account.others().forEach((share, part) -> column(share).set(row, part));
    account
        .labels()
        .forEach(
            (dimension, values) ->
                add(
                    row,
                    values,
                    labelColumns.computeIfAbsent(dimension, key -> new ArrayList<>())));
  }

  /** The column of a share, made when the share is first seen. */
  private DoubleList column(AudienceShare share) {
    int position = dimensions.indexOf(share);
    if (position < 0) {
      position = dimensions.size();
      dimensions.add(share);
      shares.add(new DoubleList(0));
    }
    return shares.get(position);
  }

  /** Amounts cannot be compared with those in the currency of the first: they are unknown. */
  private double known(AccountRow account, Measure measure) {
    return measure == Measure.PRICE && !account.currency().equals(currency)
        ? Double.NaN
        : account.get(measure);
  }

  private DoubleList column(Measure measure) {
    return measures[measure.ordinal()];
  }

  private void add(int row, List<String> values, List<String[]> columns) {
    for (int i = 0; i < values.size(); i++) {
      if (columns.size() == i) {
        columns.add(new String[Math.max(expected, row + 1)]);
      }
      if (row >= columns.get(i).length) {
        columns.set(i, Arrays.copyOf(columns.get(i), row + (row >> 1) + 1));
      }
      columns.get(i)[row] = shared(values.get(i));
    }
  }

  private String shared(String label) {
    String known =
        labels.size() < MOST_SHARED ? labels.putIfAbsent(label, label) : labels.get(label);
    return known == null ? label : known;
  }

  private boolean isSame(int row, AccountRow account) {
    for (Measure measure : MEASURES) {
      if (Double.compare(column(measure).get(row), known(account, measure)) != 0) {
        return false;
      }
    }
    for (int i = 0; i < shares.size(); i++) {
      double there = shares.get(i).get(row);
      double here =
          i < account.shareCount()
              ? account.share(i)
              : account.others().getOrDefault(dimensions.get(i), Double.NaN);
      if (Double.compare(there, here) != 0) {
        return false;
      }
    }
    return labelColumns.entrySet().stream()
        .allMatch(
            each ->
                isSame(
                    row, each.getValue(), account.labels().getOrDefault(each.getKey(), List.of())));
  }

  private static boolean isSame(int row, List<String[]> columns, List<String> values) {
    for (int i = 0; i < columns.size(); i++) {
      String there = row < columns.get(i).length ? columns.get(i)[row] : null;
      if (i < values.size() ? !values.get(i).equals(there) : there != null) {
        return false;
      }
    }
    return values.size() <= columns.size();
  }

  /** Whether there are prices in other currencies than the first; they are unknown. */
  boolean hasOtherCurrencies() {
    return otherCurrencies;
  }

  /** The currency of all prices; empty if there are none. */
  String currency() {
    return currency;
  }

  /** Takes over the numbers of an account that knows more than its row did. */
  void set(int row, Influencer account) {
    for (Measure measure : MEASURES) {
      column(measure).set(row, account.get(measure));
    }
    keepFormula(row, account.levelFormula());
  }

  private void keepFormula(int row, String formula) {
    if (!formula.isEmpty()) {
      formulas.put(row, shared(formula));
    }
  }

  /** The columns; they share the numbers with these, to which nothing may be added any more. */
  ProfileColumns build() {
    int size = size();
    // Nothing else is kept for the sake of names that may never be asked for.
    TextPool kept = names;
    ProfileColumns.Builder columns =
        ProfileColumns.builder(Platform.OTHER, numbers(Measure.FOLLOWERS))
            .ids(row -> id(kept, row));
    Platform[] where = new Platform[size];
    Arrays.setAll(where, this::platform);
    columns.platforms(where);
    for (Measure measure : MEASURES) {
      if (!column(measure).isEmpty()) {
        switch (measure) {
          case PRICE -> columns.price(numbers(measure), currency);
          case LEVEL ->
              columns.level(
                  formulas(),
                  numbers(measure),
                  numbers(Measure.LEVEL_VARIANCE),
                  numbers(Measure.POST_DEVIATION));
          default -> columns.column(measure, numbers(measure));
        }
      }
    }
    for (int i = 0; i < shares.size(); i++) {
      AudienceShare share = dimensions.get(i);
      columns.audience(share.dimension(), share.value(), shares.get(i).toArray(size));
    }
    labelColumns.forEach(
        (dimension, all) -> all.forEach(column -> columns.label(dimension, labels(column))));
    return columns.build();
  }

  private String[] formulas() {
    String[] all = new String[size()];
    Arrays.setAll(all, row -> formulas.getOrDefault(row, ""));
    return all;
  }

  private double[] numbers(Measure measure) {
    return column(measure).toArray(size());
  }

  private String[] labels(String[] column) {
    String[] values = new String[size()];
    Arrays.setAll(values, row -> row < column.length && column[row] != null ? column[row] : "");
    return values;
  }
}
