package io.github.tierwise.score;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.ExactMean;
import io.github.tierwise.internal.Text;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What the accounts of a list have in common by the criteria of a scorer: of how many a utility is
 * unknown, and what a typical one is. No score depends on it.
 *
 * <p>Utilities are summed in fixed point: the same bits however a list is split into parts. {@link
 * Scorer#summarizing} makes it, in one pass with whatever else is collected.
 *
 * <p>Instances are immutable, thread-safe and values.
 *
 * @since 0.1.0
 */
public final class Summary implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long size;
  private final transient Map<String, Long> unknown;
  private final double[] typical;

  private Summary(long size, Map<String, Long> unknown, double[] typical) {
    this.size = size;
    this.unknown = Checks.inOrder(unknown);
    this.typical = typical.clone();
  }

  /** Makes summaries of blocks that have utilities and eligibility. */
  static Collector<ScoreBlock, ?, Summary> of(ScoreFormula formula) {
    return Collector.of(
        () -> new Counts(formula.size()),
        Counts::add,
        Counts::merge,
        counts -> counts.summary(formula));
  }

  /**
   * How many accounts there are.
   *
   * @return eligible and ineligible ones together
   */
  public long size() {
    return size;
  }

  /**
   * For how many accounts a utility is unknown.
   *
   * @return an unmodifiable map: a number of accounts by the name of the criterion, in the order of
   *     {@link Scorer#criteria()}
   */
  public Map<String, Long> unknown() {
    return unknown;
  }

  /**
   * The utilities of a typical account, for {@link Scorer#reason}.
   *
   * @return for each criterion in play the mean of the known utilities of the eligible accounts;
   *     its neutral utility if none is known
   */
  public double[] typicalUtilities() {
    return typical.clone();
  }

  /** Equal if all that is told is equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Summary that
        && size == that.size
        && unknown.equals(that.unknown)
        && Arrays.equals(typical, that.typical);
  }

  @Override
  public int hashCode() {
    return Objects.hash(size, unknown, Arrays.hashCode(typical));
  }

  /** As in {@code 200 accounts; unknown: conversion 180, cost 12}. */
  @Override
  public String toString() {
    String unknowns =
        unknown.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> each.getKey() + " " + Text.count(each.getValue()))
            .collect(Collectors.joining(", "));
    return Text.of((double) size, "account")
        + (unknowns.isEmpty() ? "; nothing unknown" : "; unknown: " + unknowns);
  }

  private Object writeReplace() {
    return new Form(size, new LinkedHashMap<>(unknown), typical.clone());
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("summary must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(long size, Map<String, Long> unknown, double[] typical)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("summary", () -> new Summary(size, unknown, typical));
    }
  }

  /** What is counted while blocks come in. */
  private static final class Counts {
    private final long[] unknown;
    private final ExactMean[] known;
    private long size;

    Counts(int criteria) {
      unknown = new long[criteria];
      known = new ExactMean[criteria];
      Arrays.setAll(known, i -> new ExactMean());
    }

    void add(ScoreBlock block) {
      size += block.size();
      for (int i = 0; i < known.length; i++) {
        add(i, block.utilities(i), block.failures(), block.size());
      }
    }

    private void add(int i, double[] utilities, int[] failures, int n) {
      for (int row = 0; row < n; row++) {
        if (Double.isNaN(utilities[row])) {
          unknown[i]++;
        } else if (failures[row] < 0) {
          known[i].add(utilities[row]);
        }
      }
    }

    Counts merge(Counts other) {
      size += other.size;
      for (int i = 0; i < known.length; i++) {
        unknown[i] += other.unknown[i];
        known[i].merge(other.known[i]);
      }
      return this;
    }

    Summary summary(ScoreFormula formula) {
      Map<String, Long> unknowns = new LinkedHashMap<>();
      double[] typical = new double[known.length];
      for (int i = 0; i < known.length; i++) {
        unknowns.put(formula.criterion(i).name(), unknown[i]);
        typical[i] = known[i].count() == 0 ? formula.neutral(i) : known[i].value();
      }
      return new Summary(size, unknowns, typical);
    }
  }
}
