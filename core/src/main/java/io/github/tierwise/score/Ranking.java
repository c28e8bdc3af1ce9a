package io.github.tierwise.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The best accounts of a list, best first; of equal scores the one that comes first in the list.
 * Only eligible accounts are ranked; the others are counted by the first gate that they fail.
 *
 * <p>Instances are immutable and thread-safe. {@link Scorer#rank} and {@link Scorer#top} make them.
 *
 * @since 0.1.0
 */
public final class Ranking {

  /**
   * One ranked account.
   *
   * @param rank from 1
   * @param row its position in the list or its row in the columns, from 0
   * @param score its score
   * @since 0.1.0
   */
  public record Entry(int rank, int row, Score score) {}

  private final List<Entry> entries;
  private final long eligible;
  private final Map<String, Long> ineligible;

  Ranking(List<Entry> entries, long eligible, Map<String, Long> ineligible) {
    this.entries = List.copyOf(entries);
    this.eligible = eligible;
    this.ineligible = Collections.unmodifiableMap(new LinkedHashMap<>(ineligible));
  }

  /**
   * The best accounts.
   *
   * @return an unmodifiable list, best first
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * How many accounts are eligible, ranked here or not.
   *
   * @return a number of accounts
   */
  public long eligible() {
    return eligible;
  }

  /**
   * How many accounts fail a gate.
   *
   * @return the number of accounts by the code of the first gate that they fail, in the order of
   *     the gates; gates that nobody fails first are left out
   */
  public Map<String, Long> ineligible() {
    return ineligible;
  }

  /**
   * How many accounts were looked at.
   *
   * @return eligible and ineligible ones together
   */
  public long size() {
    return eligible + ineligible.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A line for each ranked account. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.rank()).append("  ").append(entry.score()).append('\n');
    }
    return text.toString();
  }
}
