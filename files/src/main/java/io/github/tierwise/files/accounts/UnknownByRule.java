package io.github.tierwise.files.accounts;

import io.github.tierwise.profile.Measure;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers that stand for "unknown", told by their own row alone: what other rows say changes
 * nothing. How often each rule spoke is counted.
 */
final class UnknownByRule {

  /** Why a number that is there is not known. */
  enum Rule {
    MINUS_ONE("-1 stands for unknown"),
    LARGEST(
        "2147483647 and the like, the largest numbers that a field can have, stand for unknown"),
    NO_FOLLOWERS("0 followers are unknown followers"),
    LIKES_HIDDEN("0 likes beside 10 comments or more are hidden likes"),
    NO_VIEWS("0 views beside likes, comments or other counts are unknown views"),
    RATE_HIDDEN("a rate of 0 of 10,000 followers or more, without any count, is unknown"),
    SHARES_ABOVE_ONE("shares of one dimension that exceed 1.02 together are unknown");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    /** The rule as a sentence. */
    String words() {
      return words;
    }
  }

  private static final double COMMENTS_OF_HIDDEN_LIKES = 10;
  private static final double FOLLOWERS_OF_HIDDEN_RATE = 10_000;

  /** So many comments a like, and so few likes, may be likes that are hidden (own defaults). */
  private static final double COMMENTS_A_LIKE = 10;

  private static final double FEW_LIKES = 3;

  private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
  private int fewLikes;

  /** The largest whole numbers of 32 and 64 bits, with and without a sign. */
  private static final double[] LARGEST_NUMBERS = {0x1p31 - 1, 0x1p32 - 1, 0x1p63, 0x1p64};

  /** What the last row that was looked at says of its numbers, and of which shares. */
  private final Map<Measure, Rule> forgotten = new EnumMap<>(Measure.class);

  private final Set<String> dimensions = new HashSet<>();

  /** The rule by which a number of the last row is unknown. */
  Optional<Rule> forgotten(Measure measure) {
    return Optional.ofNullable(forgotten.get(measure));
  }

  /** Whether shares of this dimension were ever unknown. */
  boolean hasForgotten(String dimension) {
    return dimensions.contains(dimension);
  }

  void countShares(String dimension) {
    dimensions.add(dimension);
    count(Rule.SHARES_ABOVE_ONE);
  }

  /** How often each rule spoke. */
  Map<Rule, Integer> counts() {
    return counts;
  }

  /** How many rows have so few likes for their comments that likes may be hidden. */
  int fewLikes() {
    return fewLikes;
  }

  /** Whether a number is what an unknown one becomes in a field that is too small. */
  static boolean isLargest(double value) {
    if (value >= LARGEST_NUMBERS[0]) {
      for (double largest : LARGEST_NUMBERS) {
        if (value == largest) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds how often each rule spoke elsewhere. */
  void add(UnknownByRule other) {
    other.counts.forEach((rule, count) -> counts.merge(rule, count, Integer::sum));
    fewLikes += other.fewLikes;
  }

  void count(Rule rule) {
    counts.merge(rule, 1, Integer::sum);
  }

  /** Whether {@link #apply} may have anything to say of a row. */
  static boolean maySpeak(double followers, double likes, double comments, double views) {
    return followers == 0
        || views == 0
        || (likes <= FEW_LIKES && comments >= COMMENTS_A_LIKE * likes);
  }

  /** Forgets what a row contradicts itself. */
  void apply(AccountRow row) {
    forgotten.clear();
    if (row.get(Measure.FOLLOWERS) == 0) {
      forget(row, Measure.FOLLOWERS, Rule.NO_FOLLOWERS);
    }
    double likes = row.get(Measure.LIKES);
    double comments = row.get(Measure.COMMENTS);
    if (likes == 0 && comments >= COMMENTS_OF_HIDDEN_LIKES) {
      forget(row, Measure.LIKES, Rule.LIKES_HIDDEN);
    } else if (likes > 0 && likes <= FEW_LIKES && comments >= COMMENTS_A_LIKE * likes) {
      fewLikes++;
    }
    if (row.get(Measure.VIEWS) == 0
        && (row.get(Measure.LIKES) >= 1
            || comments >= 1
            || row.get(Measure.SHARES) >= 1
            || row.get(Measure.SAVES) >= 1
            || row.get(Measure.ENGAGEMENTS) >= 1)) {
      forget(row, Measure.VIEWS, Rule.NO_VIEWS);
    }
  }

  private void forget(AccountRow row, Measure measure, Rule rule) {
    row.set(measure, Double.NaN);
    forgotten.put(measure, rule);
    count(rule);
  }

  /** Whether a rate of exactly 0 is a rate that is not known. */
  boolean isHiddenRate(double rate, AccountRow row) {
    boolean hidden =
        rate == 0
            && row.get(Measure.FOLLOWERS) >= FOLLOWERS_OF_HIDDEN_RATE
            && Double.isNaN(row.get(Measure.LIKES))
            && Double.isNaN(row.get(Measure.COMMENTS))
            && Double.isNaN(row.get(Measure.ENGAGEMENTS));
    if (hidden) {
      count(Rule.RATE_HIDDEN);
    }
    return hidden;
  }
}
