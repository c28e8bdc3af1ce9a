package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AudienceCell;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.ColumnRoles.DimensionColumn;
import io.github.tierwise.files.columns.ColumnRoles.ShareColumn;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.TableColumns;
import io.github.tierwise.files.table.CellCache;
import io.github.tierwise.files.table.LineRow;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads rows of which every cell is plain, as nearly all are: a name, numbers in digits, and words
 * that came before. It makes no objects. All other rows, and all that no more is known of than
 * their cells say, it leaves to {@link RowReader}, which would read these to the same bits. Of one
 * thread.
 */
final class PlainReader {

  /** A number: where it is, how it is read, what it is, and whether no other column has it. */
  private record NumberCell(
      int column, NumberStyle style, boolean percent, Measure measure, boolean alone) {}

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
  private final double[] values = new double[Measure.values().length];
  private final double[] shares;
  private final int[] sharePositions;

  /** The columns of shares that exclude each other, by dimension. */
  private final List<int[]> exclusive = new ArrayList<>();

  private final CellCache<Platform> platforms = new CellCache<>();
  private final CellCache<String> currencies = new CellCache<>();
  private final List<CellCache<List<String>>> labels = new ArrayList<>();
  private final List<List<String>> found = new ArrayList<>();

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
    List<String> different = roles.differentShares().stream().map(Object::toString).toList();
    shares = new double[different.size()];
    sharePositions =
        roles.shares().stream()
            .mapToInt(each -> different.indexOf(each.share().normal().toString()))
            .toArray();
    roles.differentShares().stream()
        .map(each -> each.dimension())
        .distinct()
        .filter(dimension -> !dimension.equals(Field.TOPIC.label()))
        .forEach(
            dimension ->
                exclusive.add(
                    IntStream.range(0, different.size())
                        .filter(i -> roles.differentShares().get(i).dimension().equals(dimension))
                        .toArray()));
    for (int i = 0; i < roles.dimensions().size(); i++) {
      labels.add(new CellCache<>());
      found.add(List.of());
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
            && !columns.wide()
            && !columns.posts()
            && roles.levelFormula().isEmpty()
            && roles.dimensions().stream().map(DimensionColumn::field).distinct().count()
                == roles.dimensions().size();
    return possible ? Optional.of(new PlainReader(table, reader)) : Optional.empty();
  }

  /** Reads a row into a batch; false if it is not plain, and nothing is read of it. */
  boolean take(LineRow row, Batch batch) {
    if (row.size() != cells || !row.isPlainName(roles.id())) {
      return false;
    }
    Optional<Platform> where = platform(row);
    if (where.isEmpty()
        || !(columns.byNetwork().isEmpty() || columns.byNetwork().containsKey(where.get()))) {
      return false;
    }
    Platform platform = where.get();
    if (wanted.isPresent() && wanted.get() != platform) {
      batch.tally().countRow(false);
      return true;
    }
    if (!readNumbers(row, platform) || !readShares(row)) {
      return false;
    }
    String currency = "";
    if (!Double.isNaN(values[Measure.PRICE.ordinal()])) {
      Optional<String> found = currency(row);
      if (found.isEmpty() || !(brandCurrency.isEmpty() || brandCurrency.equals(found.get()))) {
        return false;
      }
      currency = found.get();
    }
    for (int i = 0; i < labels.size(); i++) {
      if (!knowsLabels(row, i)) {
        return false;
      }
    }
    add(row, platform, currency, batch);
    return true;
  }

  private void add(LineRow row, Platform platform, String currency, Batch batch) {
    AccountsBuilder accounts = batch.columns();
    int at = batch.add(row, roles.id(), platform);
    for (NumberCell each : counts) {
      accounts.set(at, each.measure(), values[each.measure().ordinal()]);
    }
    if (rate.isPresent()) {
      accounts.set(at, Measure.ENGAGEMENTS, values[Measure.ENGAGEMENTS.ordinal()]);
    }
    if (!currency.isEmpty()) {
      accounts.setPrice(at, values[Measure.PRICE.ordinal()], currency);
    }
    for (int i = 0; i < shares.length; i++) {
      accounts.setShare(at, i, shares[i]);
    }
    for (int i = 0; i < labels.size(); i++) {
      accounts.setLabels(at, roles.dimensions().get(i).field(), found.get(i));
    }
    batch.tally().countRow(true);
  }

