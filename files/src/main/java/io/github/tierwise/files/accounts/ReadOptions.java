package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.profile.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caller says about the tables.
 *
 * @param platform the platform of the accounts
 * @param mappings the columns that the caller names
 * @param currency the brand's currency, the only one that prices may have; empty if any may
 * @param countedAt when posts were counted; if empty, at the newest time of all posts
 * @param estimators how posts become a level, by platform; the standard one where none is given
 */
public record ReadOptions(
    Optional<Platform> platform,
    List<ColumnMapping> mappings,
    String currency,
    Optional<Instant> countedAt,
    Map<Platform, LevelEstimator> estimators) {

  public ReadOptions {
    mappings = List.copyOf(mappings);
    estimators = Map.copyOf(estimators);
  }

  /** Nothing is said about posts. */
  public ReadOptions(Optional<Platform> platform, List<ColumnMapping> mappings, String currency) {
    this(platform, mappings, currency, Optional.empty(), Map.of());
  }

  /** Nothing is said. */
  public static ReadOptions none() {
    return new ReadOptions(Optional.empty(), List.of(), "");
  }
}
