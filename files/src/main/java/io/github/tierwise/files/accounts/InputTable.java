package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Questions;
import io.github.tierwise.files.columns.ColumnFinder;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnNotes;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.ColumnStatistics;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.PlatformNames;
import io.github.tierwise.files.columns.TableColumns;
import io.github.tierwise.files.columns.TableShape;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.files.table.Rows;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A table whose columns are understood, and what becomes of its rows. */
final class InputTable {

  /** Takes a row that could be read. */
  interface Sink {
    void accept(Row row, AccountRow account) throws RowReader.RejectedException;
  }

  /** The name of the ids in the table that {@code check --out} writes. */
  private static final String PLAIN_FORM_ID = "tierwise_id";

  private final Sheet sheet;
  private final ReadOptions options;
  private final ColumnFinder finder;
  private TableColumns columns;
  private final Optional<Platform> platform;
  private final String platformNote;
  private final boolean placedByFileName;
  private final boolean nameSaid;

  private final Tally tally;
  private UnaryOperator<String> ids = UnaryOperator.identity();

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
    tally = new Tally(new RejectedRows(sheet));
    nameSaid = mappings.stream().anyMatch(each -> each.isOf(Field.ID));
    sheet.requireRow();
    finder =
        ColumnFinder.of(
            sheet,
            new ColumnFinder.ReadingOptions(
                mappings, options.readings(), options.platform(), shape, main));
    columns = finder.columns();
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
      platform = ofFileNames().or(() -> first.flatMap(table -> table.platform));
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

  /** The platform that the names of all files mention. */
  private Optional<Platform> ofFileNames() {
    List<Optional<Platform>> mentioned =
        sheet.fileNames().stream()
            .map(name -> PlatformNames.mentioned(List.of(name)))
            .distinct()
            .toList();
    return mentioned.size() == 1 ? mentioned.get(0) : Optional.empty();
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
    return sheet.name();
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
    notes().forEach(each -> each.nameBy(column, columns.any().id()));
    columns = columns.withId(column);
  }

  /** What is said of the columns, for each network of which there are some. */
  List<ColumnNotes> notes() {
    return finder.notes();
  }

  /** What became of the rows that were read. */
  Tally tally() {
    return tally;
  }

  ReadOptions options() {
    return options;
  }

  /** The platform of rows that do not say theirs. */
  Optional<Platform> platform() {
    return platform;
  }

  /** The id that an account has, for one that may be written otherwise. */
  UnaryOperator<String> ids() {
    return ids;
  }

  boolean isPosts() {
    return columns.posts();
  }

  /** The platform of all rows and where that is said; empty if each row tells its own. */
  String platformNote() {
    return platform.map(p -> p.displayName() + platformNote).orElse("");
  }

  /** Whether nothing but the name of the file tells the platform. */
  boolean isPlacedByFileName() {
    return placedByFileName;
  }

  /** What is counted of the rows to see whether all say what the first do. */
  Optional<ColumnStatistics> statistics() {
    return finder.isLonger() ? Optional.of(finder.statistics()) : Optional.empty();
  }

  /**
   * Fails if all rows together say something else of the columns than the first.
   *
   * @param rows the statistics of all rows
   */
  void verify(ColumnStatistics rows) {
    List<String> questions = new ArrayList<>(finder.contradictions(rows));
    if (!isPosts()) {
      finder.repetitions(tally.rows(), tally.rows() - tally.repeated()).ifPresent(questions::add);
    }
    if (!questions.isEmpty()) {
      throw Questions.refusal(name(), questions);
    }
  }

  /** Reads every row; a row that cannot be read is kept with its reason. */
  void forEach(LongConsumer progress, Sink sink) {
    TableReader reader = new TableReader(this, tally);
    forEach(progress, row -> reader.take(row, sink));
  }

  private void forEach(LongConsumer progress, Consumer<Row> action) {
    Optional<ColumnStatistics> statistics = statistics();
    try (Rows rows = sheet.rows()) {
      while (rows.next()) {
        progress.accept(tally.read());
        requireFewRejects();
        statistics.ifPresent(all -> all.add(rows.row()));
        action.accept(rows.row());
      }
      tally.countBlank(rows.blank());
    }
    statistics.ifPresent(this::verify);
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
    TableReader reader = new TableReader(this, tally);
    forEach(progress, row -> reader.takeKnown(row, known, sink));
  }

  /** What is unknown in a row that was read before. */
  UnknownByRule unknownIn(Row row, ColumnRoles roles, Platform where) {
    Tally own = new Tally(new RejectedRows(sheet));
    RowReader again =
        new RowReader(
            roles,
            sheet.header().size(),
            platform,
            options.currency(),
            new CountryNames(),
            own,
            UnaryOperator.identity());
    try {
      again.read(row, where);
    } catch (RowReader.RejectedException e) {
      throw new IllegalStateException("a row that was read is rejected", e);
    }
    return own.unknown();
  }

  /** Fails as soon as more rows are rejected than the caller bears. */
  void requireFewRejects() {
    if (tally.rejects().size() > options.maxRejects()) {
      throw tooManyRejects(List.of(this), options.maxRejects());
    }
  }

  /** The same of several tables together. */
  static void requireFewRejects(List<InputTable> tables, int most) {
    if (tables.stream().mapToLong(table -> table.tally.rejects().size()).sum() > most) {
      throw tooManyRejects(tables, most);
    }
  }

  /** How many there are depends on how far threads came: only the first are named. */
  private static InputException tooManyRejects(List<InputTable> tables, int most) {
    List<String> first = new ArrayList<>();
    int named = Math.min(RejectedRows.MOST_NAMED, most + 1);
    for (InputTable table : tables) {
      RejectedRows rejects = table.tally.rejects();
      for (int i = 0; i < rejects.size() && first.size() < named; i++) {
        String file = tables.size() == 1 ? "" : table.name() + " ";
        first.add(file + rejects.where(i) + ": " + rejects.reason(i));
      }
    }
    return new InputException(
        "%s must have at most %s, as --max-rejects says, had more, %s: mend them, or leave out --max-rejects and keep them by --rejects FILE"
            .formatted(
                tables.stream().map(InputTable::name).collect(Collectors.joining(" and ")),
                NumberText.of(most, "rejected row"),
                String.join("; ", first)));
  }

  /** The error of a table of which no row could be taken. */
  InputException nothingRead() {
    RejectedRows rejects = tally.rejects();
    if (rejects.isEmpty()) {
      return new InputException(
          "%s must have accounts on %s, had %s on other platforms"
              .formatted(
                  name(),
                  options.platform().map(Platform::displayName).orElse("a platform"),
                  NumberText.of(tally.elsewhere(), "row")));
    }
    return new InputException(
        "%s must have a row that can be read, had none of %s; %s: %s%s"
            .formatted(
                name(),
                NumberText.count(tally.rows()),
                rejects.where(0),
                rejects.reason(0),
                sheet.encodingHint().isEmpty() ? "" : "; " + sheet.encodingHint()));
  }
}
