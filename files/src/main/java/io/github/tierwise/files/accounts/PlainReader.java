package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AudienceCell;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.ColumnRoles.DimensionColumn;
import io.github.tierwise.files.columns.ColumnRoles.ShareColumn;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.TableColumns;
import io.github.tierwise.files.table.CellCache;
import io.github.tierwise.files.table.Lines;
import io.github.tierwise.files.table.PlainNumbers;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads rows of which every cell is plain, as nearly all are: a name, numbers in digits, and words
 * that came before. It reads column by column and makes no objects. All other rows, and all that no
 * more is known of than their cells say, it leaves to {@link RowReader}, which would read these to
 * the same bits. Of one thread.
 */
final class PlainReader {

  /** A number: where it is, how it is read, what it is, and whether no other column has it. */
  private record NumberCell(
      int column, NumberStyle style, boolean percent, Measure measure, boolean alone) {}

  /** A thousand lines of so many shares are held; the few tables with more are read row by row. */
  private static final int MOST_SHARES = 1_000;

  private final TableColumns columns;
  private final ColumnRoles roles;
  private final RowReader reader;
  private final int cells;
  private final Optional<Platform> usual;
  private final Optional<Platform> wanted;
  private final NumberCell[] counts;
  private final Optional<NumberCell> rate;
  private final Optional<NumberCell> price;
  private final String priceCurrency;
  private final String brandCurrency;
  private final double[][] values = new double[Measure.values().length][];
  private final double[][] shares;
  private final int[] sharePositions;

  /** The columns of shares that exclude each other, by dimension. */
  private final List<int[]> exclusive;

  private final CellCache<Platform> platforms = new CellCache<>();
  private final CellCache<String> currencies = new CellCache<>();
  private final List<CellCache<List<String>>> labels = new ArrayList<>();

  // Of the lines in hand.
  private final boolean[] plain = new boolean[Lines.MOST];
  private final boolean[] elsewhere = new boolean[Lines.MOST];
  private final Platform[] where = new Platform[Lines.MOST];
  private final String[] money = new String[Lines.MOST];
  private final List<List<List<String>>> found = new ArrayList<>();

  private PlainReader(InputTable table, RowReader reader) {
    columns = table.columns();
    roles = columns.any();
    this.reader = reader;
    cells = table.sheet().header().size();
    usual = table.platform();
    wanted = table.options().platform();
    brandCurrency = table.options().currency();
    counts =
        roles.numbers().entrySet().stream()
            .filter(each -> each.getKey().measure().isPresent() && each.getKey() != Field.PRICE)
            .map(each -> number(each.getValue(), each.getKey().measure().orElseThrow()))
            .toArray(NumberCell[]::new);
    rate =
        Optional.ofNullable(roles.numbers().get(Field.ENGAGEMENT_RATE))
            .map(each -> number(each, Measure.ENGAGEMENTS));
    ColumnRoles.Numeric money = roles.numbers().get(Field.PRICE);
    price = Optional.ofNullable(money).map(each -> number(each, Measure.PRICE));
    priceCurrency = money == null || money.currency().isEmpty() ? brandCurrency : money.currency();
    shares = new double[roles.differentShares().size()][Lines.MOST];
    sharePositions = roles.sharePositions();
    exclusive = List.copyOf(roles.exclusiveShares().values());
    for (int i = 0; i < roles.dimensions().size(); i++) {
      labels.add(new CellCache<>());
      found.add(new ArrayList<>(Collections.nCopies(Lines.MOST, List.of())));
    }
    double[] none = new double[Lines.MOST];
    Arrays.fill(none, Double.NaN);
    Arrays.fill(values, none);
    for (NumberCell each : counts) {
      values[each.measure().ordinal()] = new double[Lines.MOST];
    }
    price.ifPresent(each -> values[Measure.PRICE.ordinal()] = new double[Lines.MOST]);
    if (rate.isPresent()) {
      values[Measure.ENGAGEMENTS.ordinal()] = none.clone();
    }
  }

  private static NumberCell number(ColumnRoles.Numeric numeric, Measure measure) {
    return new NumberCell(
        numeric.columns().get(0),
        numeric.style(),
        numeric.percent(),
        measure,
        numeric.columns().size() == 1);
  }

