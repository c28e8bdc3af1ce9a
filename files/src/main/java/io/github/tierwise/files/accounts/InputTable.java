package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Questions;
import io.github.tierwise.files.columns.ColumnFinder;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnNotes;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.PlatformNames;
import io.github.tierwise.files.columns.TableColumns;
import io.github.tierwise.files.columns.TableShape;
import io.github.tierwise.files.table.CsvRow;
import io.github.tierwise.files.table.CsvRows;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** A table whose columns are understood, and what becomes of its rows. */
final class InputTable {

  /** Takes a row that could be read. */
  interface Sink {
    void accept(CsvRow row, AccountRow account) throws RowReader.RejectedException;
  }

  /** The name of the ids in the table that {@code check --out} writes. */
  private static final String PLAIN_FORM_ID = "tierwise_id";

  private final Sheet sheet;
  private final ReadOptions options;
  private final List<ColumnNotes> notes = new ArrayList<>();
  private TableColumns columns;
  private final Optional<Platform> platform;
  private final String platformNote;
  private final boolean placedByFileName;
  private final boolean nameSaid;

  /** By identity: to hash all that columns are would take longer than to read a row. */
  private final IdentityHashMap<ColumnRoles, RowReader> readers = new IdentityHashMap<>();

  private final UnknownByRule unknown = new UnknownByRule();
  private final CountryNames countries = new CountryNames();
  private final RejectedRows rejects;
  private UnaryOperator<String> ids = UnaryOperator.identity();
  private int read;
  private int accounts;
  private int elsewhere;
  private int strangers;

  /**
   * Finds out which column is what.
   *
   * @param mappings the columns that the caller names, all of them in this table
   * @param first the table whose platform this one has if it does not tell
   * @param main whether it is the table of whose header the caller may speak
   * @throws InputException if no account can be read from it, or what only the caller can tell
   */
  InputTable(
      Sheet sheet,
      ReadOptions options,
      List<ColumnMapping> mappings,
      TableShape shape,
      Optional<InputTable> first,
      boolean main) {
    this.sheet = sheet;
    this.options = options;
    rejects = new RejectedRows(sheet);
    nameSaid = mappings.stream().anyMatch(each -> each.isOf(Field.ID));
    sheet.requireRow();
    columns =
        ColumnFinder.find(
            sheet,
            new ColumnFinder.ReadingOptions(
                mappings, options.readings(), options.platform(), shape, main),
            notes);
    if (!columns.questions().isEmpty() && !options.asking()) {
      throw Questions.refusal(name(), columns.questions());
    }
    ColumnRoles any = columns.any();
    boolean inHeader = columns.byNetwork().size() == 1 && columns.common().isEmpty();
    boolean byFileName = false;
    if (options.platform().isPresent()) {
      platform = options.platform();
      platformNote = ", as you say";
    } else if (any.platform().isPresent() || columns.wide()) {
      platform = Optional.empty();
      platformNote = "";
    } else if (inHeader) {
      platform = columns.byNetwork().keySet().stream().findFirst();
      platformNote = ", as the header says";
    } else {
      platform =
          PlatformNames.mentioned(List.of(name())).or(() -> first.flatMap(table -> table.platform));
      platformNote = ", as the file name says";
      byFileName = platform.isPresent();
    }
    placedByFileName = byFileName;
    if (sheet.header().get(any.id()).equals(PLAIN_FORM_ID)) {
      ids = FormulaCell::original;
    }
    checkCurrency();
  }

  private void checkCurrency() {
    ColumnRoles.Numeric price = columns.any().numbers().get(Field.PRICE);
    if (price == null || price.currency().isEmpty()) {
      return;
    }
    if (!options.currency().isEmpty() && !price.currency().equals(options.currency())) {
      throw new InputException(
          "prices in %s must be in %s, the brand's currency, were in %s; to do without them, say --map price=-"
              .formatted(name(), options.currency(), price.currency()));
    }
  }

  /** Fails if rows cannot tell their platform by themselves. */
  void requirePlatform() {
    if (platform.isEmpty() && !columns.wide() && columns.any().platform().isEmpty()) {
      throw new InputException(
          "%s must tell its platform in a column, its header or its name, and does not: say it, as in --platform instagram"
              .formatted(name()));
    }
  }

  String name() {
    return sheet.source().name();
  }

  Sheet sheet() {
    return sheet;
  }

  TableColumns columns() {
    return columns;
  }

  /** Whether the caller says which column names the account. */
  boolean isNameSaid() {
    return nameSaid;
  }

  /** Takes another column for the account's name. */
  void nameBy(int column) {
    notes.forEach(each -> each.nameBy(column, columns.any().id()));
    columns = columns.withId(column);
  }

  /** What is said of the columns, for each network of which there are some. */
  List<ColumnNotes> notes() {
    return notes;
  }

  UnknownByRule unknown() {
    return unknown;
  }

  CountryNames countries() {
    return countries;
  }

  boolean isPosts() {
    return columns.posts();
  }

