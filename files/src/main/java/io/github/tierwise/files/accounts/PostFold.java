package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.Marker;
import io.github.tierwise.files.cells.Moment;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.cells.TextPool;
import io.github.tierwise.files.cells.Times;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one account of its posts: means over the last 30, the level by the platform's standard
 * formula, and of what only an account has, such as followers, the newest that is known.
 */
final class PostFold {

  /** Means are over so many posts, as the level is. */
  private static final int LAST_POSTS = 30;

  private static final List<Measure> PER_POST =
      List.of(
          Measure.LIKES,
          Measure.COMMENTS,
          Measure.SHARES,
          Measure.SAVES,
          Measure.VIEWS,
          Measure.ENGAGEMENTS);

  private static final List<Measure> OF_ACCOUNT =
      List.of(Measure.FOLLOWERS, Measure.CLICKS, Measure.CONVERSIONS);

  /** What is kept of a post: the numbers above, in their order. */
  private static final List<Measure> KEPT =
      Stream.concat(PER_POST.stream(), OF_ACCOUNT.stream()).toList();

  /**
   * From the oldest post to the newest. Of posts of one moment without an order the one with fewest
   * engagements counts as the newest: in whatever order a file has them, the result is the same.
   */
  private static final Comparator<Post> BY_AGE =
      Comparator.comparing(Post::at)
          .thenComparing(Comparator.comparingDouble(Post::order).reversed())
          .thenComparing(Comparator.comparingDouble(Post::engagements).reversed())
          .thenComparing(Post::counts, Arrays::compare)
          .thenComparing(Post::sponsored);

  /**
   * A post.
   *
   * @param at when it was published; if no times are known, always the same
   * @param order how many posts are newer, if no times are known
   * @param engagements its engagements by the platform's standard formula
   * @param atLeast whether interactions that count are unknown
   * @param counts the numbers that are kept
   * @param sponsored whether it is marked as sponsored
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Post(
      Instant at,
      double order,
      double engagements,
      boolean atLeast,
      double[] counts,
      Marker sponsored) {
    double get(Measure measure) {
      return counts[KEPT.indexOf(measure)];
    }
  }

  /** The posts of an account. */
  private static final class Posts {
    private final List<Post> all = new ArrayList<>();
    private Post newest;
    private Span newestAt;
    private final List<Span> spans = new ArrayList<>();

    /** The row of the newest post, read as if it were an account with this one post. */
    private Influencer row;

    Posts(Post first, Influencer row, Span at) {
      newest = first;
      this.row = row;
      newestAt = at;
      all.add(first);
      spans.add(at);
    }

    void add(Post post, Influencer itsRow, Span at) {
      all.add(post);
      Span before = spans.get(spans.size() - 1);
      if (before.isInFileOf(at)) {
        spans.set(spans.size() - 1, before.to(at));
      } else {
        spans.add(at);
      }
      int later = BY_AGE.compare(post, newest);
      // Posts that are alike may differ in what is said of the account: any choice will do that
      // does not hang on their order in the file.
      if (later > 0 || (later == 0 && itsRow.hashCode() < row.hashCode())) {
        newest = post;
        row = itsRow;
        newestAt = at;
      }
    }
  }

  /**
   * Where posts of an account are.
   *
   * @param first the line of the first
   * @param last the line of the last
   * @param posts how many there are; there may be others between them
   */
  record Span(InputTable table, long first, long last, int posts) {
    private boolean isInFileOf(Span next) {
      return table == next.table && Sheet.areInOneFile(first, next.first);
    }

    private Span to(Span next) {
      return new Span(table, first, next.last, posts + next.posts);
    }
  }

  /**
   * What the posts of an account gave.
   *
   * @param rules how they became each number that they gave
   * @param newest where the newest is
   */
  record Given(Map<Measure, String> rules, List<Span> spans, Span newest) {}

  private static final Duration A_DAY = Duration.ofDays(1);

  /** Of all posts, where no times are known. */
  private static final Moment AT_ONCE = new Moment(Instant.EPOCH, Instant.EPOCH);

  private final ReadOptions options;
  private final boolean timed;
  private final Map<AccountKey, Posts> posts = new LinkedHashMap<>();

  /** The posts whose ids are known, and where they are. */
  private final TextPool ids = new TextPool();

  private final List<Sheet.Place> places = new ArrayList<>();
  private final Map<Influencer, PostHistory> histories = new HashMap<>();
  private final Set<Platform> platforms = EnumSet.noneOf(Platform.class);
  private final Set<AudienceShare> shares = new LinkedHashSet<>();
  private Instant newest = Instant.EPOCH;
  private String currency = "";
  private boolean otherCurrencies;
  private int made;
  private int withoutCounts;
  private long postsAtLeast;
  private int accountsAtLeast;
  private int otherFollowers;
  private int roundedIds;
  private int withoutAge;

