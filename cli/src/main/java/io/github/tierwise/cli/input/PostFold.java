package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.Level;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

  /**
   * A row of a post.
   *
   * @param counts the row, read as if it were an account with this one post
   * @param at when it was published; if no times are known, always the same
   * @param order how many posts are newer, if no times are known
   */
  private record Post(Influencer counts, Instant at, double order) {}

  private record PostKey(AccountKey account, String id) {}

  private final AccountReader.Options options;
  private final boolean timed;
  private final Map<AccountKey, List<Post>> posts = new LinkedHashMap<>();
  private final Map<PostKey, String> places = new HashMap<>();
  private final Map<Influencer, PostHistory> histories = new HashMap<>();
  private Instant newest = Instant.EPOCH;
  private int withoutCounts;
  private int otherFollowers;

  /**
   * A fold.
   *
   * @param timed whether the times of posts are known, or only their order
   */
  PostFold(AccountReader.Options options, boolean timed) {
    this.options = options;
    this.timed = timed;
  }

  /** Adds a post unless it was there before. */
  void add(InputTable table, CsvRecord row, Influencer counts) throws RowReader.RejectedException {
    Columns.Post where = table.columns().post().orElseThrow();
    Instant at = timed ? time(text(row, where.time())) : Instant.EPOCH;
    double order = timed ? 0 : order(text(row, where.order()), table.columns().mark());
    AccountKey account = AccountKey.of(counts);
    String id = text(row, where.id());
    if (!Numbers.isUnknown(id)) {
      String place = "line %d of %s".formatted(row.getStartingLineNumber(), table.source().name());
      String before = places.putIfAbsent(new PostKey(account, id), place);
      if (before != null) {
        throw new RowReader.RejectedException("post %s was already on %s".formatted(id, before));
      }
    }
    newest = at.isAfter(newest) ? at : newest;
    posts.computeIfAbsent(account, key -> new ArrayList<>()).add(new Post(counts, at, order));
  }

  private static String text(CsvRecord row, OptionalInt column) {
    return column.isPresent() ? Sheet.cell(row, column.getAsInt()).strip() : "";
  }

  private Instant time(String text) throws RowReader.RejectedException {
    Optional<Instant> at = Times.parse(text);
    if (at.isEmpty()) {
      throw new RowReader.RejectedException(
          "time must be %s, was \"%s\"".formatted(Times.OFFERED, text));
    }
    if (options.countedAt().isPresent() && at.get().isAfter(options.countedAt().get())) {
      throw new RowReader.RejectedException(
          "time must be at or before %s, when posts were counted, was %s"
              .formatted(options.countedAt().get(), at.get()));
    }
    return at.get();
  }

  private static double order(String text, Numbers.Mark mark) throws RowReader.RejectedException {
    Numbers.Cell cell = Numbers.parse(text, mark);
    if (!cell.isNumber()) {
      throw new RowReader.RejectedException(
          "order must be a number, 0 for the newest post, was \"%s\"".formatted(text));
    }
    return cell.value();
  }

  boolean isTimed() {
    return timed;
  }

  /** When the posts were counted: by the caller's word, else the newest time of all posts. */
  Instant countedAt() {
    return options.countedAt().orElse(newest);
  }

  /** The accounts that have posts, in the order in which they came. */
  List<Influencer> accounts() {
    return posts.values().stream().map(own -> account(Optional.empty(), own)).toList();
  }

  boolean hasPosts(Influencer account) {
    return posts.containsKey(AccountKey.of(account));
  }

  /** The account with what its posts tell; itself if it has none. */
  Influencer with(Influencer account) {
    List<Post> own = posts.get(AccountKey.of(account));
    return own == null ? account : account(Optional.of(account), own);
  }

  /** The posts of the accounts that were made, if their times are known. */
  Map<Influencer, PostHistory> histories() {
    return histories;
  }

  /** How many posts have no counts and so are in no level. */
  int withoutCounts() {
    return withoutCounts;
  }

  /** How many accounts have different followers in different rows. */
  int otherFollowers() {
    return otherFollowers;
  }

  private Influencer account(Optional<Influencer> row, List<Post> own) {
    List<Post> sorted = new ArrayList<>(own);
    sorted.sort(
        Comparator.comparing(Post::at)
            .thenComparing(Comparator.comparingDouble(Post::order).reversed()));
    List<Post> last = sorted.subList(Math.max(0, sorted.size() - LAST_POSTS), sorted.size());
    Influencer newestRow = sorted.get(sorted.size() - 1).counts();
    Influencer base = row.orElse(newestRow);
    Influencer.Builder account = base.toBuilder();
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
    if (row.isEmpty() && followers(sorted) > 1) {
      otherFollowers++;
    }
    EngagementModel model = EngagementModels.standard(base.platform());
    Optional<PostHistory> history = history(sorted, model);
    history.ifPresent(
        found -> {
          Level level = estimator(base.platform()).level(found);
          account.level(model.formula(), level.log(), level.variance(), level.deviation());
        });
    Influencer made = account.build();
    if (timed) {
      history.ifPresent(found -> histories.put(made, found));
    }
    return made;
  }

  private static long followers(List<Post> own) {
    return own.stream()
        .mapToDouble(post -> post.counts().followers())
        .filter(count -> !Double.isNaN(count))
        .distinct()
        .count();
  }

  private static double mean(List<Post> last, Measure measure) {
    return last.stream()
        .mapToDouble(post -> post.counts().get(measure))
        .filter(count -> !Double.isNaN(count))
        .average()
        .orElse(Double.NaN);
  }

  private static double newestKnown(List<Post> sorted, Measure measure) {
    double known = Double.NaN;
    for (Post post : sorted) {
      double value = post.counts().get(measure);
      known = Double.isNaN(value) ? known : value;
    }
    return known;
  }

  /** The posts whose engagements are known; empty if there is none. */
  private Optional<PostHistory> history(List<Post> sorted, EngagementModel model) {
    List<PostHistory.Post> known = new ArrayList<>();
    for (Post post : sorted) {
      double engagements = model.engagements(post.counts());
      if (Double.isNaN(engagements)) {
        withoutCounts++;
      } else {
        known.add(new PostHistory.Post(post.at(), engagements));
      }
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(PostHistory.of(timed ? countedAt() : Instant.EPOCH, known));
  }

  /** The estimator of a platform; one that leaves ages out if none is known. */
  LevelEstimator estimator(Platform platform) {
    LevelEstimator known =
        options.estimators().getOrDefault(platform, LevelEstimator.standard(platform));
    return timed
        ? known
        : new LevelEstimator(
            0, known.deviation(), known.low(), known.middle(), known.high(), known.source());
  }
}
