package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.DoubleList;
import io.github.tierwise.files.cells.Texts;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.table.Lines;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts as columns that grow row by row, or by the columns of other accounts. A column of which
 * nothing is known takes no room.
 */
final class AccountsBuilder {

  private static final Measure[] MEASURES = Measure.values();

  private static final Platform[] PLATFORMS = Platform.values();

  /** Of so many different labels one object each is kept. */
  private static final int MOST_SHARED = 10_000;

  private final int expected;
  private final Texts names = new Texts();
  private byte[] platforms;
  private long[] lines;
  private final DoubleList[] measures = new DoubleList[MEASURES.length];
  private String currency = "";
  private boolean otherCurrencies;
  private final List<AudienceShare> dimensions;

  private final Map<AudienceShare, Integer> positions = new HashMap<>();
  private final List<DoubleList> shares = new ArrayList<>();
  private final Map<Field, List<String[]>> labelColumns = new EnumMap<>(Field.class);
  private final Map<String, String> labels = new HashMap<>();
  private final Map<Integer, String> formulas = new HashMap<>();

  /** The currencies of prices that are not in the first one. */
  private final Map<Integer, String> currencies = new HashMap<>();

  /**
   * Columns.
   *
   * @param shares the shares that a row may have
   * @param expected how many rows there will probably be
   */
  AccountsBuilder(List<AudienceShare> shares, int expected) {
    this.expected = expected;
    dimensions = new ArrayList<>(shares);
    shares.forEach(share -> positions.put(share, positions.size()));
    Arrays.setAll(measures, i -> new DoubleList(expected));
    shares.forEach(share -> this.shares.add(new DoubleList(expected)));
    lines = new long[expected];
    platforms = new byte[expected];
  }

  int size() {
    return names.size();
  }

  /** The shares that there are. */
  List<AudienceShare> shares() {
    return List.copyOf(dimensions);
  }

  /** The line on which an account is. */
  long line(int row) {
    return lines[row];
  }

  /** The lines on which the accounts are. */
  long[] lines() {
    return Arrays.copyOf(lines, size());
  }

  /** The id of an account. */
  String id(int row) {
    return names.get(row);
  }

  /** The platform of an account. */
  Platform platform(int row) {
    return PLATFORMS[platforms[row]];
  }

  /**
   * Adds an account.
   *
   * @param line the line on which it is
   */
  void add(AccountRow account, long line) {
    int row = names.size();
    names.add(account.id());
    name(row, (byte) account.platform().ordinal(), line);
    if (!account.currency().isEmpty()) {
      setCurrency(row, account.currency());
    }
    for (Measure measure : MEASURES) {
      column(measure).set(row, account.get(measure));
    }
    for (int i = 0; i < account.shareCount(); i++) {
      shares.get(i).set(row, account.share(i));
    }
    keepFormula(row, account.levelFormula());
    account.others().forEach((share, part) -> column(share).set(row, part));
    account
        .labels()
        .forEach(
            (dimension, values) -> {
              List<String> kept = new ArrayList<>(values);
              kept.replaceAll(this::shared);
              setLabels(row, Field.of(dimension).orElseThrow(), kept);
            });
  }

  /**
   * Adds the account of a line of which nothing but the name is known yet.
   *
   * @param id the column of a name in ASCII
   */
  void add(Lines lines, int row, int id, Platform platform) {
    int at = names.size();
    lines.copyTo(names, row, id);
    name(at, (byte) platform.ordinal(), lines.line(row));
  }

  /** Sets a measure of accounts that follow each other to some of the numbers of an array. */
  void set(int row, Measure measure, double[] source, int from, int to) {
    column(measure).set(row, source, from, to);
  }

  /** Sets a share, by its position among those that a row may have. */
  void setShare(int row, int position, double[] source, int from, int to) {
    shares.get(position).set(row, source, from, to);
  }

  /** Sets the different labels of a dimension. */
  void setLabels(int row, Field dimension, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    List<String[]> columns = labelColumns(dimension);
    for (int i = 0; i < values.size(); i++) {
      label(row, columns, i, values.get(i));
    }
  }

  private List<String[]> labelColumns(Field dimension) {
    List<String[]> columns = labelColumns.get(dimension);
    if (columns == null) {
      columns = new ArrayList<>();
      labelColumns.put(dimension, columns);
    }
    return columns;
  }

  private void name(int row, byte platform, long line) {
    if (row == lines.length) {
      lines = Arrays.copyOf(lines, more(row));
      platforms = Arrays.copyOf(platforms, lines.length);
    }
    platforms[row] = platform;
    lines[row] = line;
  }

  private static int more(int size) {
    return size + (size >> 1) + 16;
  }

  /** Says in what currency the price of an account is. */
  void setCurrency(int row, String of) {
    if (currency.isEmpty()) {
      currency = of;
    } else if (!currency.equals(of)) {
      currencies.put(row, of);
    }
  }

