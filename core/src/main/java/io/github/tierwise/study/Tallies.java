package io.github.tierwise.study;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts of accounts by what all definitions answer. Not thread-safe while it counts. */
final class Tallies {

  /** Rows that are looked at together, so that what a block needs stays in the cache. */
  private static final int BLOCK = 1024;

  private static final long[] NO_RATES = {};

  /** Accounts to which every definition gives the same answer. */
  static final class Tally {
    final int cell;
    final long combination;
    long accounts;
    private long[] rates = NO_RATES;

    private Tally(int cell, long combination) {
      this.cell = cell;
      this.combination = combination;
    }

    /** Adds the engagement rates, by bin, to a sum. */
    void addRatesTo(long[] sum) {
      SizeCounts.add(rates, sum);
    }

    /** The rates by bin, made with the first of them. */
    private long[] bins() {
      if (rates.length == 0) {
        rates = new long[RateBins.COUNT];
      }
      return rates;
    }

    private void addRate(double logRate) {
      if (!Double.isNaN(logRate)) {
        bins()[RateBins.bin(logRate)]++;
      }
    }

    private void addAll(Tally other) {
      accounts += other.accounts;
      if (other.rates.length > 0) {
        other.addRatesTo(bins());
      }
    }
  }

  private final Partition partition;

  /** By cell: all there is if every definition is one of followers alone. */
  private final @Nullable Tally[] byCell;

  /** By cell and combination of answers, where a definition looks at more than followers. */
  private final Map<Long, Tally> byAnswers = new HashMap<>();

  private final Map<Platform, SizeCounts> sizes = new EnumMap<>(Platform.class);

  /** The sum of others, which stay as they are. */
  Tallies(Partition partition, Tallies... others) {
    this.partition = partition;
    byCell = new Tally[partition.cells()];
    for (Tallies other : others) {
      for (Tally tally : other.toList()) {
        tally(tally.cell, tally.combination).addAll(tally);
      }
      other.sizes.forEach((platform, more) -> sizes(platform).addAll(more));
    }
  }

  Partition partition() {
    return partition;
  }

  private Tally tally(int cell, long combination) {
    if (partition.combinations() > 1) {
      return byAnswers.computeIfAbsent(
          cell + partition.cells() * combination, key -> new Tally(cell, combination));
    }
    Tally tally = byCell[cell];
    if (tally == null) {
      tally = new Tally(cell, combination);
      byCell[cell] = tally;
    }
    return tally;
  }

  private SizeCounts sizes(Platform platform) {
    return sizes.computeIfAbsent(platform, key -> new SizeCounts());
  }

  void add(ProfileColumns columns, int from, int to) {
    int rows = Math.min(BLOCK, to - from);
    int[] cells = new int[rows];
    double[] followers = new double[rows];
    double[] logRates = new double[rows];
    int[] answers = new int[rows];
    long[] combinations = new long[rows];
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(start + BLOCK, to);
      columns.mapToInt(start, end, partition::cell, cells, 0);
      columns.map(start, end, Profile::followers, followers, 0);
      columns.map(start, end, partition::logRate, logRates, 0);
      combine(columns, start, end, answers, combinations);
      for (int i = 0; i < end - start; i++) {
        Tally tally = tally(cells[i], combinations[i]);
        tally.accounts++;
        tally.addRate(logRates[i]);
        if (!Double.isNaN(followers[i])) {
          sizes(partition.platform(cells[i])).add(followers[i], logRates[i]);
        }
      }
    }
  }

  /** What the definitions that look at more than followers answer together, as one number. */
  private void combine(
      ProfileColumns columns, int from, int to, int[] answers, long[] combinations) {
    Arrays.fill(combinations, 0, to - from, 0);
    for (int policy = 0; policy < partition.policies().size(); policy++) {
      if (!partition.isByFollowers(policy)) {
        partition.policies().get(policy).classify(columns, from, to, answers, 0);
        for (int i = 0; i < to - from; i++) {
          combinations[i] += answers[i] * partition.factor(policy);
        }
      }
    }
  }

  /** Those with accounts, in an order that does not depend on the order of the rows. */
  List<Tally> toList() {
    return Stream.concat(byAnswers.values().stream(), Arrays.stream(byCell))
        .filter(Objects::nonNull)
        .sorted(
            Comparator.<Tally>comparingInt(tally -> tally.cell)
                .thenComparingLong(tally -> tally.combination))
        .toList();
  }

  /** The accounts of a platform by followers and rate. */
  SizeCounts of(Platform platform) {
    return sizes.getOrDefault(platform, new SizeCounts());
  }

  /** The serial form of a tally. */
  record TallyForm(int cell, long combination, long accounts, Counts rates)
      implements Serializable {

    TallyForm {
      Checks.atLeast(0, cell, "cell");
      Checks.require(accounts > 0, () -> "accounts of a cell must be above 0");
      Checks.require(
          rates.sum() <= accounts, () -> "no account must have more than one engagement rate");
    }
  }

  /** The serial form of all that was counted. */
  record Form(List<TallyForm> tallies, Map<Platform, SizeCounts.Form> sizes)
      implements Serializable {

    Form {
      // Of types that any stream may have.
      tallies = new ArrayList<>(tallies);
      sizes = new EnumMap<>(sizes.isEmpty() ? new EnumMap<>(Platform.class) : sizes);
    }
  }

  Form form() {
    Map<Platform, SizeCounts.Form> forms = new EnumMap<>(Platform.class);
    sizes.forEach((platform, counts) -> forms.put(platform, counts.form()));
    return new Form(
        toList().stream()
            .map(
                tally ->
                    new TallyForm(
                        tally.cell, tally.combination, tally.accounts, Counts.of(tally.rates)))
            .toList(),
        forms);
  }

  /** What was counted, read back. */
  static Tallies of(Partition partition, Form form) {
    Tallies tallies = new Tallies(partition);
    for (TallyForm each : form.tallies()) {
      Checks.require(
          each.cell() < partition.cells()
              && each.combination() >= 0
              && each.combination() < partition.combinations(),
          () -> "cells and answers must be those of the definitions");
      Tally tally = tallies.tally(each.cell(), each.combination());
      Checks.require(tally.accounts == 0, () -> "cells must be counted once each");
      tally.accounts = each.accounts();
      tally.rates = each.rates().sparse(RateBins.COUNT);
    }
    form.sizes().forEach((platform, counts) -> tallies.sizes.put(platform, SizeCounts.of(counts)));
    return tallies;
  }
}
