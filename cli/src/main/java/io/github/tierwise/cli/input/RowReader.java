package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one row as an account. */
final class RowReader {

  /** The reason why a row is not an account. */
  static final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    RejectedException(String reason) {
      super(reason, null, false, false);
    }
  }

  private static final String COUNTRY = "country";
  private static final String LIST = "[;|,]";

  private final Columns columns;
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
  RowReader(Columns columns, int cells, Optional<Platform> platform, String brandCurrency) {
    this.columns = columns;
    this.cells = cells;
    this.platform = platform;
    this.brandCurrency = brandCurrency;
  }

  /** The account's name as it is compared and shown: without spaces around it and without @. */
  static String id(String cell) {
    String id = cell.strip().replaceAll("\\s+", " ");
    return id.startsWith("@") ? id.substring(1).strip() : id;
  }

  Platform platform(CsvRecord row) throws RejectedException {
    String cell = text(row, columns.platform());
    if (!Numbers.isUnknown(cell)) {
      return PlatformNames.named(cell)
          .orElseThrow(
              () ->
                  new RejectedException(
                      "platform must be %s, was \"%s\"".formatted(PlatformNames.offered(), cell)));
    }
    return platform.orElseThrow(
        () -> new RejectedException("platform must be given, was \"" + cell + "\""));
  }

  /** The row's own platform, else the only one on which its account is known. */
  Platform platform(CsvRecord row, Set<Platform> known) throws RejectedException {
    return Numbers.isUnknown(text(row, columns.platform())) && known.size() == 1
        ? known.iterator().next()
        : platform(row);
  }

  Influencer read(CsvRecord row, Platform where) throws RejectedException {
    checkCells(row);
    String id = id(row.getField(columns.id()));
    if (id.isEmpty()) {
      throw new RejectedException("id must not be blank, was \"\"");
    }
    Influencer.Builder account = Influencer.builder(id, where);
    boolean counted = false;
    for (Map.Entry<Field, Columns.Numeric> entry : columns.numbers().entrySet()) {
      Field field = entry.getKey();
      Optional<Measure> measure = field.measure();
      if (measure.isPresent() && field != Field.PRICE) {
        double value = number(row, field, entry.getValue());
        account.set(measure.get(), value);
        counted |= field == Field.ENGAGEMENTS && !Double.isNaN(value);
      }
    }
    setRate(row, where, counted, account);
    setPrice(row, account);
    setShares(row, account);
    setLabels(row, account);
    return account.build();
  }

  private void checkCells(CsvRecord row) throws RejectedException {
    boolean extra = false;
    for (int i = cells; i < row.getFieldCount(); i++) {
      extra |= !row.getField(i).isBlank();
    }
    if (row.getFieldCount() < cells || extra) {
      throw new RejectedException(
          "row must have %s like the header, was %d"
              .formatted(Numerals.of(cells, "cell"), row.getFieldCount()));
    }
  }

  private static String text(CsvRecord row, OptionalInt column) {
    return column.isPresent() ? Sheet.cell(row, column.getAsInt()).strip() : "";
  }

  private double number(CsvRecord row, Field field, Columns.Numeric numeric)
      throws RejectedException {
    Numbers.Cell cell = cell(row, field, numeric);
    if (!cell.isNumber()) {
      return Double.NaN;
    }
    if (cell.percent() && field != Field.ENGAGEMENT_RATE) {
      throw new RejectedException(field.words() + " must be a number, was a percentage");
    }
    double value = numeric.percent() && !cell.percent() ? cell.value() / 100 : cell.value();
    if (value < 0) {
      throw new RejectedException(
          "%s must be >= 0, was %s".formatted(field.words(), Numerals.plain(cell.value())));
    }
    return value == 0 && numeric.zeroIsUnknown() ? Double.NaN : value;
  }

  /** The first plain number of the field's columns, else the first abbreviated one. */
  private Numbers.Cell cell(CsvRecord row, Field field, Columns.Numeric numeric)
      throws RejectedException {
    Numbers.Cell best = Numbers.parse("", columns.mark());
    String wrong = "";
    for (int column : numeric.columns()) {
      String text = Sheet.cell(row, column);
      Numbers.Cell cell =
          field == Field.PRICE
              ? Numbers.parseMoney(text, columns.mark())
              : Numbers.parse(text, columns.mark());
      if (cell.kind() == Numbers.Kind.NOT_A_NUMBER) {
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

  /** A rate by followers becomes a count; on YouTube engagement is by views, so it is left out. */
  private void setRate(CsvRecord row, Platform where, boolean counted, Influencer.Builder account)
      throws RejectedException {
    Columns.Numeric numeric = columns.numbers().get(Field.ENGAGEMENT_RATE);
    if (numeric != null) {
      double rate = number(row, Field.ENGAGEMENT_RATE, numeric);
      if (!counted && where != Platform.YOUTUBE) {
        account.engagementRate(rate);
      }
    }
  }

  private void setPrice(CsvRecord row, Influencer.Builder account) throws RejectedException {
    Columns.Numeric numeric = columns.numbers().get(Field.PRICE);
    if (numeric == null) {
      return;
    }
    double price = number(row, Field.PRICE, numeric);
    if (Double.isNaN(price)) {
      return;
    }
    String currency = cell(row, Field.PRICE, numeric).currency();
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
    account.price(price, currency);
  }

  private void setShares(CsvRecord row, Influencer.Builder account) throws RejectedException {
    for (Columns.ShareColumn column : columns.shares()) {
      String text = Sheet.cell(row, column.column());
      Numbers.Cell cell = Numbers.parse(text, columns.mark());
      if (cell.kind() == Numbers.Kind.NOT_A_NUMBER) {
        throw new RejectedException(
            "share %s must be a number, was \"%s\"".formatted(column.share(), text.strip()));
      }
      if (cell.isNumber()) {
        double share = column.percent() && !cell.percent() ? cell.value() / 100 : cell.value();
        if (share < 0 || share > 1) {
          throw new RejectedException(
              "share %s must be between 0 and 1, was %s"
                  .formatted(column.share(), Numerals.plain(share)));
        }
        account.audience(column.share().dimension(), column.share().value(), share);
      }
    }
  }

  private void setLabels(CsvRecord row, Influencer.Builder account) {
    for (int column : columns.countries()) {
      String country = Sheet.cell(row, column).strip();
      // NA is Namibia here, not "not available".
      if (country.equalsIgnoreCase("NA") || !Numbers.isUnknown(country)) {
        account.label(COUNTRY, Countries.codeOrName(country));
      }
    }
    for (int column : columns.topics()) {
      for (String topic : Sheet.cell(row, column).split(LIST, -1)) {
        if (!Numbers.isUnknown(topic)) {
          account.label(Profile.TOPIC, topic);
        }
      }
    }
  }
}
