package io.github.tierwise.score;

import io.github.tierwise.internal.Checks;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The best accounts of a list, best first; of equal scores the one that comes first in the list.
 * Only eligible accounts are ranked; the others are counted by the first gate that they fail, and
 * it is kept who they are and why.
 *
 * <p>This record is immutable, thread-safe and a value. {@link Scorer#rank} and {@link Scorer#top}
 * make it.
 *
 * @param entries the best accounts, best first
 * @param unranked those that are not eligible, in the order of the list: all of {@link
 *     Scorer#rank}, at most as many as were asked for of {@link Scorer#top}, so that a ranking of
 *     millions stays small
 * @param eligible how many accounts are eligible, ranked here or not
 * @param ineligible how many accounts fail a gate, by the code of the first gate that they fail, in
 *     the order of the gates; gates that nobody fails first are left out
 * @since 0.1.0
 */
public record Ranking(
    List<Entry> entries, List<Unranked> unranked, long eligible, Map<String, Long> ineligible)
    implements Serializable {

  /**
   * One ranked account.
   *
   * @param rank from 1
   * @param row its position in the list or its row in the columns, from 0
   * @param score its score
   * @since 0.1.0
   */
  public record Entry(int rank, int row, Score score) implements Serializable {

    /**
     * Checks that there is a score.
     *
     * @param rank from 1
     * @param row its position in the list
     * @param score its score
     */
    public Entry {
      Objects.requireNonNull(score, "score");
    }
  }

  /**
   * An account that may not be ranked, and why.
   *
   * @param row its position in the list or its row in the columns, from 0
   * @param id the account
   * @param failures the gates that it fails, in their order
   * @since 0.1.0
   */
  public record Unranked(int row, String id, List<Score.Flag> failures) implements Serializable {

    /**
     * Copies the list.
     *
     * @param row its position in the list
     * @param id the account
     * @param failures the gates that it fails
     */
    public Unranked {
      Objects.requireNonNull(id, "id");
      failures = Checks.listOf(Score.Flag.class, failures);
    }

    /** As in {@code ben: 12 people engage with a post, fewer than 30}. */
    @Override
    public String toString() {
      return id + ": " + failures.stream().map(Score.Flag::text).collect(Collectors.joining("; "));
    }
  }

  /**
   * Copies lists and map.
   *
   * @param entries the best accounts, best first
   * @param unranked those that are not eligible
   * @param eligible how many accounts are eligible
   * @param ineligible how many accounts fail a gate, by its code
   */
  public Ranking {
    entries = Checks.listOf(Entry.class, entries);
    unranked = Checks.listOf(Unranked.class, unranked);
    ineligible = Checks.inOrder(ineligible);
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
