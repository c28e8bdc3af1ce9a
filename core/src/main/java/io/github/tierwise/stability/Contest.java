package io.github.tierwise.stability;

import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Points;
import io.github.tierwise.internal.TopK;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether an account is among the best of a list, now and with something changed; by the order of
 * {@link io.github.tierwise.score.Ranking}: of equal scores the one that comes first in the list is
 * first. Immutable.
 */
final class Contest {

  private final Scorer scorer;
  private final Influencer account;
  private final int row;
  private final int places;
  private final Score score;
  private final double[] weights;

  /** The rows of the others that may be ranked, with their scores and their utilities. */
  private final int[] rows;

  private final double[] scores;
  private final double[] utilities;
  private final double[][] othersUtilities;

  /** The position among the others of the last that would be among the best; -1 if not so many. */
  private final int last;

  private final boolean in;

  Contest(Scorer scorer, List<Influencer> accounts, int row, int places) {
    this.scorer = scorer;
    account = accounts.get(row);
    this.row = row;
    this.places = places;
    score = scorer.score(account);
    weights =
        scorer.weights().stream()
            .mapToDouble(Scorer.Weight::points)
            .filter(weight -> weight > 0)
            .toArray();
    utilities = utilities(account);
    rows =
        IntStream.range(0, accounts.size())
            .filter(other -> other != row && scorer.isEligible(accounts.get(other)))
            .toArray();
    scores = new double[rows.length];
    othersUtilities = new double[rows.length][];
    for (int j = 0; j < rows.length; j++) {
      Influencer other = accounts.get(rows[j]);
      scores[j] = scorer.value(other);
      othersUtilities[j] = utilities(other);
    }
    TopK best = new TopK(places);
    for (int j = 0; j < rows.length; j++) {
      best.offer(scores[j], j);
    }
    last = rows.length < places ? -1 : best.drain()[places - 1];
    in = isIn(score);
  }

  /** As a score takes them. */
  private double[] utilities(Profile profile) {
    return Arrays.stream(FriendAccess.doubts(scorer, profile)).mapToDouble(Doubt::value).toArray();
  }

  Scorer scorer() {
    return scorer;
  }

  Influencer account() {
    return account;
  }

  int places() {
    return places;
  }

  Score score() {
    return score;
  }

  /** Whether it is among the best as things are: a change flips that. */
  boolean isIn() {
    return in;
  }

  /** Whether the account would be among the best with another score, the others as they are. */
  boolean isIn(Score own) {
    return own.eligible() && isAheadOfTheLast(own.value());
  }

  /** The same without the gates. */
  boolean isAheadOfTheLast(double own) {
    return last < 0 || isBefore(own, row, scores[last], rows[last]);
  }

  /** Whether the account would be before its only other, if that had another score. */
  boolean isInAgainst(Score other, int otherRow) {
    return score.eligible()
        && (!other.eligible() || isBefore(score.value(), row, other.value(), otherRow));
  }

  private static boolean isBefore(double score, int row, double other, int otherRow) {
    return score > other || (score == other && row < otherRow);
  }

  /** Whether other weights flip it; without a criterion nothing is scored. */
  boolean flipsBy(double[] changed) {
    return Arrays.stream(changed).anyMatch(weight -> weight > 0) && isInBy(changed) != in;
  }

  private boolean isInBy(double[] changed) {
    double[] points = Points.atMost(changed);
    double own = Points.score(points, utilities);
    int before = 0;
    for (int j = 0; j < rows.length && before < places; j++) {
      if (isBefore(Points.score(points, othersUtilities[j]), rows[j], own, row)) {
        before++;
      }
    }
    return score.eligible() && before < places;
  }

  /** The weights in play, in the order of the criteria. */
  double[] weights() {
    return weights.clone();
  }

  int criteria() {
    return weights.length;
  }

  /** How many others may be ranked. */
  int others() {
    return rows.length;
  }

  /** Whether another is before the account as things are. */
  boolean isAhead(int other) {
    return isBefore(scores[other], rows[other], score.value(), row);
  }

  /** By how much more weighted utility the account has than another, by a criterion. */
  double gain(int other, int criterion) {
    return weights[criterion] * (utilities[criterion] - othersUtilities[other][criterion]);
  }

  /** The same by all criteria; never on the other side of 0 than the scores are. */
  double lead(int other) {
    double sum = 0.0;
    for (int i = 0; i < weights.length; i++) {
      sum += gain(other, i);
    }
    return isAhead(other) ? Math.min(sum, 0.0) : Math.max(sum, 0.0);
  }
}
