package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** A table whose columns are understood, and what becomes of its rows. */
final class InputTable {

  /** Takes a row that could be read. */
  interface Sink {
    void accept(CsvRecord row, Influencer account) throws RowReader.RejectedException;
  }

  private final Source source;
  private final Sheet sheet;
  private final AccountReader.Options options;
  private final Findings findings;
  private final Columns columns;
  private final Optional<Platform> platform;
  private final String platformNote;
  private final RowReader reader;
  private final List<Reject> rejects = new ArrayList<>();
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
      Source source,
      Sheet sheet,
      AccountReader.Options options,
      List<Mapping> mappings,
      Shape shape,
      Optional<InputTable> first) {
    this.source = source;
    this.sheet = sheet;
    this.options = options;
    if (sheet.rows().isEmpty()) {
      throw new InputException(source.name() + " must have a row below its header, had none");
    }
    findings = new Findings(sheet.header());
    columns = ColumnFinder.find(source, sheet, mappings, findings, shape);
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
              .or(() -> PlatformNames.mentioned(List.of(source.name())))
              .or(() -> first.flatMap(table -> table.platform));
      platformNote = inHeader.isPresent() ? ", as the header says" : ", as the file name says";
    }
    reader = new RowReader(columns, sheet.header().size(), platform, options.currency());
    checkCurrency();
  }

  private void checkCurrency() {
    Columns.Numeric price = columns.numbers().get(Field.PRICE);
    if (price == null || price.currency().isEmpty()) {
      return;
    }
    if (!options.currency().isEmpty() && !price.currency().equals(options.currency())) {
      throw new InputException(
          "prices in %s must be in %s, the brand's currency, were in %s; to do without them, say --map price=-"
              .formatted(source.name(), options.currency(), price.currency()));
    }
  }

  /** Fails if rows cannot tell their platform by themselves. */
  void requirePlatform() {
    if (platform.isEmpty() && columns.platform().isEmpty()) {
      throw new InputException(
          "%s must tell its platform in a column, its header or its name, and does not: say it, as in --platform instagram"
              .formatted(source.name()));
    }
  }

  Source source() {
    return source;
  }

  Sheet sheet() {
    return sheet;
  }

  Columns columns() {
    return columns;
  }

  Findings findings() {
    return findings;
  }

  boolean isPosts() {
    return columns.post().isPresent();
  }

  /** The platform of all rows and where that is said; empty if each row tells its own. */
  String platformNote() {
    return platform.map(p -> p.displayName() + platformNote).orElse("");
  }

  List<Reject> rejects() {
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
    for (CsvRecord row : sheet.rows()) {
      progress.accept(read);
      take(row, () -> reader.platform(row), sink);
    }
  }

  /**
   * Reads every row of an account that is known; without a platform of its own a row has that of
   * the account with its id.
   */
  void forEach(LongConsumer progress, Map<String, Set<Platform>> known, Sink sink) {
    for (CsvRecord row : sheet.rows()) {
      progress.accept(read);
      Set<Platform> there =
          known.getOrDefault(RowReader.id(Sheet.cell(row, columns.id())), Set.of());
      if (there.isEmpty()) {
        strangers++;
      } else {
        take(row, () -> reader.platform(row, there), sink);
      }
    }
  }

  /** Finds the platform of a row. */
  private interface Where {
    Platform get() throws RowReader.RejectedException;
  }

  private void take(CsvRecord row, Where where, Sink sink) {
    try {
      Platform found = where.get();
      if (options.platform().isPresent() && options.platform().get() != found) {
        elsewhere++;
        return;
      }
      sink.accept(row, reader.read(row, found));
      read++;
    } catch (RowReader.RejectedException | IllegalArgumentException e) {
      rejects.add(
          new Reject(
              source.name(),
              row.getStartingLineNumber(),
              String.valueOf(e.getMessage()),
              row.getFields()));
    }
  }

  /** The error of a table of which no row could be taken. */
  InputException nothingRead() {
    if (rejects.isEmpty()) {
      return new InputException(
          "%s must have accounts on %s, had %s on other platforms"
              .formatted(
                  source.name(),
                  options.platform().map(Platform::displayName).orElse("a platform"),
                  Numerals.of(elsewhere, "row")));
    }
    Reject first = rejects.get(0);
    return new InputException(
        "%s must have a row that can be read, had none of %s; line %d: %s"
            .formatted(
                source.name(), Numerals.count(sheet.rows().size()), first.line(), first.reason()));
  }
}