  /** How many cells have words where a price could stand. */
  int wordsForPrices() {
    return readers.values().stream().mapToInt(RowReader::words).sum();
  }

  /** How many accounts the rows had that were taken. */
  int accounts() {
    return accounts;
  }

  /** The platform of all rows and where that is said; empty if each row tells its own. */
  String platformNote() {
    return platform.map(p -> p.displayName() + platformNote).orElse("");
  }

  /** Whether nothing but the name of the file tells the platform. */
  boolean isPlacedByFileName() {
    return placedByFileName;
  }

  RejectedRows rejects() {
    return rejects;
  }

  /** How many rows were taken. */
  int read() {
    return read;
  }

  /** How many rows are of other platforms than the one that the caller wants. */
  int elsewhere() {
    return elsewhere;
  }

  /** How many rows are of accounts that the table of accounts does not have. */
  int strangers() {
    return strangers;
  }

  /** Reads every row; a row that cannot be read is kept with its reason. */
  void forEach(LongConsumer progress, Sink sink) {
    try (CsvRows rows = sheet.rows()) {
      CsvRow row = rows.row();
      while (rows.next()) {
        progress.accept(read);
        if (isWhole(row)) {
          take(row, () -> platforms(row), sink);
        }
      }
    }
  }

  /**
   * Reads every row of an account that is known; without a platform of its own a row has that of
   * the account with its id.
   *
   * @param names the id that the account has, for one that may be written otherwise
   * @param known the platforms on which an account is
   */
  void forEach(
      LongConsumer progress,
      UnaryOperator<String> names,
      Function<String, Set<Platform>> known,
      Sink sink) {
    ids = names;
    try (CsvRows rows = sheet.rows()) {
      CsvRow row = rows.row();
      while (rows.next()) {
        progress.accept(read);
        if (!isWhole(row)) {
          continue;
        }
        Set<Platform> there =
            known.apply(names.apply(AccountName.of(row.cell(columns.any().id()))));
        if (there.isEmpty()) {
          strangers++;
        } else {
          take(row, () -> List.of(reader(columns.any()).platform(row, there)), sink);
        }
      }
    }
  }

  /** Rejects a row of which the text is broken. */
  private boolean isWhole(CsvRow row) {
    row.problem().ifPresent(problem -> rejects.add(row.line(), problem));
    return row.problem().isEmpty();
  }

  private RowReader reader(ColumnRoles roles) {
    return readers.computeIfAbsent(
        roles,
        of ->
            new RowReader(
                of, sheet.header().size(), platform, options.currency(), unknown, countries, ids));
  }

  /** What is unknown in a row that was read before. */
  UnknownByRule unknownIn(CsvRow row, ColumnRoles roles, Platform where) {
    UnknownByRule own = new UnknownByRule();
    RowReader again =
        new RowReader(
            roles,
            sheet.header().size(),
            platform,
            options.currency(),
            own,
            new CountryNames(),
            UnaryOperator.identity());
    try {
      again.read(row, where);
    } catch (RowReader.RejectedException e) {
      throw new IllegalStateException("a row that was read is rejected", e);
    }
    return own;
  }

  private List<Platform> platforms(CsvRow row) throws RowReader.RejectedException {
    return columns.wide()
        ? List.copyOf(columns.byNetwork().keySet())
        : List.of(reader(columns.any()).platform(row));
  }

  /** Finds the platforms of a row. */
  private interface Where {
    List<Platform> get() throws RowReader.RejectedException;
  }

  private void take(CsvRow row, Where where, Sink sink) {
    boolean taken = false;
    boolean rejected = false;
    try {
      for (Platform found : where.get()) {
        if (options.platform().isPresent() && options.platform().get() != found) {
          continue;
        }
        Optional<ColumnRoles> roles = columns.of(found);
        if (roles.isEmpty()) {
          throw new RowReader.RejectedException(
              "account is on %s, of which the table has no numbers".formatted(found.displayName()));
        }
        if (!columns.wide() || reader(roles.get()).isThere(row)) {
          sink.accept(row, reader(roles.get()).read(row, found));
          accounts++;
          taken = true;
        }
      }
    } catch (RowReader.RejectedException | IllegalArgumentException e) {
      rejects.add(row.line(), String.valueOf(e.getMessage()));
      rejected = true;
    }
    if (!rejected) {
      read += taken ? 1 : 0;
      elsewhere += taken ? 0 : 1;
    }
  }

  /** The error of a table of which no row could be taken. */
  InputException nothingRead() {
    if (rejects.isEmpty()) {
      return new InputException(
          "%s must have accounts on %s, had %s on other platforms"
              .formatted(
                  name(),
                  options.platform().map(Platform::displayName).orElse("a platform"),
                  NumberText.of(elsewhere, "row")));
    }
    return new InputException(
        "%s must have a row that can be read, had none of %s; line %d: %s%s"
            .formatted(
                name(),
                NumberText.count(columns.rows()),
                rejects.line(0),
                rejects.reason(0),
                sheet.source().encodingHint().isEmpty()
                    ? ""
                    : "; " + sheet.source().encodingHint()));
  }
}