  /** The accounts that were made: their own rows, where they have one, and their posts. */
  private final List<Made> all = new ArrayList<>();

  /** Whether a post is said not to be sponsored; then one without a word is not known to be. */
  private boolean saysNo;

  private boolean hasSponsored;

  private record Made(Influencer base, boolean hasRow, Posts own) {}

  /**
   * A fold.
   *
   * @param timed whether the times of posts are known, or only their order
   */
  PostFold(ReadOptions options, boolean timed) {
    this.options = options;
    this.timed = timed;
  }

  /** Adds a post unless it was there before. */
  void add(InputTable table, Row row, AccountRow counts) throws RowReader.RejectedException {
    ColumnRoles.Post where = table.columns().any().post().orElseThrow();
    hasSponsored |= where.sponsored().isPresent();
    Moment moment = timed ? moment(row, where) : AT_ONCE;
    Instant at = moment.earliest();
    double order = order(row, where);
    AccountKey account = new AccountKey(counts.platform(), counts.id());
    String id = text(row, where.id());
    if (AccountName.isRounded(id)) {
      roundedIds++;
    } else if (!NumberParser.isUnknown(id)) {
      int found = ids.add(account.platform().name() + ' ' + account.id() + '\n' + id);
      if (found < places.size()) {
        throw new RowReader.RejectedException(
            "post %s was already on line %d of %s"
                .formatted(Quote.of(id), places.get(found).line(), places.get(found).file()),
            where.id());
      }
      places.add(table.sheet().place(row.line()));
    }
    newest = moment.latest().isAfter(newest) ? moment.latest() : newest;
    Influencer asAccount = counts.toInfluencer();
    shares.addAll(counts.others().keySet());
    EngagementModel model = EngagementModels.standard(account.platform());
    Post post =
        new Post(
            at,
            order,
            model.engagements(asAccount),
            model.isLowerBound(asAccount),
            KEPT.stream().mapToDouble(counts::get).toArray(),
            Marker.parse(text(row, where.sponsored())));
    saysNo |= post.sponsored() == Marker.NO;
    Posts own = posts.get(account);
    Span place = new Span(table, row.line(), row.line(), 1);
    if (own == null) {
      posts.put(account, new Posts(post, asAccount, place));
    } else {
      own.add(post, asAccount, place);
    }
  }

  private static String text(Row row, OptionalInt column) {
    return column.isPresent() ? row.cell(column.getAsInt()).strip() : "";
  }

  private Moment moment(Row row, ColumnRoles.Post where) throws RowReader.RejectedException {
    String text = text(row, where.time());
    Moment at =
        Times.parse(text, where.dates())
            .orElseThrow(
                () ->
                    new RowReader.RejectedException(
                        "time must be %s, was %s".formatted(Times.OFFERED, Quote.of(text)),
                        where.time()));
    if (options.countedAt().isPresent() && at.earliest().isAfter(options.countedAt().get())) {
      throw new RowReader.RejectedException(
          "time must be at or before %s, when posts were counted, was %s"
              .formatted(options.countedAt().get(), at.earliest()),
          where.time());
    }
    Instant tomorrow = options.clock().instant().plus(A_DAY);
    if (at.earliest().isAfter(tomorrow)) {
      throw new RowReader.RejectedException(
          "time must not lie in the future, was %s".formatted(at.earliest()), where.time());
    }
    return at;
  }

  /** How many posts are newer; where times tell, it is only looked at for posts of one moment. */
  private double order(Row row, ColumnRoles.Post where) throws RowReader.RejectedException {
    String text = text(row, where.order());
    NumberParser.Cell cell = NumberParser.parse(text, NumberParser.Mark.DOT);
    if (cell.isNumber()) {
      return cell.value();
    }
    if (timed) {
      return 0;
    }
    throw new RowReader.RejectedException(
        "order must be a number, 0 for the newest post, was " + Quote.of(text), where.order());
  }

  /** The shares that cells of rows gave together. */
  Set<AudienceShare> shares() {
    return shares;
  }

  boolean isTimed() {
    return timed;
  }

  /** When the posts were counted: by the caller's word, else the newest time of all posts. */
  Instant countedAt() {
    return options.countedAt().orElse(newest);
  }

  /** How many posts have an id that a spreadsheet has rounded, which names none. */
  int roundedIds() {
    return roundedIds;
  }

  /** How many accounts have no post that is older than a day when it was assumed to be counted. */
  int withoutAge() {
    return withoutAge;
  }

  boolean isEmpty() {
    return posts.isEmpty();
  }

