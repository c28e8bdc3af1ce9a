package io.github.tierwise.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The best accounts of a list, best first; of equal scores the one that comes first in the list.
 * Only eligible accounts are ranked; the others are counted by the first gate that they fail.
 *
 * <p>This record is immutable, thread-safe and a value. {@link Scorer#rank} and {@link Scorer#top}
 * make it.
 *
 * @param entries the best accounts, best first
 * @param eligible how many accounts are eligible, ranked here or not
 * @param ineligible how many accounts fail a gate, by the code of the first gate that they fail, in
 *     the order of the gates; gates that nobody fails first are left out
 * @since 0.1.0
 */
public record Ranking(List<Entry> entries, long eligible, Map<String, Long> ineligible) {

  /**
   * One ranked account.
   *
   * @param rank from 1
   * @param row its position in the list or its row in the columns, from 0
   * @param score its score
   * @since 0.1.0
   */
  public record Entry(int rank, int row, Score score) {}

  /**
   * Copies list and map.
   *
   * @param entries the best accounts, best first
   * @param eligible how many accounts are eligible
   * @param ineligible how many accounts fail a gate, by its code
   */
  public Ranking {
    entries = List.copyOf(entries);
    ineligible = Collections.unmodifiableMap(new LinkedHashMap<>(ineligible));
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
