package io.github.tierwise.cli.tiers;

import io.github.tierwise.tier.TierPolicies.EdgeReading;

/** Where a figure belongs that a source leaves open. */
enum OpenEdge {
  upper(EdgeReading.UPPER_TIER),
  lower(EdgeReading.LOWER_TIER);

  final EdgeReading reading;

  OpenEdge(EdgeReading reading) {
    this.reading = reading;
  }
}
