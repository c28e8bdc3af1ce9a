package io.github.tierwise.study;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The table of two definitions: how many accounts have one answer by the first and another by the
 * second.
 *
 * <p>Instances are immutable, thread-safe and values; they are serializable if the definitions are.
 * {@link TierStudy#confusion} makes them.
 *
 * @since 0.1.0
 */
public final class Confusion implements Serializable {

  private static final long serialVersionUID = 1L;

  /** NANO to MEGA. */
  static final int COMMON = CommonTier.NONE.ordinal();

  private final transient TierPolicy first;
  private final transient TierPolicy second;
  private final long[][] counts;
  private final transient Coefficients.Kappa weighted;

  Confusion(TierPolicy first, TierPolicy second, long[][] counts) {
    this.first = first;
    this.second = second;
    this.counts = counts;
    weighted = Coefficients.kappa(commonTable(), Coefficients.quadratic(COMMON));
  }

  /** The place of an answer among the common names; -1 if it is none of them. */
  static int common(Classification answer) {
    return answer instanceof Tier tier && tier.common() != CommonTier.NONE
        ? tier.common().ordinal()
        : -1;
  }

  static boolean cannotTell(Classification answer) {
    return answer instanceof Unclassified none && none.reason() == Unclassified.Reason.CANNOT_TELL;
  }

  private long[][] commonTable() {
    long[][] table = new long[COMMON][COMMON];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        int row = common(first.outcomes().get(i));
        int column = common(second.outcomes().get(j));
        if (row >= 0 && column >= 0) {
          table[row][column] += counts[i][j];
        }
      }
    }
    return table;
  }

  /**
   * The definition of the rows.
   *
   * @return the policy; its outcomes are the rows
   */
  public TierPolicy first() {
    return first;
  }

  /**
   * The definition of the columns.
   *
   * @return the policy; its outcomes are the columns
   */
  public TierPolicy second() {
    return second;
  }

  /**
   * One cell of the table.
   *
   * @param row one of the first definition's outcomes
   * @param column one of the second definition's outcomes
   * @return the accounts with these answers
   * @throws IllegalArgumentException if a definition does not have the outcome
   */
  public long count(Classification row, Classification column) {
    return counts[position(first, row)][position(second, column)];
  }

  private static int position(TierPolicy policy, Classification answer) {
    int position = policy.outcomes().indexOf(answer);
    Checks.require(
        position >= 0,
        () -> "answer must be one of the outcomes of %s, was %s".formatted(policy.id(), answer));
    return position;
  }

  /**
   * Accounts in the table.
   *
   * @return a number of accounts
   */
  public long accounts() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  /**
   * Quadratic-weighted kappa on the common names, nano to mega in order (J. Cohen, Weighted kappa:
   * nominal scale agreement with provision for scaled disagreement or partial credit, Psychological
   * Bulletin 70, 1968): {@code 1 − n Σ vᵢⱼ nᵢⱼ / Σ vᵢⱼ nᵢ nⱼ} with the disagreement {@code vᵢⱼ = (i
   * − j)²}. Accounts without a common name by one of the two are left out. The interval is from the
   * standard error of Fleiss, Cohen and Everitt (1969), see {@link Agreement#standardError()}.
   *
   * @return the coefficient with its interval of 95%; unknown where it is not defined, because no
   *     account has a common name by both or all have the same one by both
   */
  public Estimate weightedKappa() {
    return weighted.estimate();
  }

  /**
   * Accounts with a common name by both definitions: those behind {@link #weightedKappa()}.
   *
   * @return a number of accounts
   */
  public long named() {
    return Arrays.stream(commonTable()).flatMapToLong(Arrays::stream).sum();
  }

  /**
   * The adjusted Rand index of the two partitions, whatever their labels (L. Hubert and P. Arabie,
   * Comparing partitions, Journal of Classification 2, 1985): over pairs of accounts, {@code (S −
   * E) / ((A + B) / 2 − E)}, where S pairs are together by both, A by the first, B by the second,
   * and {@code E = A B / C(n, 2)} is expected by chance. Each tier is a class, and so is each
   * reason for having none; accounts of which one of the two cannot tell are left out.
   *
   * @return at most 1, 0 on average by chance; NaN where it is not defined, because there are fewer
   *     than two accounts or both put all into one class, or each into its own
   */
  public double adjustedRand() {
    long[][] told = new long[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      told[i] = counts[i].clone();
      for (int j = 0; j < counts[i].length; j++) {
        if (cannotTell(first.outcomes().get(i)) || cannotTell(second.outcomes().get(j))) {
          told[i][j] = 0;
        }
      }
    }
    return Coefficients.adjustedRand(told);
  }

  /** Equal if definitions and counts are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Confusion that
        && first.equals(that.first)
        && second.equals(that.second)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, second, Arrays.deepHashCode(counts));
  }

  private Object writeReplace() {
    return new Form(first, second, counts);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("confusion must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(TierPolicy first, TierPolicy second, long[][] counts)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("confusion", this::checked);
    }

    private Confusion checked() {
      int rows = first.outcomes().size();
      int columns = second.outcomes().size();
      Checks.require(
          counts.length == rows && Arrays.stream(counts).allMatch(row -> row.length == columns),
          () -> "counts must be %d by %d, one for each answer".formatted(rows, columns));
      Checks.require(
          Arrays.stream(counts).flatMapToLong(Arrays::stream).allMatch(count -> count >= 0),
          () -> "counts must be >= 0");
      return new Confusion(
          first, second, Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new));
    }
  }

  /** The two definitions and the number of accounts. */
  @Override
  public String toString() {
    return first.id() + " by " + second.id() + ": " + Text.of((double) accounts(), "account");
  }
}
