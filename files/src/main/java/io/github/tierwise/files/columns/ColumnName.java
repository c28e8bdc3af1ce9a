package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column is by its name: a noun that real files use, and words around it such as {@code avg}
 * or {@code total}. Case, spaces and punctuation do not count.
 */
final class ColumnName {

  /** What a word around the noun says. */
  private enum Mark {
    NOTHING,
    MEAN,
    TOTAL,
    AUTHENTIC,
    PERCENT
  }

  private record Noun(Field field, int preference) {}

  private record Word(String text, Mark mark) {}

  private static final Map<String, Noun> NOUNS = new HashMap<>();
  private static final List<Word> WORDS = new ArrayList<>();

  static {
    nouns(Field.ID, 0, "username", "user", "handle", "account", "accountname", "accounthandle");
    nouns(Field.ID, 0, "screenname", "channelinfo", "channelhandle", "profile", "nickname");
    nouns(Field.ID, 1, "id", "accountid", "userid", "influencerid", "channelid", "profileid");
    nouns(Field.ID, 2, "name", "fullname", "displayname", "profilename", "channelname", "channel");
    nouns(Field.ID, 2, "influencer", "influencername", "creator", "creatorname", "instaname");
    nouns(Field.ID, 2, "instagramname", "influencerinstaname", "tiktoker", "tiktokername");
    nouns(Field.ID, 2, "tiktokname", "youtuber", "youtubername", "youtubechannel", "youtubename");
    nouns(Field.PLATFORM, 0, "platform", "network", "socialnetwork", "socialmedia");
    nouns(Field.FOLLOWERS, 0, "followers", "follower", "subscribers", "subscriber", "subs", "fans");
    nouns(Field.POSTS, 0, "posts", "postcount", "videos", "videocount", "vids", "uploads");
    nouns(Field.POSTS, 0, "mediacount", "numberofposts", "numberofvideos");
    nouns(Field.LIKES, 1, "likes", "like", "hearts");
    nouns(Field.COMMENTS, 1, "comments", "comment", "replies");
    nouns(Field.SHARES, 1, "shares", "share", "reposts", "retweets", "forwards");
    nouns(Field.SAVES, 1, "saves", "save", "bookmarks");
    nouns(Field.VIEWS, 1, "views", "view", "plays", "play");
    nouns(Field.ENGAGEMENTS, 1, "engagements", "engagement", "eng", "interactions");
    nouns(Field.ENGAGEMENT_RATE, 0, "engagementrate", "engrate", "er", "interactionrate");
    nouns(Field.ENGAGEMENT_RATE, 0, "engagementratebyfollowers", "erbyfollowers");
    nouns(Field.CLICKS, 0, "clicks", "linkclicks");
    nouns(Field.CONVERSIONS, 0, "conversions", "conversion", "orders", "purchases", "signups");
    nouns(Field.PRICE, 0, "price", "fee", "ratecard", "quote", "cost", "postprice", "priceperpost");
    nouns(Field.PRICE, 0, "costperpost", "feeperpost", "rateperpost", "postrate");
    nouns(Field.CURRENCY, 0, "currency", "currencycode");
    nouns(Field.COUNTRY, 0, "country", "countrycode", "audiencecountry", "audiencecountrymostly");
    nouns(Field.COUNTRY, 0, "maincountry", "topcountry", "countries");
    nouns(Field.COUNTRY, 1, "region");
    nouns(Field.TOPIC, 0, "category", "categories", "niche", "niches", "topic", "topics", "genre");
    nouns(Field.TOPIC, 0, "categoryname", "vertical");
    nouns(Field.TIME, 0, "createtime", "createdat", "createdutc", "created", "creationtime");
    nouns(Field.TIME, 0, "publishedat", "published", "publishtime", "publishdate", "postedat");
    nouns(Field.TIME, 0, "posted", "postdate", "posttime", "postedon", "uploadedat", "uploaddate");
    nouns(Field.TIME, 0, "uploadtime", "takenat", "takenattimestamp", "publicationdate");
    nouns(Field.TIME, 1, "datetime", "timestamp", "date", "time");
    nouns(Field.ORDER, 0, "postindex", "postorder", "postposition");
    nouns(Field.ORDER, 1, "index");
    nouns(Field.POST_ID, 0, "postid", "videoid", "mediaid", "reelid", "shortcode");
    nouns(Field.POST_ID, 0, "awemeid", "itemid", "posturl", "videourl", "permalink");
    words(Mark.MEAN, "avg", "awg", "average", "mean", "median", "perpost", "pervideo", "perreel");
    words(Mark.TOTAL, "total", "alltime", "lifetime", "overall", "sum");
    words(Mark.AUTHENTIC, "authentic", "auth");
    words(Mark.PERCENT, "percent", "percentage", "pct");
    words(Mark.NOTHING, "n", "no", "num", "number", "numbers", "numberof", "count", "counts");
    words(Mark.NOTHING, "value", "values", "user", "of", "account", "instagram", "insta", "ig");
    words(Mark.NOTHING, "tiktok", "youtube", "yt", "twitter", "current", "post", "video");
  }

