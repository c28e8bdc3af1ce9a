package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a table of influencers, one account a row. */
public final class AccountReader {

  private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);

  /** With more rows an account than this, a row is a post. */
  private static final int MOST_ROWS_AN_ACCOUNT = 2;

  /**
   * What the caller says about a table.
   *
   * @param platform the platform of the accounts
   * @param mappings the columns that the caller names
   * @param currency the brand's currency, the only one that prices may have; empty if any may
   */
  public record Options(Optional<Platform> platform, List<Mapping> mappings, String currency) {

    public Options {
      mappings = List.copyOf(mappings);
    }

    /** Nothing is said. */
    public static Options none() {
      return new Options(Optional.empty(), List.of(), "");
    }
  }

  /** Where an account was seen first. */
  private record Seen(long line, Influencer account) {}

  private record Key(Platform platform, String id) {}

  private final Source source;
  private final Options options;
  private final LongConsumer progress;
  private final List<Note> notes = new ArrayList<>();

  private AccountReader(Source source, Options options, LongConsumer progress) {
    this.source = source;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Reads a table.
   *
   * @param source the text
   * @param options what the caller says about it
   * @param progress is told how many rows are read, from time to time
   * @return the accounts, the rows that are none, and how the table was understood
   * @throws InputException if no account can be read
   */
  public static Reading read(Source source, Options options, LongConsumer progress) {
    return new AccountReader(source, options, progress).read();
  }

  private Reading read() {
    Sheet sheet = Sheet.read(source);
    LOG.debug("{} rows, separator '{}'", sheet.rows().size(), sheet.separator());
    if (sheet.rows().isEmpty()) {
      throw new InputException(source.name() + " must have a row below its header, had none");
    }
    Findings findings = new Findings(sheet.header());
    Columns columns = ColumnFinder.find(source, sheet, options.mappings(), findings);
    LOG.debug("columns {}", columns);
    Optional<Platform> platform = options.platform();
    String platformNote = platform.map(p -> p.displayName() + ", as you say").orElse("");
    if (platform.isEmpty() && columns.platform().isEmpty()) {
      platform = PlatformNames.mentioned(sheet.header());
      platformNote = platform.map(p -> p.displayName() + ", as the header says").orElse("");
      if (platform.isEmpty()) {
        platform = PlatformNames.mentioned(List.of(source.name()));
        platformNote = platform.map(p -> p.displayName() + ", as the file name says").orElse("");
      }
    }
    checkOneRowAnAccount(sheet, columns);
    if (platform.isEmpty() && columns.platform().isEmpty()) {
      throw new InputException(
          "%s must tell its platform in a column, its header or its name, and does not: say it, as in --platform instagram"
              .formatted(source.name()));
    }
    checkCurrency(columns);
    return read(sheet, columns, findings, platform, platformNote);
  }

  private Reading read(
      Sheet sheet,
      Columns columns,
      Findings findings,
      Optional<Platform> platform,
      String platformNote) {
    RowReader reader = new RowReader(columns, sheet.header().size(), platform, options.currency());
    List<Influencer> accounts = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    Map<Key, Seen> seen = new HashMap<>();
    int elsewhere = 0;
    long read = 0;
    for (CsvRecord row : sheet.rows()) {
      progress.accept(++read);
      try {
        Platform where = reader.platform(row);
        if (options.platform().isPresent() && options.platform().get() != where) {
          elsewhere++;
          continue;
        }
        Influencer account = reader.read(row, where);
        Seen first =
            seen.putIfAbsent(
                new Key(where, account.id()), new Seen(row.getStartingLineNumber(), account));
        if (first != null) {
          throw new RowReader.RejectedException(
              "account %s was already on line %d, with %s figures"
                  .formatted(
                      account.id(),
                      first.line(),
                      first.account().equals(account) ? "the same" : "other"));
        }
        accounts.add(account);
      } catch (RowReader.RejectedException | IllegalArgumentException e) {
        rejects.add(
            new Reject(
                row.getStartingLineNumber(), String.valueOf(e.getMessage()), row.getFields()));
      }
    }
    if (accounts.isEmpty()) {
      throw nothingRead(sheet, rejects, elsewhere);
    }
    addNotes(sheet, columns, findings, platformNote, accounts, rejects, elsewhere);
    return new Reading(
        source.name(),
        accounts,
        rejects,
        sheet.header(),
        sheet.rows().size(),
        notes,
        fields(columns));
  }

  private static List<String> fields(Columns columns) {
    List<String> fields = new ArrayList<>();
    columns.numbers().keySet().forEach(field -> fields.add(field.label()));
    if (!columns.countries().isEmpty()) {
      fields.add(Field.COUNTRY.label());
    }
    if (!columns.topics().isEmpty()) {
      fields.add(Field.TOPIC.label());
    }
    columns.shares().forEach(share -> fields.add(share.share().toString()));
    return fields;
  }

  private InputException nothingRead(Sheet sheet, List<Reject> rejects, int elsewhere) {
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

  private void checkOneRowAnAccount(Sheet sheet, Columns columns) {
    Set<String> accounts = new HashSet<>();
    for (CsvRecord row : sheet.rows()) {
      accounts.add(
          RowReader.id(Sheet.cell(row, columns.id()))
              + '\n'
              + (columns.platform().isPresent()
                  ? Sheet.cell(row, columns.platform().getAsInt())
                  : ""));
    }
    int rows = sheet.rows().size();
    if (rows > MOST_ROWS_AN_ACCOUNT * accounts.size()) {
      throw new InputException(
          "%s must have one row an account, had %s rows for %s: a row seems to be a post. Tables of posts are not read yet; bring it to one row an account with mean counts per post"
              .formatted(
                  source.name(), Numerals.count(rows), Numerals.of(accounts.size(), "account")));
    }
  }

  private void checkCurrency(Columns columns) {
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

  private void addNotes(
      Sheet sheet,
      Columns columns,
      Findings findings,
      String platformNote,
      List<Influencer> accounts,
      List<Reject> rejects,
      int elsewhere) {
    String rows =
        "%s read + %s rejected%s = %s in %s"
            .formatted(
                Numerals.count(accounts.size()),
                Numerals.count(rejects.size()),
                elsewhere == 0 ? "" : " + " + Numerals.count(elsewhere) + " on other platforms",
                Numerals.of(sheet.rows().size(), "row"),
                source.name());
    String blank =
        sheet.blankRows() == 0 ? "" : ", besides " + Numerals.of(sheet.blankRows(), "blank row");
    notes.add(new Note("rows", rows + blank));
    rejects.stream()
        .limit(3)
        .forEach(
            reject ->
                notes.add(new Note("rejected", "line " + reject.line() + ": " + reject.reason())));
    if (rejects.size() > 3) {
      notes.add(
          new Note(
              "",
              "and %s more; --rejects FILE keeps them all"
                  .formatted(Numerals.count(rejects.size() - 3))));
    }
    if (!source.encoding().isEmpty()) {
      notes.add(new Note("encoding", source.encoding()));
    }
    if (sheet.separator() != ',') {
      notes.add(new Note("separator", sheet.separator() == '\t' ? "a tabulator" : "a semicolon"));
    }
    notes.add(new Note("platform", platformNote.isEmpty() ? byRow(accounts) : platformNote));
    notes.add(new Note("columns", String.join("; ", findings.used())));
    if (!findings.unused().isEmpty()) {
      notes.add(new Note("not used", String.join("; ", findings.unused())));
    }
    findings.remarks().forEach(remark -> notes.add(new Note("note", remark)));
    if (columns.numbers().containsKey(Field.ENGAGEMENT_RATE)
        && accounts.stream().anyMatch(a -> a.platform() == Platform.YOUTUBE)) {
      notes.add(
          new Note(
              "note", "the engagement rate is not used on YouTube, where it would be by views"));
    }
    Columns.Numeric price = columns.numbers().get(Field.PRICE);
    if (price != null
        && price.currency().isEmpty()
        && columns.currency().isEmpty()
        && options.currency().isEmpty()) {
      notes.add(new Note("note", "prices without a currency are taken as unknown"));
    }
  }

  private static String byRow(List<Influencer> accounts) {
    Map<Platform, Long> counts =
        accounts.stream()
            .collect(
                Collectors.groupingBy(
                    Influencer::platform, java.util.TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
            .map(entry -> entry.getKey().displayName() + " " + Numerals.count(entry.getValue()))
            .collect(Collectors.joining(", "))
        + ", by the column";
  }
}
