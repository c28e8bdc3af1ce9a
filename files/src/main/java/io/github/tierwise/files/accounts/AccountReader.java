package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.columns.HeaderRow;
import io.github.tierwise.files.columns.TableShape;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tables of influencers: one account a row, or one post a row, or accounts from one table and
 * their posts from others.
 */
public final class AccountReader {

  private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);

  private static final String LAST_OF_A_DAY = "T23:59:59.999999999Z";

  private final ReadOptions options;
  private final LongConsumer progress;
  private final TableNotes notes = new TableNotes();

  private AccountReader(ReadOptions options, LongConsumer progress) {
    this.options = options;
    this.progress = progress;
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
    return read(List.of(source), posts, options, progress);
  }

  /**
   * Reads a table of several files with posts from other tables.
   *
   * @param files the accounts, or more posts: one behind the other, as if they were one file
   * @param posts tables of posts; if {@code files} have accounts, joined to them by id
   * @param options what the caller says about them
   * @param progress is told how many rows are read, from time to time
   * @return the accounts, the rows that are none, and how the tables were understood
   * @throws InputException if no account can be read
   */
  public static AccountList read(
      List<Source> files, List<Source> posts, ReadOptions options, LongConsumer progress) {
    return new AccountReader(options, progress).read(tables(files, posts, options, true));
  }

  /**
   * Reads a table whose accounts are not held, but handed on.
   *
   * @param files the accounts, or posts: one behind the other, as if they were one file
   * @param options what the caller says about it
   * @param progress is told how many rows are read, from time to time
   * @param sink takes the accounts
   * @return the rows that are none, how the table was understood, and no profiles
   * @throws InputException if no account can be read, or not only accounts were read; what the sink
   *     took over until then does not count
   */
  public static <P> AccountList pass(
      List<Source> files, ReadOptions options, LongConsumer progress, AccountSink<P> sink) {
    return new AccountReader(options, progress).pass(tables(files, List.of(), options, true), sink);
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
    return new AccountReader(options, progress)
        .read(tables(List.of(source), List.of(), options, false));
  }

  private static List<InputTable> tables(
      List<Source> files, List<Source> posts, ReadOptions options, boolean main) {
    if (options.sheet().isPresent() && files.stream().noneMatch(Source::isWorkbook)) {
      throw new InputException(
          "--sheet must go with a workbook, %s is none: leave it out"
              .formatted(files.get(0).name()));
    }
    // Where a header is, is said of the first table; the others have their own.
    long header = main ? options.header() : 0;
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(
        Sheet.together(
            files.stream()
                .map(each -> HeaderRow.joined(Sheet.read(each, header, options.sheet())))
                .toList()));
    posts.forEach(each -> sheets.add(HeaderRow.joined(Sheet.read(each))));
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
                          || (main
                              && first
                              && sheets.stream().noneMatch(other -> mapping.isIn(other.header()))))
              .toList();
      tables.add(
          new InputTable(
              sheet, options, mappings, shape, tables.stream().findFirst(), main && first));
      LOG.debug("{}, {}", sheet.notes(), tables.get(i).columns());
    }
    return tables;
  }

  private final Set<AudienceShare> shares = new LinkedHashSet<>();
  private TableWalk.Money money = new TableWalk.Money("", false);

  private AccountList read(List<InputTable> tables) {
    InputTable first = tables.get(0);
    first.requirePlatform();
    if (tables.size() == 1 && !first.isPosts()) {
      refuseCountingTime(first);
      AccountsBuilder accounts = accounts(first);
      ProfileColumns profiles = accounts.build();
      noteAccounts(first);
      return reading(
          tables,
          profiles,
          Map.of(),
          AccountList.Sponsored.NONE,
          new Origins(first, accounts.lines())::of);
    }
    return first.isPosts() ? pooled(tables) : joined(tables);
  }

  private <P> AccountList pass(List<InputTable> tables, AccountSink<P> sink) {
    InputTable first = tables.get(0);
    first.requirePlatform();
    ProfileColumns none = ProfileColumns.copyOf(List.of());
    if (first.isPosts()) {
      AccountList accounts = read(tables);
      sink.take(sink.part(accounts.profiles()));
      return accounts;
    }
    refuseCountingTime(first);
    money =
        TableWalk.over(
            first,
            progress,
            new TableWalk.Sink<P>() {
              @Override
              public P part(Batch batch) {
                return sink.part(batch.kept().build());
              }

              @Override
              public void take(P part) {
                sink.take(part);
              }
            });
    if (first.tally().accounts() == 0) {
      throw first.nothingRead();
    }
    noteAccounts(first);
    return reading(
        tables, none, Map.of(), AccountList.Sponsored.NONE, (account, platform) -> List.of());
  }

  private void refuseCountingTime(InputTable table) {
    if (options.countedAt().isPresent()) {
      throw new InputException(
          "--counted-at must go with posts, %s has one row an account".formatted(table.name()));
    }
  }

  private void noteAccounts(InputTable table) {
    notes.table(table, table.tally().platforms());
    noteCurrency(table, money.others(), money.currency());
  }

  private AccountsBuilder accounts(InputTable table) {
    AccountsBuilder accounts = new AccountsBuilder(table.columns().any().differentShares(), 0);
    money =
        TableWalk.over(
            table,
            progress,
            new TableWalk.Sink<Batch>() {
              @Override
              public Batch part(Batch batch) {
                return batch;
              }

              @Override
              public void take(Batch part) {
                part.addTo(accounts);
              }
            });
    if (accounts.size() == 0 && !options.asking()) {
      throw table.nothingRead();
    }
    shares.addAll(accounts.shares());
    return accounts;
  }

  /** All tables are of posts. */
  private AccountList pooled(List<InputTable> tables) {
    PostFold fold = new PostFold(options, areTimed(tables));
    for (InputTable table : tables) {
      table.requirePlatform();
      table.sheet().last();
      table.forEach(progress, (row, post) -> fold.add(table, row, post));
    }
    if (fold.isEmpty()) {
      throw tables.get(0).nothingRead();
    }
    tables.forEach(table -> shares.addAll(table.columns().any().differentShares()));
    shares.addAll(fold.shares());
    InputTable first = tables.get(0);
    ProfileColumns accounts = ProfileColumns.copyOf(fold.accounts());
    notes.table(first, byPlatform(accounts));
    notePosts(tables, first);
    noteCurrency(first, fold.hasOtherCurrencies(), accounts.currency());
    return folded(
        tables,
        tables,
        accounts,
        fold,
        (account, platform) -> new PostOrigins(fold).of(fold.keys().get(account)));
  }

  /** The first table is of accounts, the others of posts. */
  private AccountList joined(List<InputTable> tables) {
    InputTable first = tables.get(0);
    List<InputTable> posts = tables.subList(1, tables.size());
    Map<Integer, Set<String>> names = Join.names(first);
    int joining = -1;
    for (InputTable table : posts) {
      Join join = Join.find(first, names, table);
      if (joining >= 0 && joining != join.account()) {
        throw new InputException(
            "tables of posts must find their accounts by one column of %s, %s does by %s and those before it by %s: say --map id=COLUMN"
                .formatted(
                    first.name(),
                    table.name(),
                    first.notes().get(0).name(join.account()),
                    first.notes().get(0).name(joining)));
      }
      joining = join.account();
      first.nameBy(joining);
      table.nameBy(join.post());
    }
    AccountsBuilder accounts = accounts(first);
    Map<String, Set<Platform>> ids = new HashMap<>();
    Map<String, String> keys = new HashMap<>();
    for (int row = 0; row < accounts.size(); row++) {
      String id = accounts.id(row);
      ids.computeIfAbsent(id, key -> EnumSet.noneOf(Platform.class)).add(accounts.platform(row));
      keys.putIfAbsent(AccountName.key(id), id);
    }
    PostFold fold = new PostFold(options, areTimed(posts));
    for (InputTable table : posts) {
      table.forEach(
          progress,
          id -> ids.containsKey(id) ? id : keys.getOrDefault(AccountName.key(id), id),
          id -> ids.getOrDefault(id, Set.of()),
          (row, post) -> fold.add(table, row, post));
    }
    ProfileColumns rows = accounts.build();
    for (int row = 0; row < rows.size(); row++) {
      Influencer account = rows.get(row);
      if (fold.hasPosts(AccountKey.of(account))) {
        accounts.set(row, fold.with(account));
      }
    }
    ProfileColumns profiles = accounts.build();
    noteAccounts(first);
    notePosts(tables, first);
    Origins origins = new Origins(first, accounts.lines());
    return folded(
        tables,
        posts,
        profiles,
        fold,
        (account, platform) ->
            new PostOrigins(fold)
                .of(
                    AccountKey.of(profiles.get(account)),
                    origins.of(account, platform),
                    PostFold.ofRow(rows.get(account))));
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
    return table.columns().any().post().orElseThrow().time().isPresent();
  }

  private void notePosts(List<InputTable> tables, InputTable first) {
    for (int i = 1; i < tables.size(); i++) {
      InputTable table = tables.get(i);
      boolean same = used(table).equals(used(tables.get(i - 1)));
      notes.posts(table, first.name(), same);
    }
  }

  private static List<AccountList.ColumnUse> uses(InputTable table) {
    return table.notes().stream()
        .flatMap(
            notes ->
                notes.uses().stream()
                    .map(
                        use ->
                            new AccountList.ColumnUse(
                                table.name(),
                                notes.network().map(Platform::displayName).orElse(""),
                                use)))
        .toList();
  }

  private static List<String> used(InputTable table) {
    return table.notes().stream().flatMap(each -> each.used().stream()).toList();
  }

  private AccountList folded(
      List<InputTable> tables,
      List<InputTable> posts,
      ProfileColumns accounts,
      PostFold fold,
      BiFunction<Integer, Platform, List<Origin>> origins) {
    notes.fold(
        fold,
        posts.stream().mapToInt(table -> table.tally().read()).sum(),
        accounts.size(),
        counted(fold, posts));
    return reading(
        tables,
        accounts,
        fold.histories(),
        new AccountList.Sponsored(
            fold.hasSponsored(), fold.hasSponsored() ? fold.unmarked() : 0, fold::sponsored),
        origins);
  }

  private String counted(PostFold fold, List<InputTable> posts) {
    if (!fold.isTimed()) {
      return "at an unknown time: the posts have an order, 0 for the newest, and no times";
    }
    if (options.countedAt().isEmpty()) {
      notes.believe("the posts were counted at their newest time: say --counted-at");
    }
    return options.countedAt().isPresent()
        ? fold.countedAt() + ", as you say"
        : "%s, the newest time in the %s, assumed; say --counted-at if it was later"
            .formatted(moment(fold.countedAt()), posts.size() == 1 ? "file" : "files");
  }

  /** A date without a time is over when its day is. */
  private static String moment(Instant at) {
    String text = at.toString();
    return text.endsWith(LAST_OF_A_DAY)
        ? "the end of " + text.substring(0, text.length() - LAST_OF_A_DAY.length())
        : text;
  }

  private AccountList reading(
      List<InputTable> tables,
      ProfileColumns accounts,
      Map<Influencer, PostHistory> histories,
      AccountList.Sponsored sponsored,
      BiFunction<Integer, Platform, List<Origin>> origins) {
    for (InputTable table : tables) {
      table.sheet().requireUnchanged();
      if (table.isPlacedByFileName()) {
        notes.believe("the platform is that of the file name: say --platform");
      }
      if (!table.sheet().encodingHint().isEmpty()) {
        notes.believe(table.sheet().encodingHint());
      }
    }
    InputTable.requireFewRejects(tables, options.maxRejects());
    Set<String> fields = new LinkedHashSet<>();
    for (InputTable table : tables) {
      table.columns().byNetwork().values().forEach(roles -> fields.addAll(fields(roles)));
      table.columns().common().ifPresent(roles -> fields.addAll(fields(roles)));
    }
    InputTable first = tables.get(0);
    return new AccountList(
        first.name(),
        accounts,
        accounts.size() == 0 ? first.tally().platforms().keySet() : accounts.platforms(),
        rejects(tables),
        tables.stream().flatMap(table -> table.tally().rejects().kinds().stream()).toList(),
        tables.stream().flatMap(table -> table.sheet().fileNames().stream()).toList(),
        tables.stream().mapToInt(table -> table.tally().rows()).sum(),
        tables.stream().filter(InputTable::isPosts).mapToInt(table -> table.tally().read()).sum(),
        notes.toList(),
        List.copyOf(fields),
        histories,
        sponsored,
        tables.stream().flatMap(table -> table.columns().questions().stream()).toList(),
        tables.stream().flatMap(table -> uses(table).stream()).toList(),
        List.copyOf(shares),
        notes.assumptions(),
        tables.stream()
            .flatMap(table -> table.columns().readings().stream())
            .collect(Collectors.toSet()),
        origins);
  }

  private static List<RejectedRow> rejects(List<InputTable> tables) {
    List<RejectedRows> all = tables.stream().map(table -> table.tally().rejects()).toList();
    return all.size() == 1 ? all.get(0) : RejectedRows.of(all);
  }

  private static List<String> fields(ColumnRoles columns) {
    List<String> fields = new ArrayList<>();
    columns.numbers().keySet().forEach(field -> fields.add(field.label()));
    columns.dimensions().forEach(column -> fields.add(column.field().label()));
    columns.shares().forEach(share -> fields.add(share.share().toString()));
    return fields;
  }

  private static Map<Platform, Long> byPlatform(ProfileColumns accounts) {
    Map<Platform, Long> counts = new EnumMap<>(Platform.class);
    for (int row = 0; row < accounts.size(); row++) {
      counts.merge(accounts.platform(row), 1L, Long::sum);
    }
    return counts;
  }

  private void noteCurrency(InputTable table, boolean others, String currency) {
    if (others) {
      notes.point("prices in another currency than %s are taken as unknown".formatted(currency));
    }
    ColumnRoles.Numeric price = table.columns().any().numbers().get(Field.PRICE);
    if (price != null
        && price.currency().isEmpty()
        && table.columns().any().currency().isEmpty()
        && options.currency().isEmpty()) {
      notes.point("prices without a currency are taken as unknown");
    }
  }
}
