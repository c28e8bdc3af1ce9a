package io.github.tierwise.cli.score;

import io.github.tierwise.files.accounts.AccountSink;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.ScoreBlock;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.score.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The best of accounts that are scored while they are read. It holds these, and of all others what
 * is said of the list: the same as if all were held, for any parts of it.
 *
 * @param <A> what summaries are made of
 */
public final class BestAccounts<A> implements AccountSink<BestAccounts.Part<A>> {

  /**
   * What some accounts came to.
   *
   * @param ranking the best of them
   * @param best their accounts
   * @param summary what their summary is made of
   * @param targets which targets they meet
   * @param cheapest the cheapest, if nobody is eligible
   */
  public record Part<A>(
      Ranking ranking,
      List<Influencer> best,
      A summary,
      TargetMatches targets,
      Optional<Influencer> cheapest) {}

  private final Scorer scorer;
  private final int top;
  private final Collector<ScoreBlock, A, Summary> summarizing;
  private A summary;
  private final TargetMatches targets;
  private List<Influencer> best = List.of();
  private List<Ranking.Entry> entries = List.of();
  private Map<String, Long> ineligible = new LinkedHashMap<>();
  private long eligible;
  private Optional<Score> cheapest = Optional.empty();

  /** The score of the last of the best; while there are too few, all scores are above it. */
  private volatile double least = Double.NEGATIVE_INFINITY;

  private BestAccounts(Scorer scorer, int top, Collector<ScoreBlock, A, Summary> summarizing) {
    this.scorer = scorer;
    this.top = top;
    this.summarizing = summarizing;
    summary = summarizing.supplier().get();
    targets = new TargetMatches(scorer.brand());
  }

  /** The best {@code top} accounts, of which there are none yet. */
  public static BestAccounts<?> of(Scorer scorer, int top) {
    return new BestAccounts<>(scorer, top, scorer.summarizing());
  }

  /** What blocks must have for {@link #collecting}. */
  static final Set<Output> OUTPUTS =
      Collections.unmodifiableSet(EnumSet.of(Output.SCORE, Output.ELIGIBILITY, Output.UTILITIES));

  @Override
  public Part<A> part(ProfileColumns accounts) {
    return scorer.collect(accounts, OUTPUTS, Runnable::run, collecting(accounts));
  }

  /** Makes a part of accounts that are scored block by block. */
  Collector<ScoreBlock, ?, Part<A>> collecting(ProfileColumns accounts) {
    A own = summarizing.supplier().get();
    Collector<ScoreBlock, A, A> summed =
        Collector.of(() -> own, summarizing.accumulator(), (all, same) -> all);
    return Collectors.teeing(
        scorer.ranking(top, accounts, least),
        summed,
        (ranking, same) ->
            new Part<>(
                ranking,
                ranking.entries().stream().map(entry -> accounts.get(entry.row())).toList(),
                own,
                targets.of(accounts),
                ranking.eligible() == 0
                    ? ScoredList.cheapest(scorer, accounts)
                    : Optional.empty()));
  }

  @Override
  public void take(Part<A> part) {
    merge(part.ranking().entries(), part.best());
    eligible += part.ranking().eligible();
    ineligible = merged(ineligible, part.ranking().ineligible());
    summary = summarizing.combiner().apply(summary, part.summary());
    targets.add(part.targets());
    part.cheapest()
        .map(scorer::score)
        .filter(
            score -> score.price() < cheapest.map(Score::price).orElse(Double.POSITIVE_INFINITY))
        .ifPresent(score -> cheapest = Optional.of(score));
  }

  /** Of equal scores the one that comes first in the file stays first. */
  private void merge(List<Ranking.Entry> later, List<Influencer> accounts) {
    if (later.isEmpty()) {
      return;
    }
    List<Ranking.Entry> all = new ArrayList<>();
    List<Influencer> both = new ArrayList<>();
    int a = 0;
    int b = 0;
    while (all.size() < top && (a < entries.size() || b < later.size())) {
      boolean first =
          b == later.size()
              || (a < entries.size()
                  && entries.get(a).score().value() >= later.get(b).score().value());
      Score score = (first ? entries.get(a) : later.get(b)).score();
      both.add(first ? best.get(a) : accounts.get(b));
      all.add(new Ranking.Entry(all.size() + 1, all.size(), score));
      a += first ? 1 : 0;
      b += first ? 0 : 1;
    }
    entries = all;
    best = both;
    if (all.size() == top) {
      least = all.get(top - 1).score().value();
    }
  }

  /** Counts by gate, in the order of the gates, in which those of both parts are. */
  private static Map<String, Long> merged(Map<String, Long> before, Map<String, Long> later) {
    List<String> gates = new ArrayList<>(before.keySet());
    int at = 0;
    for (String gate : later.keySet()) {
      if (!gates.contains(gate)) {
        gates.add(at, gate);
      }
      at = gates.indexOf(gate) + 1;
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    gates.forEach(
        gate -> counts.put(gate, before.getOrDefault(gate, 0L) + later.getOrDefault(gate, 0L)));
    return counts;
  }

  /** The best accounts, best first. */
  public List<Influencer> accounts() {
    return List.copyOf(best);
  }

  /** Which targets nobody meets. */
  public TargetMatches targets() {
    return targets;
  }

  /** The list, when all accounts were taken. */
  ScoredList list() {
    return ScoredList.of(
        scorer,
        new Ranking(entries, List.of(), eligible, ineligible),
        best,
        summarizing.finisher().apply(summary),
        cheapest);
  }
}
