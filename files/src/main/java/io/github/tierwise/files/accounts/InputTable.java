package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.columns.ColumnFinder;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnNotes;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.PlatformNames;
import io.github.tierwise.files.columns.TableShape;
import io.github.tierwise.files.table.CsvRow;
import io.github.tierwise.files.table.CsvRows;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** A table whose columns are understood, and what becomes of its rows. */
final class InputTable {

  /** Takes a row that could be read. */
  interface Sink {
    void accept(CsvRow row, AccountRow account) throws RowReader.RejectedException;
  }

  private final Sheet sheet;
  private final ReadOptions options;
  private final ColumnNotes findings;
  private final ColumnRoles columns;
  private final Optional<Platform> platform;
  private final String platformNote;
  private final RowReader reader;
  private final RejectedRows rejects;
  private int read;
  private int elsewhere;
  private int strangers;

  /**
   * Finds out which column is what.
   *
   * @param mappings the columns that the caller names, all of them in this table
   * @param first the table whose platform this one has if it does not tell
   * @throws InputException if no account can be read from it
   */
  InputTable(
      Sheet sheet,
      ReadOptions options,
      List<ColumnMapping> mappings,
      TableShape shape,
      Optional<InputTable> first) {
    this.sheet = sheet;
    this.options = options;
    rejects = new RejectedRows(sheet);
    sheet.requireRow();
    findings = new ColumnNotes(sheet.header());
    columns = ColumnFinder.find(sheet, mappings, findings, shape);
    if (options.platform().isPresent()) {
      platform = options.platform();
      platformNote = ", as you say";
    } else if (columns.platform().isPresent()) {
      platform = Optional.empty();
      platformNote = "";
    } else {
      Optional<Platform> inHeader = PlatformNames.mentioned(sheet.header());
      platform =
          inHeader
              .or(() -> PlatformNames.mentioned(List.of(name())))
              .or(() -> first.flatMap(table -> table.platform));
      platformNote = inHeader.isPresent() ? ", as the header says" : ", as the file name says";
    }
    reader = new RowReader(columns, sheet.header().size(), platform, options.currency());
    checkCurrency();
  }

  private void checkCurrency() {
    ColumnRoles.Numeric price = columns.numbers().get(Field.PRICE);
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
    if (platform.isEmpty() && columns.platform().isEmpty()) {
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

  ColumnRoles columns() {
    return columns;
  }

  ColumnNotes findings() {
    return findings;
  }

  boolean isPosts() {
    return columns.post().isPresent();
  }

  /** The platform of all rows and where that is said; empty if each row tells its own. */
  String platformNote() {
    return platform.map(p -> p.displayName() + platformNote).orElse("");
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
        take(row, () -> reader.platform(row), sink);
      }
    }
  }

  /**
   * Reads every row of an account that is known; without a platform of its own a row has that of
   * the account with its id.
   *
   * @param known the platforms on which an account is
   */
  void forEach(LongConsumer progress, Function<String, Set<Platform>> known, Sink sink) {
    try (CsvRows rows = sheet.rows()) {
      CsvRow row = rows.row();
      while (rows.next()) {
        progress.accept(read);
        Set<Platform> there = known.apply(AccountName.of(row.cell(columns.id())));
        if (there.isEmpty()) {
          strangers++;
        } else {
          take(row, () -> reader.platform(row, there), sink);
        }
      }
    }
  }

  /** Finds the platform of a row. */
  private interface Where {
    Platform get() throws RowReader.RejectedException;
  }

  private void take(CsvRow row, Where where, Sink sink) {
    try {
      Platform found = where.get();
      if (options.platform().isPresent() && options.platform().get() != found) {
        elsewhere++;
        return;
      }
      sink.accept(row, reader.read(row, found));
      read++;
    } catch (RowReader.RejectedException | IllegalArgumentException e) {
      rejects.add(row.line(), String.valueOf(e.getMessage()));
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
        "%s must have a row that can be read, had none of %s; line %d: %s"
            .formatted(
                name(), NumberText.count(columns.rows()), rejects.line(0), rejects.reason(0)));
  }
}
