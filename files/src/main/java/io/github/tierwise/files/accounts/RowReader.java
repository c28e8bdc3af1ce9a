package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.Countries;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.PlatformNames;
import io.github.tierwise.files.table.CsvRow;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one row as an account. */
final class RowReader {

  /** The reason why a row is not an account. */
  static final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    RejectedException(String reason) {
      super(reason, null, false, false);
    }
  }

  private static final Pattern LIST = Pattern.compile("[;|,]");

  /** Cells of which there are few different ones are understood once; of so many, at most. */
  private static final int MOST_REMEMBERED = 10_000;

  private final ColumnRoles columns;
  private final AccountRow account;

  /** The numbers of the account that need no other. */
  private final List<Map.Entry<Field, ColumnRoles.Numeric>> counts;

  /** The position of the share of each column of shares. */
  private final int[] shares;

  private final Map<String, Platform> platforms = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final int cells;
  private final Optional<Platform> platform;
  private final String brandCurrency;

  /**
   * A reader of rows.
   *
   * @param columns which column is what
   * @param cells how many cells a row has
   * @param platform the platform of rows that do not say theirs
   * @param brandCurrency the only currency that a price may have; empty if any may
   */
  RowReader(ColumnRoles columns, int cells, Optional<Platform> platform, String brandCurrency) {
    this.columns = columns;
    this.cells = cells;
    this.platform = platform;
    this.brandCurrency = brandCurrency;
    counts =
        columns.numbers().entrySet().stream()
            .filter(each -> each.getKey().measure().isPresent() && each.getKey() != Field.PRICE)
            .map(Map.Entry::copyOf)
            .toList();
    List<AudienceShare> different = columns.differentShares();
    shares =
        columns.shares().stream().mapToInt(c -> different.indexOf(c.share().normal())).toArray();
    account = new AccountRow(different);
  }

  private static <V> V remember(Map<String, V> known, String cell, V value) {
    if (known.size() < MOST_REMEMBERED) {
      known.put(cell, value);
    }
    return value;
  }

  Platform platform(CsvRow row) throws RejectedException {
    String cell = text(row, columns.platform());
    Platform known = platforms.get(cell);
    if (known != null) {
      return known;
    }
    if (NumberParser.isUnknown(cell)) {
      return platform.orElseThrow(
          () -> new RejectedException("platform must be given, was \"" + cell + "\""));
    }
    Platform named =
        PlatformNames.named(cell)
            .orElseThrow(
                () ->
                    new RejectedException(
                        "platform must be %s, was \"%s\""
                            .formatted(PlatformNames.offered(), cell)));
    return remember(platforms, cell, named);
  }

  /** The row's own platform, else the only one on which its account is known. */
  Platform platform(CsvRow row, Set<Platform> known) throws RejectedException {
    return NumberParser.isUnknown(text(row, columns.platform())) && known.size() == 1
        ? known.iterator().next()
        : platform(row);
  }

  /**
   * Reads a row.
   *
   * @return what it says, until the next row is read
   */
  AccountRow read(CsvRow row, Platform where) throws RejectedException {
    checkCells(row);
    String id = AccountName.of(row.cell(columns.id()));
    if (id.isEmpty()) {
      throw new RejectedException("id must not be blank, was \"\"");
    }
    account.start(id, where);
    for (Map.Entry<Field, ColumnRoles.Numeric> count : counts) {
      Field field = count.getKey();
      account.set(field.measure().orElseThrow(), number(row, field, count.getValue()));
    }
    setRate(row);
    setPrice(row);
    setShares(row);
    setLabels(row);
    return account;
  }

  private void checkCells(CsvRow row) throws RejectedException {
    boolean extra = false;
    for (int i = cells; i < row.size(); i++) {
      extra |= !row.cell(i).isBlank();
    }
    if (row.size() < cells || extra) {
      throw new RejectedException(
          "row must have %s like the header, was %d"
              .formatted(NumberText.of(cells, "cell"), row.size()));
    }
  }

  private static String text(CsvRow row, OptionalInt column) {
    return column.isPresent() ? row.cell(column.getAsInt()).strip() : "";
  }

  private double number(CsvRow row, Field field, ColumnRoles.Numeric numeric)
      throws RejectedException {
    double plain = row.plain(numeric.columns().get(0));
    double value =
        Double.isNaN(plain)
            ? number(cell(row, field, numeric), field, numeric.percent())
            : numeric.percent() ? plain / 100 : plain;
    return value == 0 && numeric.zeroIsUnknown() ? Double.NaN : value;
  }

  private static double number(NumberParser.Cell cell, Field field, boolean inPercent)
      throws RejectedException {
    if (cell.percent() && field != Field.ENGAGEMENT_RATE) {
      throw new RejectedException(field.words() + " must be a number, was a percentage");
    }
    if (cell.value() < 0) {
      throw new RejectedException(
          "%s must be >= 0, was %s".formatted(field.words(), NumberText.plain(cell.value())));
    }
    return inPercent && !cell.percent() ? cell.value() / 100 : cell.value();
  }

  /** The first plain number of the field's columns, else the first abbreviated one. */
  private NumberParser.Cell cell(CsvRow row, Field field, ColumnRoles.Numeric numeric)
      throws RejectedException {
    NumberParser.Cell best = NumberParser.UNKNOWN;
    String wrong = "";
    for (int column : numeric.columns()) {
      String text = row.cell(column);
      NumberParser.Cell cell =
          field == Field.PRICE
              ? NumberParser.parseMoney(text, columns.mark())
              : NumberParser.parse(text, columns.mark());
      if (cell.kind() == NumberParser.Kind.NOT_A_NUMBER) {
        wrong = text.strip();
      } else if (cell.isNumber()
          && (!best.isNumber() || (best.abbreviated() && !cell.abbreviated()))) {
        best = cell;
      }
    }
    if (!best.isNumber() && !wrong.isEmpty()) {
      throw new RejectedException(
          "%s must be a number, was \"%s\"".formatted(field.words(), wrong));
    }
    return best;
  }

  /**
   * A rate by followers becomes a count where there is none; on YouTube engagement is by views, so
   * it is left out.
   */
  private void setRate(CsvRow row) throws RejectedException {
    ColumnRoles.Numeric numeric = columns.numbers().get(Field.ENGAGEMENT_RATE);
    if (numeric == null) {
      return;
    }
    double rate = number(row, Field.ENGAGEMENT_RATE, numeric);
    if (account.platform() != Platform.YOUTUBE && Double.isNaN(account.get(Measure.ENGAGEMENTS))) {
      double count = rate * account.get(Measure.FOLLOWERS);
      if (Double.isInfinite(count)) {
        throw new RejectedException(
            "engagementRate x followers must be a finite number >= 0 or NaN for unknown, was"
                + " Infinity");
      }
      account.set(Measure.ENGAGEMENTS, count);
    }
  }

  private void setPrice(CsvRow row) throws RejectedException {
    ColumnRoles.Numeric numeric = columns.numbers().get(Field.PRICE);
    if (numeric == null) {
      return;
    }
    double price = number(row, Field.PRICE, numeric);
    if (Double.isNaN(price)) {
      return;
    }
    String currency =
        Double.isNaN(row.plain(numeric.columns().get(0)))
            ? cell(row, Field.PRICE, numeric).currency()
            : "";
    if (currency.isEmpty()) {
      currency = text(row, columns.currency()).toUpperCase(Locale.ROOT);
    }
    if (currency.isEmpty()) {
      currency = numeric.currency().isEmpty() ? brandCurrency : numeric.currency();
    }
    if (currency.isEmpty()) {
      // An amount of unknown money is unknown.
      return;
    }
    if (!brandCurrency.isEmpty() && !currency.equals(brandCurrency)) {
      throw new RejectedException(
          "price must be in %s, the brand's currency, was in %s"
              .formatted(brandCurrency, currency));
    }
    account.setPrice(price, currency);
  }

  private void setShares(CsvRow row) throws RejectedException {
    for (int i = 0; i < shares.length; i++) {
      ColumnRoles.ShareColumn column = columns.shares().get(i);
      double share = share(row, column);
      if (share < 0 || share > 1) {
        throw new RejectedException(
            "share %s must be between 0 and 1, was %s"
                .formatted(column.share(), NumberText.plain(share)));
      }
      if (!Double.isNaN(share)) {
        account.setShare(shares[i], share);
      }
    }
  }

  private double share(CsvRow row, ColumnRoles.ShareColumn column) throws RejectedException {
    if (row.isEmpty(column.column())) {
      return Double.NaN;
    }
    double plain = row.plain(column.column());
    if (!Double.isNaN(plain)) {
      return column.percent() ? plain / 100 : plain;
    }
    String text = row.cell(column.column());
    NumberParser.Cell cell = NumberParser.parse(text, columns.mark());
    if (cell.kind() == NumberParser.Kind.NOT_A_NUMBER) {
      throw new RejectedException(
          "share %s must be a number, was \"%s\"".formatted(column.share(), text.strip()));
    }
    return column.percent() && !cell.percent() ? cell.value() / 100 : cell.value();
  }

  private void setLabels(CsvRow row) {
    for (int column : columns.countries()) {
      String country = row.cell(column).strip();
      // NA is Namibia here, not "not available".
      if (country.equalsIgnoreCase("NA") || !NumberParser.isUnknown(country)) {
        String code = countries.get(country);
        account.addCountry(
            code == null ? remember(countries, country, Countries.codeOrName(country)) : code);
      }
    }
    for (int column : columns.topics()) {
      for (String topic : LIST.split(row.cell(column), -1)) {
        if (!NumberParser.isUnknown(topic)) {
          account.addTopic(topic);
        }
      }
    }
  }
}