  /** A reader, if one row of the table is one account and nothing more is told. */
  static Optional<PlainReader> of(InputTable table, RowReader reader) {
    TableColumns columns = table.columns();
    ColumnRoles roles = columns.any();
    int different = columns.byNetwork().size() + columns.common().map(each -> 1).orElse(0);
    boolean possible =
        different == 1
            && roles.shares().size() <= MOST_SHARES
            && !columns.wide()
            && !columns.posts()
            && roles.levelFormula().isEmpty()
            && roles.dimensions().stream().map(DimensionColumn::field).distinct().count()
                == roles.dimensions().size();
    return possible ? Optional.of(new PlainReader(table, reader)) : Optional.empty();
  }

  /** Reads lines, to be added. */
  void read(Lines lines) {
    for (int row = 0; row < lines.size(); row++) {
      plain[row] = lines.cells(row) == cells && lines.isPlainName(row, roles.id());
      elsewhere[row] = false;
    }
    readPlatforms(lines);
    for (NumberCell each : counts) {
      read(lines, each, values(each.measure()));
    }
    leaveDoubtful(lines.size());
    rate.ifPresent(each -> readRates(lines, each));
    price.ifPresent(each -> readPrices(lines, each));
    readShares(lines);
    for (int i = 0; i < labels.size(); i++) {
      readLabels(lines, i);
    }
  }

  /**
   * Adds rows from one on to a batch, as long as they are plain.
   *
   * @return the first row that is not; nothing was read of it
   */
  int add(Lines lines, int from, Batch batch) {
    int row = from;
    while (row < lines.size() && (plain[row] || elsewhere[row])) {
      int first = row;
      while (row < lines.size() && plain[row] && !elsewhere[row]) {
        row++;
      }
      add(lines, first, row, batch);
      while (row < lines.size() && elsewhere[row]) {
        batch.tally().countRow(false);
        row++;
      }
    }
    return row;
  }

  private void add(Lines lines, int from, int to, Batch batch) {
    AccountsBuilder accounts = batch.columns();
    int first = accounts.size();
    for (int row = from; row < to; row++) {
      batch.add(lines, row, roles.id(), where[row]);
      batch.tally().countRow(true);
    }
    for (NumberCell each : counts) {
      accounts.set(first, each.measure(), values(each.measure()), from, to);
    }
    if (rate.isPresent()) {
      accounts.set(first, Measure.ENGAGEMENTS, values(Measure.ENGAGEMENTS), from, to);
    }
    if (price.isPresent()) {
      accounts.set(first, Measure.PRICE, values(Measure.PRICE), from, to);
      for (int row = from; row < to; row++) {
        if (!Double.isNaN(values(Measure.PRICE)[row])) {
          accounts.setCurrency(first + row - from, money[row]);
        }
      }
    }
    for (int i = 0; i < shares.length; i++) {
      accounts.setShare(first, i, shares[i], from, to);
    }
    for (int i = 0; i < labels.size(); i++) {
      Field dimension = roles.dimensions().get(i).field();
      for (int row = from; row < to; row++) {
        accounts.setLabels(first + row - from, dimension, found.get(i).get(row));
      }
    }
  }

  private double[] values(Measure measure) {
    return values[measure.ordinal()];
  }

  private void readPlatforms(Lines lines) {
    for (int row = 0; row < lines.size(); row++) {
      if (plain[row]) {
        Optional<Platform> here = platform(lines, row);
        plain[row] =
            here.isPresent()
                && (columns.byNetwork().isEmpty() || columns.byNetwork().containsKey(here.get()));
        where[row] = here.orElse(Platform.OTHER);
        elsewhere[row] = plain[row] && wanted.isPresent() && wanted.get() != where[row];
      }
    }
  }

  private Optional<Platform> platform(Lines lines, int row) {
    if (roles.platform().isEmpty()) {
      return usual;
    }
    int column = roles.platform().getAsInt();
    Optional<Platform> known = platforms.get(lines, row, column);
    if (known.isPresent()) {
      return known;
    }
    try {
      Platform here = reader.platform(lines.row(row));
      platforms.put(lines, row, column, here);
      return Optional.of(here);
    } catch (RowReader.RejectedException e) {
      return Optional.empty();
    }
  }

  /** Reads numbers in digits, or nothing; a row with anything else is not plain. */
  private void read(Lines lines, NumberCell number, double[] into) {
    PlainNumbers numbers = lines.numbers(number.column());
    boolean asWritten = number.style().power() == 0;
    for (int row = 0; row < lines.size(); row++) {
      double value = numbers.value(row);
      byte kind = numbers.kind(row);
      if (kind == PlainNumbers.EMPTY) {
        // Another column may know it.
        plain[row] &= number.alone();
      } else if (kind == PlainNumbers.OTHER || !asWritten) {
        value = plain[row] ? lines.row(row).plain(number.column(), number.style()) : Double.NaN;
        plain[row] &= !Double.isNaN(value);
      }
      plain[row] &= !UnknownByRule.isLargest(value);
      into[row] = number.percent() ? value / 100 : value;
    }
  }

