package io.github.tierwise.study;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import io.github.tierwise.internal.TopK;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicy;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The top of a ranking for a brand that asks for a tier, by several definitions of that tier.
 *
 * <p>Every account is scored once, since no score depends on the definition; of each definition the
 * best {@code k} accounts are kept, and nothing else.
 *
 * <p>Instances are immutable, thread-safe and values; they are serializable if the definitions are.
 *
 * @since 0.1.0
 */
public final class TopStudy implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * What becomes of the top of a ranking when the definition of the required tier is swapped.
   *
   * <p>A score does not depend on the definition, so accounts in both lists keep their order; what
   * changes is who may be ranked at all.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param first the id of the one definition
   * @param second the id of the other
   * @param k how many accounts are looked at, at the most
   * @param firstSize accounts in the first list, up to {@code k}
   * @param secondSize accounts in the second list, up to {@code k}
   * @param common accounts in both lists
   * @param tauB Kendall's tau-b of the two rankings over all accounts of the two lists, where those
   *     that are not in a list share the place behind its last (M. G. Kendall, The treatment of
   *     ties in ranking problems, Biometrika 33, 1945): {@code (C − D) / √(n₁ n₂)} of the
   *     concordant and discordant pairs, by the geometric mean of the pairs that are not tied in
   *     the one and in the other. NaN where it is not defined, because one of the lists is empty or
   *     there are fewer than two accounts in all
   * @since 0.1.0
   */
  public record Change(
      String first, String second, int k, int firstSize, int secondSize, int common, double tauB)
      implements Serializable {

    /**
     * Checks that the definitions are named.
     *
     * @param first the id of the one definition
     * @param second the id of the other
     * @param k how many accounts are looked at
     * @param firstSize accounts in the first list
     * @param secondSize accounts in the second list
     * @param common accounts in both lists
     * @param tauB Kendall's tau-b of the two rankings
     */
    public Change {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(second, "second");
    }

    /**
     * How much of the top stays.
     *
     * @return the accounts in both lists by those in the longer one, from 0 to 1; NaN if both are
     *     empty
     */
    public double overlap() {
      return (double) common / Math.max(firstSize, secondSize);
    }

    /**
     * How much of the top changes.
     *
     * @return 1 - {@link #overlap()}
     */
    public double changed() {
      return 1 - overlap();
    }

    /** How much changes, in a line. */
    @Override
    public String toString() {
      String change =
          Double.isNaN(overlap())
              ? "nobody qualifies by either"
              : "%s of it changes, tau-b %s"
                  .formatted(
                      Text.percent(changed()),
                      Double.isNaN(tauB) ? "undefined" : Text.fixed(tauB, 2));
      return "top %d by %s and %s: %s".formatted(k, first, second, change);
    }
  }

  private final int k;
  private final transient Partition partition;
  private final transient List<TierPolicy> lacking;
  private final transient List<int[]> rows;
  private final long[] eligible;

  private TopStudy(Builder builder) {
    k = builder.k;
    partition = builder.partition;
    lacking = builder.lacking;
    rows = new ArrayList<>();
    for (TopK top : builder.tops) {
      TopK copy = new TopK(k);
      copy.offerAll(top);
      rows.add(copy.drain());
    }
    eligible = builder.eligible.clone();
  }

  private TopStudy(Form form) {
    k = Checks.atLeast(1, form.k, "k");
    partition =
        new Partition(
            Checks.listOf(TierPolicy.class, form.definitions), Partition.standardModels());
    lacking = Checks.listOf(TierPolicy.class, form.lacking);
    rows = Checks.listOf(int[].class, form.rows).stream().map(int[]::clone).toList();
    eligible = form.eligible.clone();
    int definitions = form.definitions.size();
    Checks.require(
        rows.size() == definitions && eligible.length == definitions,
        () ->
            "lists must be as many as definitions, %d, was %d and %d"
                .formatted(definitions, rows.size(), eligible.length));
  }

  /**
   * Ranks accounts by several definitions.
   *
   * @param scorer a scorer that requires a tier; its own definition does not matter
   * @param k how many accounts are looked at, &gt; 0
   * @param columns the accounts
   * @param definitions the definitions, each id once; those without the required tier are left out
   * @return the study
   * @throws IllegalArgumentException if the scorer requires no tier, {@code k < 1}, no definition
   *     has the required tier, or an id is used twice
   */
  public static TopStudy of(
      Scorer scorer, int k, ProfileColumns columns, List<? extends TierPolicy> definitions) {
    return builder(scorer, k, definitions).add(columns).build();
  }

  /**
   * Starts a study that is fed part by part.
   *
   * @param scorer a scorer that requires a tier; its own definition does not matter
   * @param k how many accounts are looked at, &gt; 0
   * @param definitions the definitions, each id once; those without the required tier are left out
   * @return a builder
   * @throws IllegalArgumentException if the scorer requires no tier, {@code k < 1}, no definition
   *     has the required tier, or an id is used twice
   */
  public static Builder builder(Scorer scorer, int k, List<? extends TierPolicy> definitions) {
    return new Builder(scorer, k, definitions);
  }

  /**
   * The definitions that have the required tier.
   *
   * @return an unmodifiable list in the order given
   */
  public List<TierPolicy> definitions() {
    return partition.policies();
  }

  /**
   * The definitions without the required tier, which rank nobody.
   *
   * @return an unmodifiable list in the order given
   */
  public List<TierPolicy> lacking() {
    return lacking;
  }

  /**
   * How many accounts qualify by a definition.
   *
   * @param definition one of {@link #definitions()}
   * @return a number of accounts, ranked here or not
   * @throws IllegalArgumentException if the definition is not one of them
   */
  public long eligible(TierPolicy definition) {
    return eligible[partition.position(definition)];
  }

  /**
   * The best accounts by a definition.
   *
   * @param definition one of {@link #definitions()}
   * @return their rows, best first, from 0 for the first row of the first part
   * @throws IllegalArgumentException if the definition is not one of them
   */
  public List<Integer> rows(TierPolicy definition) {
    return Arrays.stream(rows.get(partition.position(definition))).boxed().toList();
  }

  /**
   * What swapping the definition changes.
   *
   * @param first one of {@link #definitions()}
   * @param second another
   * @return the overlap of the two lists and Kendall's tau-b
   * @throws IllegalArgumentException if a definition is not one of them
   */
  public Change change(TierPolicy first, TierPolicy second) {
    int[] one = rows.get(partition.position(first));
    int[] two = rows.get(partition.position(second));
    Map<Integer, double[]> places = new HashMap<>();
    place(one, 0, places);
    place(two, 1, places);
    double[] x = places.values().stream().mapToDouble(place -> place[0]).toArray();
    double[] y = places.values().stream().mapToDouble(place -> place[1]).toArray();
    return new Change(
        first.id(),
        second.id(),
        k,
        one.length,
        two.length,
        one.length + two.length - places.size(),
        Coefficients.tauB(x, y));
  }

  private void place(int[] list, int side, Map<Integer, double[]> places) {
    for (int i = 0; i < list.length; i++) {
      places.computeIfAbsent(list[i], row -> new double[] {k, k})[side] = i;
    }
  }

  /** Equal if definitions and lists are equal, and as many accounts qualify. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TopStudy that
        && k == that.k
        && partition.isLike(that.partition)
        && lacking.equals(that.lacking)
        && Arrays.equals(eligible, that.eligible)
        && Arrays.deepEquals(rows.toArray(), that.rows.toArray());
  }

  @Override
  public int hashCode() {
    return Objects.hash(k, partition.policies(), Arrays.hashCode(eligible));
  }

  private Object writeReplace() {
    return new Form(
        k,
        new ArrayList<>(partition.policies()),
        new ArrayList<>(lacking),
        new ArrayList<>(rows),
        eligible);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("top study must be read through its form");
  }

  /** The serial form: read back through a constructor, so that it is checked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(
      int k,
      List<TierPolicy> definitions,
      List<TierPolicy> lacking,
      List<int[]> rows,
      long[] eligible)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("top study", () -> new TopStudy(this));
    }
  }

  /** How many accounts are looked at and by which definitions. */
  @Override
  public String toString() {
    return "top " + k + " by " + partition.ids();
  }

  /**
   * Ranks accounts part by part. Not thread-safe; may be used again after building.
   *
   * @since 0.1.0
   */
  public static final class Builder {

    private static final int BLOCK = 1024;

    private final Scorer scorer;
    private final int k;
    private final Partition partition;
    private final List<TierPolicy> lacking;

    /** By definition and position of the answer: whether the gate lets it pass. */
    private final boolean[][] passes;

    private final TopK[] tops;
    private final long[] eligible;
    private int before;

    private Builder(Scorer scorer, int k, List<? extends TierPolicy> definitions) {
      List<String> names = scorer.requiredTiers();
      Checks.require(!names.isEmpty(), () -> "scorer must require a tier, was for any tier");
      this.k = Checks.atLeast(1, k, "k");
      // The tier is asked of each definition below.
      this.scorer = scorer.toBuilder().requireTier().build();
      List<TierPolicy> having = new ArrayList<>();
      List<TierPolicy> without = new ArrayList<>();
      for (TierPolicy policy : definitions) {
        (names.stream().allMatch(policy::knows) ? having : without).add(policy);
      }
      lacking = List.copyOf(without);
      Checks.require(
          !having.isEmpty(),
          () -> "tier must be one that a definition has, was " + String.join(", ", names));
      partition = new Partition(having, Partition.standardModels());
      passes = new boolean[having.size()][];
      tops = new TopK[having.size()];
      eligible = new long[having.size()];
      for (int policy = 0; policy < passes.length; policy++) {
        passes[policy] = passes(having.get(policy), names);
        tops[policy] = new TopK(k);
      }
    }

    /** As the gate for a required tier: what cannot be told passes. */
    private static boolean[] passes(TierPolicy policy, List<String> names) {
      boolean[] passes = new boolean[policy.outcomes().size()];
      for (int i = 0; i < passes.length; i++) {
        Classification answer = policy.outcomes().get(i);
        passes[i] =
            Confusion.cannotTell(answer)
                || names.stream().anyMatch(name -> policy.matches(answer, name));
      }
      return passes;
    }

    /**
     * Ranks accounts behind those added before; of equal scores the earlier row is better.
     *
     * @param columns the accounts; nothing of them is kept
     * @return this builder
     */
    public Builder add(ProfileColumns columns) {
      int size = columns.size();
      int after = Math.addExact(before, size);
      int[] cells = new int[Math.min(BLOCK, size)];
      int[] answers = new int[cells.length];
      double[] scores = new double[cells.length];
      for (int start = 0; start < size; start += BLOCK) {
        int end = Math.min(start + BLOCK, size);
        columns.mapToInt(start, end, partition::cell, cells, 0);
        columns.map(
            start,
            end,
            profile -> scorer.isEligible(profile) ? scorer.value(profile) : Double.NaN,
            scores,
            0);
        for (int policy = 0; policy < tops.length; policy++) {
          if (!partition.isByFollowers(policy)) {
            partition.policies().get(policy).classify(columns, start, end, answers, 0);
          }
          for (int i = 0; i < end - start; i++) {
            int answer =
                partition.isByFollowers(policy)
                    ? partition.answer(policy, cells[i], 0)
                    : answers[i];
            if (passes[policy][answer] && !Double.isNaN(scores[i])) {
              eligible[policy]++;
              tops[policy].offer(scores[i], before + start + i);
            }
          }
        }
      }
      before = after;
      return this;
    }

    /**
     * The study of what was added so far.
     *
     * @return an immutable study
     */
    public TopStudy build() {
      return new TopStudy(this);
    }
  }
}