  /** The accounts that have posts, in the order in which they came, with prices in one currency. */
  List<Influencer> accounts() {
    return posts.values().stream().map(own -> account(Optional.empty(), own)).toList();
  }

  /** Whether there were prices in other currencies than the first account's; they are unknown. */
  boolean hasOtherCurrencies() {
    return otherCurrencies;
  }

  /** How many accounts were made of their posts. */
  int made() {
    return made;
  }

  /** The platforms of these accounts. */
  Set<Platform> platforms() {
    return platforms;
  }

  boolean hasPosts(AccountKey account) {
    return posts.containsKey(account);
  }

  /** The accounts in the order in which they came. */
  List<AccountKey> keys() {
    return List.copyOf(posts.keySet());
  }

  /** What of an account's own row goes before its posts. */
  static Set<Measure> ofRow(Influencer row) {
    Set<Measure> known = EnumSet.noneOf(Measure.class);
    OF_ACCOUNT.stream().filter(each -> !Double.isNaN(row.get(each))).forEach(known::add);
    return known;
  }

  /** What the posts gave of an account that has some, and how. */
  Given given(AccountKey account) {
    Posts own = Objects.requireNonNull(posts.get(account), "posts");
    List<Post> sorted = sorted(own);
    List<Post> last = last(sorted);
    int all = sorted.size();
    String whole = all > last.size() ? "the last %d posts".formatted(LAST_POSTS) : posts(all);
    Map<Measure, String> rules = new EnumMap<>(Measure.class);
    for (Measure measure : PER_POST) {
      long known = last.stream().filter(post -> !Double.isNaN(post.get(measure))).count();
      if (known > 0) {
        rules.put(measure, "mean of " + (known == last.size() ? "" : known + " of ") + whole);
      }
    }
    for (Measure measure : OF_ACCOUNT) {
      if (!Double.isNaN(newestKnown(sorted, measure))) {
        rules.put(measure, "newest known of " + posts(all));
      }
    }
    rules.put(Measure.POSTS, all > last.size() ? "counted up to " + LAST_POSTS : "counted");
    return new Given(rules, List.copyOf(own.spans), own.newestAt);
  }

  private static String posts(int count) {
    return NumberText.of(count, "post");
  }

  private static List<Post> sorted(Posts own) {
    List<Post> sorted = new ArrayList<>(own.all);
    sorted.sort(BY_AGE);
    return sorted;
  }

  private static List<Post> last(List<Post> sorted) {
    return sorted.subList(Math.max(0, sorted.size() - LAST_POSTS), sorted.size());
  }

  /** The account with what its posts tell; itself if it has none. */
  Influencer with(Influencer account) {
    Posts own = posts.get(AccountKey.of(account));
    return own == null ? account : account(Optional.of(account), own);
  }

  /** The posts of the accounts that were made. */
  Map<Influencer, PostHistory> histories() {
    return histories;
  }

  /** How many posts have no counts and so are in no level. */
  int withoutCounts() {
    return withoutCounts;
  }

  /** How many accounts have a level that may be higher, since their posts lack interactions. */
  int accountsAtLeast() {
    return accountsAtLeast;
  }

  /** How many posts of these accounts lack interactions that count. */
  long postsAtLeast() {
    return postsAtLeast;
  }

  /** How many accounts have different followers in different rows. */
  int otherFollowers() {
    return otherFollowers;
  }

  private Influencer account(Optional<Influencer> row, Posts own) {
    List<Post> sorted = sorted(own);
    Influencer base = row.orElse(own.row);
    Influencer.Builder account = base.toBuilder();
    if (currency.isEmpty()) {
      currency = base.currency();
    } else if (!base.currency().isEmpty() && !base.currency().equals(currency)) {
      // Amounts cannot be compared with those in the currency of the first.
      account.set(Measure.PRICE, Double.NaN);
      otherCurrencies = true;
    }
    setNumbers(account, base, sorted);
    if (row.isEmpty() && followers(sorted) > 1) {
      otherFollowers++;
    }
    Optional<PostHistory> history = history(sorted);
    withoutCounts += sorted.size() - history.map(found -> found.posts().size()).orElse(0);
    history.ifPresent(
        found -> {
          withoutAge += isYoung(found) ? 1 : 0;
          if (setLevel(account, base.platform(), found) > 0) {
            accountsAtLeast++;
            postsAtLeast += found.posts().stream().filter(PostHistory.Post::atLeast).count();
          }
        });
    Influencer whole = account.build();
    made++;
    platforms.add(whole.platform());
    history.ifPresent(found -> histories.put(whole, found));
    all.add(new Made(base, row.isPresent(), own));
    return whole;
  }

