package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.AudienceCell;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.ColumnName;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.PlatformNames;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads one row as an account. */
final class RowReader {

  /** The reason why a row is not an account. */
  static final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;

    RejectedException(String reason) {
      this(reason, RejectedRows.NO_COLUMN);
    }

    RejectedException(String reason, OptionalInt column) {
      this(reason, column.orElse(RejectedRows.NO_COLUMN));
    }

    RejectedException(String reason, int column) {
      super(reason, null, false, false);
      this.column = column;
    }

    /** The position of the column whose cell is wrong. */
    int column() {
      return column;
    }
  }

  private static final Pattern HASH = Pattern.compile("#(?=\\p{L}?\\p{Ll}|\\p{Lo})");

  /** A name has no more words, unless it is a note. */
  private static final int MOST_WORDS = 4;

  /** Cells of which there are few different ones are understood once; of so many, at most. */
  private static final int MOST_REMEMBERED = 10_000;

  private final ColumnRoles columns;
  private final AccountRow account;

  /** The numbers of the account that need no other. */
  private final List<Map.Entry<Field, ColumnRoles.Numeric>> counts;

  /** The position of the share of each column of shares. */
  private final int[] shares;

  private final Map<String, Platform> platforms = new HashMap<>();
  private final Map<Field, Map<String, AudienceCell>> audiences = new EnumMap<>(Field.class);
  private final CountryNames countries;
  private final UnaryOperator<String> ids;

  /** The positions of shares that exclude each other, by dimension. */
  private final Map<String, int[]> exclusive;

  private Tally tally;
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
   * @param countries finds countries by their names
   * @param tally counts what is unknown though something is there
   * @param ids the id that an account has, for one that may be written otherwise
   */
  RowReader(
      ColumnRoles columns,
      int cells,
      Optional<Platform> platform,
      String brandCurrency,
      CountryNames countries,
      Tally tally,
      UnaryOperator<String> ids) {
    this.ids = ids;
    this.columns = columns;
    this.tally = tally;
    this.countries = countries;
    this.cells = cells;
    this.platform = platform;
    this.brandCurrency = brandCurrency;
    counts =
        columns.numbers().entrySet().stream()
            .filter(each -> each.getKey().measure().isPresent() && each.getKey() != Field.PRICE)
            .map(Map.Entry::copyOf)
            .toList();
    List<AudienceShare> different = columns.differentShares();
    shares = columns.sharePositions();
    exclusive = columns.exclusiveShares();
    account = new AccountRow(different);
  }

  /** From here on something else counts what is unknown. */
  void countIn(Tally other) {
    tally = other;
  }

  private static <V> V remember(Map<String, V> known, String cell, V value) {
    if (known.size() < MOST_REMEMBERED) {
      known.put(cell, value);
    }
    return value;
  }

  Platform platform(Row row) throws RejectedException {
    String cell = text(row, columns.platform());
    Platform known = platforms.get(cell);
    if (known != null) {
      return known;
    }
    if (NumberParser.isUnknown(cell)) {
      return platform.orElseThrow(
          () ->
              new RejectedException(
                  "platform must be given, was " + Quote.of(cell.strip()), columns.platform()));
    }
    Set<Platform> named = PlatformNames.all(cell);
    if (named.size() != 1) {
      throw new RejectedException(
          "platform must be %s, was %s".formatted(PlatformNames.offered(), Quote.of(cell.strip())),
          columns.platform());
    }
    return remember(platforms, cell, named.iterator().next());
  }

  /** The row's own platform, else the only one on which its account is known. */
  Platform platform(Row row, Set<Platform> known) throws RejectedException {
    return NumberParser.isUnknown(text(row, columns.platform())) && known.size() == 1
        ? known.iterator().next()
        : platform(row);
  }

  /** Whether a row that has columns for several networks has an account on this one. */
  boolean isThere(Row row) throws RejectedException {
    ColumnRoles.Numeric followers = columns.numbers().get(Field.FOLLOWERS);
    if (followers != null) {
      return number(row, Field.FOLLOWERS, followers) > 0;
    }
    for (Map.Entry<Field, ColumnRoles.Numeric> count : counts) {
      if (number(row, count.getKey(), count.getValue()) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a row.
   *
   * @return what it says, until the next row is read
   */
  AccountRow read(Row row, Platform where) throws RejectedException {
    checkCells(row);
    String cell = row.cell(columns.id());
    String id = AccountName.of(cell);
    if (id.isEmpty()) {
      throw new RejectedException("id must not be blank, was \"\"", columns.id());
    }
    if (AccountName.isRounded(cell)) {
      throw new RejectedException(
          "id must be whole, was %s, which a spreadsheet has rounded"
              .formatted(Quote.of(cell.strip())),
          columns.id());
    }
    if (ColumnName.isSummary(id) && cell.indexOf('@') < 0) {
      throw new RejectedException(
          "row must be an account, was %s, a sum or mean of others by its name (an account of that"
                  .formatted(Quote.of(cell.strip()))
              + " name is written with an @)",
          columns.id());
    }
    if (isNote(id) && isAlone(row)) {
      throw new RejectedException(
          "row must be an account, was %s and nothing else, a note"
              .formatted(Quote.of(cell.strip())));
    }
    account.start(ids.apply(id), where);
    for (Map.Entry<Field, ColumnRoles.Numeric> count : counts) {
      Field field = count.getKey();
      double value = number(row, field, count.getValue());
      if (field == Field.FOLLOWERS && Field.hasPartOfOne(value)) {
        requireUnit(row, count.getValue());
      }
      account.set(field.measure().orElseThrow(), value);
    }
    account.setLevelFormula(text(row, columns.levelFormula()));
    tally.unknown().apply(account);
    setRate(row);
    setPrice(row);
    setShares(row);
    setDimensions(row);
    return account;
  }

  /** A name with many words, a colon or a star at its beginning may be a line below the table. */
  private static boolean isNote(String id) {
    return id.indexOf(':') >= 0
        || id.startsWith("*")
        || id.chars().filter(c -> c == ' ').count() >= MOST_WORDS;
  }

  /** Whether the account's name is all that is in a row. */
  private boolean isAlone(Row row) {
    for (int i = 0; i < cells; i++) {
      if (i != columns.id() && !row.isEmpty(i) && !row.cell(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Without a unit, 48.2 followers are thousands or millions, and nobody knows which. */
  private void requireUnit(Row row, ColumnRoles.Numeric numeric) throws RejectedException {
    NumberParser.Cell cell = cell(row, Field.FOLLOWERS, numeric);
    if (!cell.abbreviated()) {
      throw new RejectedException(
          "followers must be whole, was " + NumberText.plain(cell.value()), only(numeric));
    }
  }

  private void checkCells(Row row) throws RejectedException {
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

  private static String text(Row row, OptionalInt column) {
    return column.isPresent() ? row.cell(column.getAsInt()).strip() : "";
  }

  private double number(Row row, Field field, ColumnRoles.Numeric numeric)
      throws RejectedException {
    double plain = row.plain(numeric.columns().get(0));
    if (Double.isNaN(plain) || numeric.style().power() != 0) {
      return number(cell(row, field, numeric), field, numeric);
    }
    if (UnknownByRule.isLargest(plain)) {
      tally.unknown().count(UnknownByRule.Rule.LARGEST);
      return Double.NaN;
    }
    return numeric.percent() ? plain / 100 : plain;
  }

  private double number(NumberParser.Cell cell, Field field, ColumnRoles.Numeric numeric)
      throws RejectedException {
    if (cell.percent() && field != Field.ENGAGEMENT_RATE) {
      throw new RejectedException(
          field.words() + " must be a number, was a percentage", only(numeric));
    }
    // In units of the header -1 is as little a number as without.
    if (cell.value() == -1 || cell.value() == -Math.pow(10, numeric.style().power())) {
      tally.unknown().count(UnknownByRule.Rule.MINUS_ONE);
      return Double.NaN;
    }
    if (UnknownByRule.isLargest(cell.value())) {
      tally.unknown().count(UnknownByRule.Rule.LARGEST);
      return Double.NaN;
    }
    if (cell.value() < 0) {
      throw new RejectedException(
          "%s must be >= 0, was %s".formatted(field.words(), NumberText.plain(cell.value())),
          only(numeric));
    }
    return numeric.percent() && !cell.percent() ? cell.value() / 100 : cell.value();
  }

  /** The column of a number that has one only. */
  private static int only(ColumnRoles.Numeric numeric) {
    return numeric.columns().size() == 1 ? numeric.columns().get(0) : RejectedRows.NO_COLUMN;
  }

  /** The first plain number of the field's columns, else the first abbreviated one. */
  private NumberParser.Cell cell(Row row, Field field, ColumnRoles.Numeric numeric)
      throws RejectedException {
    NumberParser.Cell best = NumberParser.UNKNOWN;
    String wrong = "";
    int wrongColumn = RejectedRows.NO_COLUMN;
    for (int column : numeric.columns()) {
      String text = row.cell(column);
      NumberParser.Cell cell = NumberParser.parse(text, numeric.style());
      if (cell.kind() == NumberParser.Kind.NOT_A_NUMBER) {
        wrong = text;
        wrongColumn = column;
      } else if (field == Field.PRICE && !cell.isNumber() && !cell.rule().isEmpty()) {
        tally.countWords();
      } else if (cell.isBetterThan(best)) {
        best = cell;
      }
    }
    if (!best.isNumber() && !wrong.isEmpty()) {
      if (field == Field.PRICE) {
        // Words where a quote could stand are no quote; the row is an account all the same.
        tally.countWords();
        return NumberParser.UNKNOWN;
      }
      throw new RejectedException(
          "%s must be a number, was %s%s"
              .formatted(
                  field.words(),
                  Quote.of(wrong.strip()),
                  NumberParser.doubt(wrong, numeric.style()).map(doubt -> ": " + doubt).orElse("")),
          wrongColumn);
    }
    return best;
  }

  /**
   * A rate by followers becomes a count where there is none; on YouTube engagement is by views, so
   * it is left out.
   */
  private void setRate(Row row) throws RejectedException {
    ColumnRoles.Numeric numeric = columns.numbers().get(Field.ENGAGEMENT_RATE);
    if (numeric == null) {
      return;
    }
    double rate = number(row, Field.ENGAGEMENT_RATE, numeric);
    if (tally.unknown().isHiddenRate(rate, account)) {
      return;
    }
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

  private void setPrice(Row row) throws RejectedException {
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
          "price must be in %s, the brand's currency, was in %s".formatted(brandCurrency, currency),
          only(numeric));
    }
    account.setPrice(price, currency);
  }

  private void setShares(Row row) throws RejectedException {
    for (int i = 0; i < shares.length; i++) {
      ColumnRoles.ShareColumn column = columns.shares().get(i);
      double share = share(row, column);
      if (share < 0 || share > 1) {
        throw new RejectedException(
            "share %s must be between 0 and 1, was %s"
                .formatted(column.share(), NumberText.plain(share)),
            column.column());
      }
      if (!Double.isNaN(share)) {
        account.setShare(shares[i], share);
      }
    }
    exclusive.forEach(
        (dimension, positions) -> {
          if (account.forgetShares(positions, AudienceCell.MOST_TOGETHER)) {
            tally.unknown().countShares(dimension);
          }
        });
  }

  private double share(Row row, ColumnRoles.ShareColumn column) throws RejectedException {
    if (row.isEmpty(column.column())) {
      return Double.NaN;
    }
    double plain = row.plain(column.column());
    if (!Double.isNaN(plain)) {
      return column.percent() ? plain / 100 : plain;
    }
    String text = row.cell(column.column());
    NumberParser.Cell cell = NumberParser.parse(text, column.style());
    if (cell.kind() == NumberParser.Kind.NOT_A_NUMBER) {
      throw new RejectedException(
          "share %s must be a number, was %s".formatted(column.share(), Quote.of(text.strip())),
          column.column());
    }
    return column.percent() && !cell.percent() ? cell.value() / 100 : cell.value();
  }

  private void setDimensions(Row row) {
    for (ColumnRoles.DimensionColumn column : columns.dimensions()) {
      Field field = column.field();
      Map<String, AudienceCell> known = audiences.computeIfAbsent(field, each -> new HashMap<>());
      String text = row.cell(column.column()).strip();
      AudienceCell cell = known.get(text);
      set(field, cell == null ? remember(known, text, parse(field, text)) : cell);
    }
  }

  private static AudienceCell parse(Field field, String text) {
    boolean topic = field == Field.TOPIC;
    // #fitness is a topic; #N/A is what a spreadsheet leaves where a formula failed.
    String words = topic ? HASH.matcher(text).replaceAll("") : text;
    // NA is Namibia among countries, else "not available".
    boolean none = field != Field.COUNTRY && words.equalsIgnoreCase("NA");
    return AudienceCell.parse(
        none ? "" : words, topic ? AudienceCell.Labels.TOPICS : AudienceCell.Labels.PLACES);
  }

  /**
   * The labels that a cell gives its account; empty if it gives more than labels, or something is
   * to be counted.
   */
  Optional<List<String>> labels(Field field, String text) {
    AudienceCell cell = parse(field, text.strip());
    Map<String, Integer> strange = new HashMap<>();
    AccountRow alone = new AccountRow(List.of());
    for (String label : cell.labels()) {
      if (field == Field.COUNTRY) {
        countries.codes(label, strange).forEach(code -> alone.addLabel(field.label(), code));
      } else {
        alone.addLabel(field.label(), label);
      }
    }
    boolean only = cell.shares().isEmpty() && cell.reason().isEmpty() && strange.isEmpty();
    return only
        ? Optional.of(List.copyOf(alone.labels().getOrDefault(field.label(), List.of())))
        : Optional.empty();
  }

  private void set(Field field, AudienceCell cell) {
    boolean country = field == Field.COUNTRY;
    String dimension = field.label();
    cell.shares()
        .forEach(
            (value, share) ->
                account.addShare(
                    new AudienceShare(
                        dimension,
                        country ? countries.code(value, tally.strangeCountries()) : value),
                    share));
    for (String label : cell.labels()) {
      if (country) {
        countries
            .codes(label, tally.strangeCountries())
            .forEach(code -> account.addLabel(dimension, code));
      } else {
        account.addLabel(dimension, label);
      }
    }
    if (!cell.reason().isEmpty()) {
      tally.unknown().countShares(dimension);
    }
  }
}