  /** What stands for unknown, or may, is counted by the other reader. */
  private void leaveDoubtful(int rows) {
    double[] followers = values(Measure.FOLLOWERS);
    double[] likes = values(Measure.LIKES);
    double[] comments = values(Measure.COMMENTS);
    double[] views = values(Measure.VIEWS);
    for (int row = 0; row < rows; row++) {
      plain[row] &=
          !Field.hasPartOfOne(followers[row])
              && !UnknownByRule.maySpeak(followers[row], likes[row], comments[row], views[row]);
    }
  }

  private void readRates(Lines lines, NumberCell number) {
    double[] followers = values(Measure.FOLLOWERS);
    double[] engagements = values(Measure.ENGAGEMENTS);
    boolean counted = Arrays.stream(counts).anyMatch(each -> each.measure() == Measure.ENGAGEMENTS);
    double[] rates = counted ? new double[Lines.MOST] : engagements;
    read(lines, number, rates);
    for (int row = 0; row < lines.size(); row++) {
      double known = counted ? engagements[row] : Double.NaN;
      plain[row] &= rates[row] != 0;
      if (Double.isNaN(known) && where[row] != Platform.YOUTUBE) {
        known = rates[row] * followers[row];
      }
      engagements[row] = known;
      plain[row] &= !Double.isInfinite(known);
    }
  }

  private void readPrices(Lines lines, NumberCell number) {
    double[] prices = values(Measure.PRICE);
    read(lines, number, prices);
    for (int row = 0; row < lines.size(); row++) {
      if (plain[row] && !elsewhere[row] && !Double.isNaN(prices[row])) {
        String currency = currency(lines, row);
        plain[row] =
            !currency.isEmpty() && (brandCurrency.isEmpty() || brandCurrency.equals(currency));
        money[row] = currency;
      }
    }
  }

  /** The currency of a price of which the cell says none; empty if nobody says one. */
  private String currency(Lines lines, int row) {
    if (roles.currency().isEmpty()) {
      return priceCurrency;
    }
    int column = roles.currency().getAsInt();
    if (lines.row(row).isEmpty(column)) {
      return priceCurrency;
    }
    Optional<String> known = currencies.get(lines, row, column);
    if (known.isPresent()) {
      return known.get();
    }
    String code = lines.row(row).cell(column).strip().toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      return priceCurrency;
    }
    currencies.put(lines, row, column, code);
    return code;
  }

  private void readShares(Lines lines) {
    for (double[] each : shares) {
      Arrays.fill(each, 0, lines.size(), Double.NaN);
    }
    List<ShareColumn> all = roles.shares();
    for (int i = 0; i < all.size(); i++) {
      ShareColumn column = all.get(i);
      PlainNumbers numbers = lines.numbers(column.column());
      double[] into = shares[sharePositions[i]];
      for (int row = 0; row < lines.size(); row++) {
        if (numbers.kind(row) != PlainNumbers.EMPTY) {
          double share = column.percent() ? numbers.value(row) / 100 : numbers.value(row);
          plain[row] &= share <= 1;
          into[row] = share;
        }
      }
    }
    for (int[] dimension : exclusive) {
      for (int row = 0; row < lines.size(); row++) {
        double sum = 0;
        for (int i : dimension) {
          sum += Double.isNaN(shares[i][row]) ? 0 : shares[i][row];
        }
        plain[row] &= sum <= AudienceCell.MOST_TOGETHER;
      }
    }
  }

  /** Finds which labels the cells give; a row whose cell gives anything else, too, is not plain. */
  private void readLabels(Lines lines, int i) {
    DimensionColumn column = roles.dimensions().get(i);
    List<List<String>> all = found.get(i);
    for (int row = 0; row < lines.size(); row++) {
      all.set(row, List.of());
      if (plain[row] && !elsewhere[row] && !lines.row(row).isEmpty(column.column())) {
        Optional<List<String>> known = labels.get(i).get(lines, row, column.column());
        if (known.isEmpty()) {
          known = reader.labels(column.field(), lines.row(row).cell(column.column()));
          int here = row;
          known.ifPresent(words -> labels.get(i).put(lines, here, column.column(), words));
        }
        plain[row] = known.isPresent();
        all.set(row, known.orElse(List.of()));
      }
    }
  }
}
