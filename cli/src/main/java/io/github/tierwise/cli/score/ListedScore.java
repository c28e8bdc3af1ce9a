package io.github.tierwise.cli.score;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Score;
import java.util.Optional;

/**
 * An account with its score, as it is written.
 *
 * @param rank from 1; empty for an account that is not eligible
 * @param account the account
 * @param score its score
 * @param currency the brand's
 * @param reason the one thing that sets it apart from the others of the list
 */
public record ListedScore(
    Optional<Integer> rank, Influencer account, Score score, String currency, String reason) {

  /** The currency of the price; empty if there is none. */
  public Optional<String> priceCurrency() {
    return Double.isNaN(score.price()) ? Optional.empty() : Optional.of(currency);
  }

  /** Whether the account has a flag whose code is this one or starts with it. */
  public boolean hasFlag(String code) {
    return score.flags().stream().anyMatch(flag -> flag.code().startsWith(code));
  }
}
