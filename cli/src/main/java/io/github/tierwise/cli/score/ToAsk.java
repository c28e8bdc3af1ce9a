package io.github.tierwise.cli.score;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.List;
import java.util.Optional;

/** What to ask an account for, so that less of its score is assumed. */
final class ToAsk {

  private static final String QUOTE = "a quote";

  private ToAsk() {}

  /** What to ask for of a criterion; empty if an answer would not say more than is known. */
  static Optional<String> of(Scorer scorer, Influencer account, String criterion) {
    boolean unknown =
        scorer.score(account).contributions().stream()
            .anyMatch(each -> each.criterion().equals(criterion) && each.assumed());
    List<String> needs =
        scorer.criteria().stream()
            .filter(each -> each.name().equals(criterion))
            .flatMap(each -> each.needs(account.platform()).stream())
            .filter(field -> !account.knownFields().contains(field))
            .toList();
    if (unknown && !needs.isEmpty()) {
      return Optional.of(String.join(" and ", needs));
    }
    return criterion.equals(Priority.COST.label()) ? Optional.of(QUOTE) : Optional.empty();
  }

  /** All that the account should be asked for: what a criterion needs, and a price. */
  static List<String> all(Scorer scorer, Influencer account, Score score) {
    boolean quoted =
        score.flags().stream().noneMatch(flag -> flag.code().equals(Score.Flag.PRICE_ESTIMATED));
    return score.contributions().stream()
        .filter(
            each -> each.assumed() || (each.criterion().equals(Priority.COST.label()) && !quoted))
        .flatMap(each -> of(scorer, account, each.criterion()).stream())
        .distinct()
        .toList();
  }
}