  /** The means of posts, and what else they tell of their account. */
  private static void setNumbers(Influencer.Builder account, Influencer base, List<Post> sorted) {
    List<Post> last = last(sorted);
    for (Measure measure : PER_POST) {
      double mean = mean(last, measure);
      if (!Double.isNaN(mean)) {
        account.set(measure, mean);
      }
    }
    for (Measure measure : OF_ACCOUNT) {
      if (Double.isNaN(base.get(measure))) {
        account.set(measure, newestKnown(sorted, measure));
      }
    }
    account.set(Measure.POSTS, last.size());
  }

  /** Sets the level, and tells by how much it may be higher. */
  private double setLevel(Influencer.Builder account, Platform platform, PostHistory history) {
    LevelEstimator known = estimator(platform);
    LevelEstimator estimator = isYoung(history) ? known.ageless() : known;
    Level level = estimator.level(history);
    double open = estimator.open(history);
    account.level(
        EngagementModels.standard(platform).formula(),
        level.log(),
        level.variance(),
        level.deviation(),
        open);
    return open;
  }

  /** Whether some column marks posts as sponsored. */
  boolean hasSponsored() {
    return hasSponsored;
  }

  /** How many posts are neither said to be sponsored nor not to be. */
  long unmarked() {
    return posts.values().stream()
        .flatMap(own -> own.all.stream())
        .filter(post -> marker(post) == Marker.UNKNOWN)
        .count();
  }

  private Marker marker(Post post) {
    return post.sponsored() != Marker.BLANK
        ? post.sponsored()
        : saysNo ? Marker.UNKNOWN : Marker.NO;
  }

  /** The sponsored posts with counts that have an earlier one with counts that is not sponsored. */
  List<SponsoredPost> sponsored() {
    List<SponsoredPost> found = new ArrayList<>();
    for (Made each : all) {
      List<Post> before = new ArrayList<>();
      for (Post post : sorted(each.own)) {
        Marker marker = marker(post);
        if (marker == Marker.NO) {
          before.add(post);
        } else if (marker == Marker.YES) {
          history(List.of(post))
              .ifPresent(
                  it ->
                      history(before)
                          .ifPresent(earlier -> found.add(sponsored(each, before, earlier, it))));
        }
      }
    }
    return found;
  }

  private SponsoredPost sponsored(
      Made account, List<Post> before, PostHistory earlier, PostHistory it) {
    Influencer.Builder builder = account.base.toBuilder();
    // The row may know what came later: all posts, or the newest.
    PER_POST.forEach(measure -> builder.set(measure, Double.NaN));
    if (!account.hasRow) {
      OF_ACCOUNT.forEach(measure -> builder.set(measure, Double.NaN));
    }
    setNumbers(builder, account.hasRow ? account.base : builder.build(), before);
    setLevel(builder, account.base.platform(), earlier);
    PostHistory.Post post = it.posts().get(0);
    return new SponsoredPost(builder.build(), earlier, post, it.age(post));
  }

  private static long followers(List<Post> own) {
    return own.stream()
        .mapToDouble(post -> post.get(Measure.FOLLOWERS))
        .filter(count -> !Double.isNaN(count))
        .distinct()
        .count();
  }

  private static double mean(List<Post> last, Measure measure) {
    return last.stream()
        .mapToDouble(post -> post.get(measure))
        .filter(count -> !Double.isNaN(count))
        .average()
        .orElse(Double.NaN);
  }

  private static double newestKnown(List<Post> sorted, Measure measure) {
    double known = Double.NaN;
    for (Post post : sorted) {
      double value = post.get(measure);
      known = Double.isNaN(value) ? known : value;
    }
    return known;
  }

  /** The posts whose engagements are known; empty if there is none. */
  private Optional<PostHistory> history(List<Post> sorted) {
    List<PostHistory.Post> known = new ArrayList<>();
    for (Post post : sorted) {
      if (!Double.isNaN(post.engagements())) {
        known.add(
            new PostHistory.Post(
                timed ? post.at() : PostHistory.UNKNOWN, post.engagements(), post.atLeast()));
      }
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostHistory(timed ? countedAt() : PostHistory.UNKNOWN, known));
  }

  /**
   * Whether no post is older than what is not known of its age: where the time of counting is only
   * assumed, a day, and no such post may be multiplied for its youth.
   */
  private boolean isYoung(PostHistory history) {
    return options.countedAt().isEmpty()
        && timed
        && history.posts().stream().noneMatch(post -> history.age(post) > 1);
  }

  /** The estimator of a platform. */
  LevelEstimator estimator(Platform platform) {
    return options.estimators().getOrDefault(platform, LevelEstimator.standard(platform));
  }
}