  /**
   * Adds accounts of the same columns behind these.
   *
   * @param left which of them are left out
   * @param linesBefore their lines are counted from this line on
   */
  void addAll(AccountsBuilder behind, BitSet left, long linesBefore) {
    int all = behind.size();
    int[] rows = new int[all - left.cardinality()];
    int kept = 0;
    for (int row = left.nextClearBit(0); row < all; row = left.nextClearBit(row + 1)) {
      rows[kept++] = row;
    }
    int first = size();
    for (int i = 0; i < rows.length; i++) {
      names.add(behind.names, rows[i]);
      name(first + i, behind.platforms[rows[i]], behind.lines[rows[i]] + linesBefore);
    }
    for (Measure measure : MEASURES) {
      column(measure).addAll(first, behind.column(measure), rows);
    }
    for (int i = 0; i < behind.shares.size(); i++) {
      column(behind.dimensions.get(i)).addAll(first, behind.shares.get(i), rows);
    }
    if (!behind.currency.isEmpty()) {
      for (int i = 0; i < rows.length; i++) {
        if (!Double.isNaN(behind.column(Measure.PRICE).get(rows[i]))) {
          setCurrency(first + i, behind.currencies.getOrDefault(rows[i], behind.currency));
        }
      }
    }
    for (int i = 0; i < rows.length && !behind.formulas.isEmpty(); i++) {
      keepFormula(first + i, behind.formulas.getOrDefault(rows[i], ""));
    }
    behind.labelColumns.forEach(
        (dimension, columns) -> {
          List<String[]> own = labelColumns(dimension);
          for (int i = 0; i < columns.size(); i++) {
            String[] values = columns.get(i);
            for (int k = 0; k < rows.length && rows[k] < values.length; k++) {
              if (values[rows[k]] != null) {
                label(first + k, own, i, values[rows[k]]);
              }
            }
          }
        });
  }

  /** The column of a share, made when the share is first seen. */
  private DoubleList column(AudienceShare share) {
    int position = positions.computeIfAbsent(share, key -> dimensions.size());
    if (position == dimensions.size()) {
      dimensions.add(share);
      shares.add(new DoubleList(0));
    }
    return shares.get(position);
  }

  private DoubleList column(Measure measure) {
    return measures[measure.ordinal()];
  }

  private void label(int row, List<String[]> columns, int i, String value) {
    if (columns.size() == i) {
      columns.add(new String[Math.max(expected, row + 1)]);
    }
    if (row >= columns.get(i).length) {
      columns.set(i, Arrays.copyOf(columns.get(i), more(row)));
    }
    columns.get(i)[row] = value;
  }

  private String shared(String label) {
    String known =
        labels.size() < MOST_SHARED ? labels.putIfAbsent(label, label) : labels.get(label);
    return known == null ? label : known;
  }

  /** Whether there are prices in other currencies than the first; they are unknown. */
  boolean hasOtherCurrencies() {
    return otherCurrencies || !currencies.isEmpty();
  }

  /** The currency of all prices; empty if there are none. */
  String currency() {
    return currency;
  }

  /**
   * Amounts cannot be compared with those in another currency: these become unknown.
   *
   * @param first the currency of the first price of all; empty if that is here
   */
  void settleCurrency(String first) {
    if (currency.isEmpty()) {
      return;
    }
    String own = currency;
    String all = first.isEmpty() ? own : first;
    DoubleList prices = column(Measure.PRICE);
    if (!all.equals(own)) {
      for (int row = 0; row < size(); row++) {
        if (!currencies.getOrDefault(row, own).equals(all)) {
          otherCurrencies |= !Double.isNaN(prices.get(row));
          prices.set(row, Double.NaN);
        }
      }
    } else {
      otherCurrencies = !currencies.isEmpty();
      currencies.keySet().forEach(row -> prices.set(row, Double.NaN));
    }
    currencies.clear();
    currency = all;
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
    settleCurrency("");
    int size = size();
    // Nothing else is kept for the sake of names that may never be asked for.
    Texts kept = names;
    ProfileColumns.Builder columns =
        ProfileColumns.builder(Platform.OTHER, numbers(Measure.FOLLOWERS)).ids(kept::get);
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
                  numbers(Measure.POST_DEVIATION),
                  numbers(Measure.LEVEL_OPEN));
          default -> columns.column(measure, numbers(measure));
        }
      }
    }
    for (int i = 0; i < shares.size(); i++) {
      AudienceShare share = dimensions.get(i);
      columns.audience(share.dimension(), share.value(), shares.get(i).toArray(size));
    }
    labelColumns.forEach(
        (dimension, all) ->
            all.forEach(column -> columns.label(dimension.label(), labels(column))));
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