  private Optional<Platform> platform(LineRow row) {
    if (roles.platform().isEmpty()) {
      return usual;
    }
    int column = roles.platform().getAsInt();
    Optional<Platform> known = platforms.get(row, column);
    if (known.isPresent()) {
      return known;
    }
    try {
      Platform found = reader.platform(row);
      platforms.put(row, column, found);
      return Optional.of(found);
    } catch (RowReader.RejectedException e) {
      return Optional.empty();
    }
  }

  /** The currency of a price of which the cell says none; empty if nobody says one. */
  private Optional<String> currency(LineRow row) {
    if (roles.currency().isPresent() && !row.isEmpty(roles.currency().getAsInt())) {
      int column = roles.currency().getAsInt();
      Optional<String> known = currencies.get(row, column);
      if (known.isPresent()) {
        return known;
      }
      String code = row.cell(column).strip().toUpperCase(Locale.ROOT);
      if (!code.isEmpty()) {
        currencies.put(row, column, code);
        return Optional.of(code);
      }
    }
    return Optional.of(priceCurrency).filter(code -> !code.isEmpty());
  }

  private boolean readNumbers(LineRow row, Platform platform) {
    Arrays.fill(values, Double.NaN);
    for (NumberCell each : counts) {
      if (!read(row, each)) {
        return false;
      }
    }
    double followers = value(Measure.FOLLOWERS);
    // What stands for unknown, or may, is counted by the other reader.
    if (Field.hasPartOfOne(followers)
        || UnknownByRule.maySpeak(
            followers, value(Measure.LIKES), value(Measure.COMMENTS), value(Measure.VIEWS))) {
      return false;
    }
    return readRate(row, platform, followers) && (price.isEmpty() || read(row, price.get()));
  }

  private boolean readRate(LineRow row, Platform platform, double followers) {
    if (rate.isEmpty()) {
      return true;
    }
    double engagements = value(Measure.ENGAGEMENTS);
    if (!read(row, rate.get())) {
      return false;
    }
    double found = value(Measure.ENGAGEMENTS);
    if (found == 0) {
      return false;
    }
    if (platform != Platform.YOUTUBE && Double.isNaN(engagements)) {
      engagements = found * followers;
    }
    values[Measure.ENGAGEMENTS.ordinal()] = engagements;
    return !Double.isInfinite(engagements);
  }

  private double value(Measure measure) {
    return values[measure.ordinal()];
  }

  /** Reads a number in digits, or nothing; false if it is anything else. */
  private boolean read(LineRow row, NumberCell number) {
    double value = Double.NaN;
    if (!row.isEmpty(number.column())) {
      value = row.plain(number.column(), number.style());
      if (Double.isNaN(value) || UnknownByRule.isLargest(value)) {
        return false;
      }
    } else if (!number.alone()) {
      // Another column may know it.
      return false;
    }
    values[number.measure().ordinal()] = number.percent() ? value / 100 : value;
    return true;
  }

  private boolean readShares(LineRow row) {
    Arrays.fill(shares, Double.NaN);
    List<ShareColumn> all = roles.shares();
    for (int i = 0; i < all.size(); i++) {
      ShareColumn column = all.get(i);
      if (row.isEmpty(column.column())) {
        continue;
      }
      double plain = row.plain(column.column());
      double share = column.percent() ? plain / 100 : plain;
      if (!(share <= 1)) {
        return false;
      }
      shares[sharePositions[i]] = share;
    }
    for (int[] dimension : exclusive) {
      double sum = 0;
      for (int i : dimension) {
        sum += Double.isNaN(shares[i]) ? 0 : shares[i];
      }
      if (sum > AudienceCell.MOST_TOGETHER) {
        return false;
      }
    }
    return true;
  }

  /** Finds which labels a cell gives; false if it gives anything else, too. */
  private boolean knowsLabels(LineRow row, int i) {
    DimensionColumn column = roles.dimensions().get(i);
    if (row.isEmpty(column.column())) {
      found.set(i, List.of());
      return true;
    }
    Optional<List<String>> known = labels.get(i).get(row, column.column());
    if (known.isEmpty()) {
      known = reader.labels(column.field(), row.cell(column.column()));
      known.ifPresent(all -> labels.get(i).put(row, column.column(), all));
    }
    known.ifPresent(all -> found.set(i, all));
    return known.isPresent();
  }
}
