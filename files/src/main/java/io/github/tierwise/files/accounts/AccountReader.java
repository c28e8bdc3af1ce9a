package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.TableShape;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tables of influencers: one account a row, or one post a row, or accounts from one table and
 * their posts from others.
 */
public final class AccountReader {

  private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);

  private final ReadOptions options;
  private final LongConsumer progress;
  private long rows;
  private final TableNotes notes = new TableNotes();

  private AccountReader(ReadOptions options, LongConsumer progress) {
    this.options = options;
    this.progress = row -> progress.accept(++rows);
  }

  /**
   * Reads one table.
   *
   * @param source the text
   * @param options what the caller says about it
   * @param progress is told how many rows are read, from time to time
   * @return the accounts, the rows that are none, and how the table was understood
   * @throws InputException if no account can be read
   */
  public static AccountList read(Source source, ReadOptions options, LongConsumer progress) {
    return read(source, List.of(), options, progress);
  }

  /**
   * Reads a table with posts from other tables.
   *
   * @param source the accounts, or more posts
   * @param posts tables of posts; if {@code source} has accounts, joined to them by id
   * @param options what the caller says about them
   * @param progress is told how many rows are read, from time to time
   * @return the accounts, the rows that are none, and how the tables were understood
   * @throws InputException if no account can be read
   */
  public static AccountList read(
      Source source, List<Source> posts, ReadOptions options, LongConsumer progress) {
    return new AccountReader(options, progress).read(tables(source, posts, options, true));
  }

  /**
   * Reads one table beside the one that the caller speaks of: a mapping counts if the column is
   * there.
   *
   * @param source the text
   * @param options what the caller says
   * @param progress is told how many rows are read, from time to time
   * @return the accounts
   * @throws InputException if no account can be read
   */
  public static AccountList readPeers(Source source, ReadOptions options, LongConsumer progress) {
    return new AccountReader(options, progress).read(tables(source, List.of(), options, false));
  }

  private static List<InputTable> tables(
      Source source, List<Source> posts, ReadOptions options, boolean strict) {
    List<Source> sources = new ArrayList<>(List.of(source));
    sources.addAll(posts);
    List<Sheet> sheets = sources.stream().map(Sheet::read).toList();
    List<InputTable> tables = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      boolean first = i == 0;
      TableShape shape =
          !first ? TableShape.POSTS : posts.isEmpty() ? TableShape.EITHER : TableShape.AS_COUNTED;
      // The first table is the one that complains about a column that is nowhere.
      List<ColumnMapping> mappings =
          options.mappings().stream()
              .filter(
                  mapping ->
                      mapping.isIn(sheet.header())
                          || (strict
                              && first
                              && sheets.stream().noneMatch(other -> mapping.isIn(other.header()))))
              .toList();
      tables.add(new InputTable(sheet, options, mappings, shape, tables.stream().findFirst()));
      LOG.debug("separator '{}', {}", sheet.separator(), tables.get(i).columns());
    }
    return tables;
  }

  private AccountList read(List<InputTable> tables) {
    InputTable first = tables.get(0);
    first.requirePlatform();
    if (tables.size() == 1 && !first.isPosts()) {
      if (options.countedAt().isPresent()) {
        throw new InputException(
            "--counted-at must go with posts, %s has one row an account".formatted(first.name()));
      }
      AccountsBuilder accounts = accounts(first);
      ProfileColumns profiles = accounts.build();
      notes.table(first, profiles);
      noteCurrency(first, accounts);
      return reading(tables, profiles, Map.of());
    }
    return first.isPosts() ? pooled(tables) : joined(tables);
  }

  private AccountsBuilder accounts(InputTable table) {
    ColumnRoles columns = table.columns();
    AccountsBuilder accounts = new AccountsBuilder(columns.differentShares(), columns.rows());
    table.forEach(progress, (row, account) -> accounts.add(account, row.line()));
    if (accounts.size() == 0) {
      throw table.nothingRead();
    }
    return accounts;
  }

  /** All tables are of posts. */
  private AccountList pooled(List<InputTable> tables) {
    PostFold fold = new PostFold(options, areTimed(tables));
    for (InputTable table : tables) {
      table.requirePlatform();
      table.forEach(progress, (row, post) -> fold.add(table, row, post));
    }
    if (fold.isEmpty()) {
      throw tables.get(0).nothingRead();
    }
    InputTable first = tables.get(0);
    ProfileColumns accounts = ProfileColumns.copyOf(fold.accounts());
    notes.table(first, accounts);
    notePosts(tables, first);
    noteCurrency(first, fold.hasOtherCurrencies(), accounts.currency());
    return folded(tables, tables, accounts, fold);
  }

  /** The first table is of accounts, the others of posts. */
  private AccountList joined(List<InputTable> tables) {
    InputTable first = tables.get(0);
    List<InputTable> posts = tables.subList(1, tables.size());
    AccountsBuilder accounts = accounts(first);
    PostFold fold = new PostFold(options, areTimed(posts));
    for (InputTable table : posts) {
      table.forEach(progress, accounts::platforms, (row, post) -> fold.add(table, row, post));
    }
    ProfileColumns rows = accounts.build();
    for (int row = 0; row < rows.size(); row++) {
      Influencer account = rows.get(row);
      if (fold.hasPosts(account)) {
        accounts.set(row, fold.with(account));
      }
    }
    ProfileColumns profiles = accounts.build();
    notes.table(first, profiles);
    noteCurrency(first, accounts);
    notePosts(tables, first);
    return folded(tables, posts, profiles, fold);
  }

  private static boolean areTimed(List<InputTable> posts) {
    boolean timed = isTimed(posts.get(0));
    for (InputTable table : posts) {
      if (isTimed(table) != timed) {
        throw new InputException(
            "posts must all have times or none, %s and %s differ: say --map time=- to do without"
                .formatted(posts.get(0).name(), table.name()));
      }
    }
    return timed;
  }

  private static boolean isTimed(InputTable table) {
    return table.columns().post().orElseThrow().time().isPresent();
  }

  private void notePosts(List<InputTable> tables, InputTable first) {
    for (int i = 1; i < tables.size(); i++) {
      InputTable table = tables.get(i);
      boolean same = table.findings().used().equals(tables.get(i - 1).findings().used());
      notes.posts(table, first.name(), same);
    }
  }

  private AccountList folded(
      List<InputTable> tables, List<InputTable> posts, ProfileColumns accounts, PostFold fold) {
    notes.fold(
        fold,
        posts.stream().mapToInt(InputTable::read).sum(),
        accounts.size(),
        counted(fold, posts));
    return reading(tables, accounts, fold.histories());
  }

  private String counted(PostFold fold, List<InputTable> posts) {
    if (!fold.isTimed()) {
      return "at an unknown time: the posts have an order, 0 for the newest, and no times";
    }
    return options.countedAt().isPresent()
        ? fold.countedAt() + ", as you say"
        : "%s, the newest time in the %s"
            .formatted(fold.countedAt(), posts.size() == 1 ? "file" : "files");
  }

  private AccountList reading(
      List<InputTable> tables, ProfileColumns accounts, Map<Influencer, PostHistory> histories) {
    Set<String> fields = new LinkedHashSet<>();
    tables.forEach(table -> fields.addAll(fields(table.columns())));
    InputTable first = tables.get(0);
    return new AccountList(
        first.name(),
        accounts,
        rejects(tables),
        tables.size() == 1 ? first.sheet().header() : List.of(),
        tables.stream().mapToInt(table -> table.columns().rows()).sum(),
        tables.stream().filter(InputTable::isPosts).mapToInt(InputTable::read).sum(),
        notes.toList(),
        List.copyOf(fields),
        histories);
  }

  private static List<RejectedRow> rejects(List<InputTable> tables) {
    List<RejectedRows> all = tables.stream().map(InputTable::rejects).toList();
    return all.size() == 1 ? all.get(0) : RejectedRows.of(all);
  }

  private static List<String> fields(ColumnRoles columns) {
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

  private void noteCurrency(InputTable table, AccountsBuilder accounts) {
    noteCurrency(table, accounts.hasOtherCurrencies(), accounts.currency());
  }

  private void noteCurrency(InputTable table, boolean others, String currency) {
    if (others) {
      notes.point("prices in another currency than %s are taken as unknown".formatted(currency));
    }
    ColumnRoles.Numeric price = table.columns().numbers().get(Field.PRICE);
    if (price != null
        && price.currency().isEmpty()
        && table.columns().currency().isEmpty()
        && options.currency().isEmpty()) {
      notes.point("prices without a currency are taken as unknown");
    }
  }
}