  /** A number of days, as in {@code 60_day_eng_rate}. */
  private static final String PERIOD = "\\d{1,3}d(ays?)?";

  private static final Pattern ABBREVIATED_RATE =
      Pattern.compile("(?<!\\p{L})er(?!\\p{L})", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 60;

  private ColumnName() {}

  private static void nouns(Field field, int preference, String... names) {
    for (String name : names) {
      NOUNS.put(name, new Noun(field, preference));
    }
  }

  private static void words(Mark mark, String... words) {
    for (String word : words) {
      WORDS.add(new Word(word, mark));
    }
  }

  /** Lower case, letters and digits only: two headers with the same key are the same name. */
  static String key(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** What a header says; empty if no noun is known in it. */
  static Optional<ColumnMeaning> meaning(String header) {
    Optional<ColumnMeaning> price = withCurrency(header);
    return price.isPresent() ? price : meaning(header, "");
  }

  private static Optional<ColumnMeaning> meaning(String header, String currency) {
    String key = key(header);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    Optional<Noun> noun = peel(key, marks);
    if (noun.isEmpty()) {
      // category_1, Category-2
      noun = peel(key.replaceFirst("\\d$", ""), marks).filter(n -> n.field() == Field.TOPIC);
    }
    if (noun.isPresent() && key.contains("er") && isOnlyLetters(noun.get(), key, header)) {
      return Optional.empty();
    }
    if (header.contains("%")) {
      marks.add(Mark.PERCENT);
    }
    return noun.map(n -> meaning(n, marks, currency));
  }

  /** ER counts only as a word of its own, or "poster" would be a rate. */
  private static boolean isOnlyLetters(Noun noun, String key, String header) {
    return noun.field() == Field.ENGAGEMENT_RATE
        && !key.contains("rate")
        && !ABBREVIATED_RATE.matcher(header).find();
  }

  private static ColumnMeaning meaning(Noun noun, Set<Mark> marks, String currency) {
    boolean mean = marks.contains(Mark.MEAN);
    boolean perPost = noun.field().isMeanPerPost();
    int preference = noun.preference();
    if (perPost && mean) {
      preference = 0;
    }
    if (marks.contains(Mark.AUTHENTIC)) {
      preference = 2;
    }
    return new ColumnMeaning(
        noun.field(),
        preference,
        mean,
        perPost && marks.contains(Mark.TOTAL),
        marks.contains(Mark.PERCENT),
        currency);
  }

  /** A price whose name has a currency in it: {@code price (EUR)}, {@code fee €}. */
  private static Optional<ColumnMeaning> withCurrency(String header) {
    for (String token : header.strip().split("[\\s()_\\[\\]/:,-]+", -1)) {
      Optional<String> code = NumberParser.currency(token);
      if (code.isPresent()) {
        Optional<ColumnMeaning> rest = meaning(header.replace(token, " "), code.get());
        if (rest.isPresent() && rest.get().field() == Field.PRICE) {
          return rest;
        }
      }
    }
    return Optional.empty();
  }

  /** Takes known words off both ends until a noun is left. */
  private static Optional<Noun> peel(String rest, Set<Mark> marks) {
    return rest.length() > LONGEST ? Optional.empty() : peel(rest, marks, new HashSet<>());
  }

  /** Remembers what led nowhere, or a long name would take forever. */
  private static Optional<Noun> peel(String rest, Set<Mark> marks, Set<String> tried) {
    if (!tried.add(rest)) {
      return Optional.empty();
    }
    Noun noun = NOUNS.get(rest);
    if (noun != null) {
      return Optional.of(noun);
    }
    String withoutPeriod = rest.replaceFirst("^" + PERIOD + "|" + PERIOD + "$", "");
    if (!withoutPeriod.equals(rest) && !withoutPeriod.isEmpty()) {
      return peel(withoutPeriod, marks, tried);
    }
    for (Word word : WORDS) {
      int length = word.text().length();
      if (rest.length() > length) {
        Optional<Noun> found = Optional.empty();
        if (rest.startsWith(word.text())) {
          found = peel(rest.substring(length), marks, tried);
        }
        if (found.isEmpty() && rest.endsWith(word.text())) {
          found = peel(rest.substring(0, rest.length() - length), marks, tried);
        }
        if (found.isPresent()) {
          marks.add(word.mark());
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
