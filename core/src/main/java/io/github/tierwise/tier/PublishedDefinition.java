package io.github.tierwise.tier;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import java.util.ArrayList;
import java.util.List;

/** A definition as the catalogue has it. */
record PublishedDefinition(
    String id,
    String publisher,
    String year,
    String kind,
    String region,
    boolean partial,
    List<Row> rows) {

  PublishedDefinition {
    rows = List.copyOf(rows);
  }

  boolean hasDisputedEdges() {
    return rows.stream().anyMatch(row -> row.minOpen() || row.maxOpen());
  }

  /** The reading that makes a difference: without an open edge there is one only. */
  EdgeReading effective(EdgeReading reading) {
    return hasDisputedEdges() ? reading : EdgeReading.UPPER_TIER;
  }

  /** The id of the policy by a reading. */
  String id(EdgeReading reading) {
    return reading == EdgeReading.UPPER_TIER ? id : id + ":lower";
  }

  List<Band> bands(EdgeReading reading) {
    return rows.stream().map(row -> row.band(reading)).toList();
  }

  /** One tier on one platform, or on any; the bounds by the default reading. */
  record Row(
      String on,
      List<Platform> platforms,
      String label,
      CommonTier common,
      double min,
      double max,
      String stated,
      boolean minOpen,
      boolean maxOpen,
      String requirement,
      String title,
      String address,
      String note) {

    private static final String ALSO = "and: ";
    private static final String INSTEAD = "or: ";

    Row {
      platforms = List.copyOf(platforms);
      boolean known = requirement.startsWith(ALSO) || requirement.startsWith(INSTEAD);
      if (!known && !requirement.isEmpty()) {
        throw new IllegalArgumentException(
            "requirement must be empty or start with \"and: \" or \"or: \", was " + requirement);
      }
      if (maxOpen && Double.isInfinite(max)) {
        throw new IllegalArgumentException("open must be a bound that there is, was max");
      }
    }

    Band band(EdgeReading reading) {
      int shift = reading == EdgeReading.LOWER_TIER ? 1 : 0;
      return new Band(
          on,
          platforms,
          label,
          common,
          minOpen ? min + shift : min,
          maxOpen ? max + shift : max,
          after(ALSO),
          after(INSTEAD));
    }

    private List<String> after(String word) {
      return requirement.startsWith(word)
          ? List.of(requirement.substring(word.length()).split("; "))
          : List.of();
    }

    Citation.Statement statement(Tier tier) {
      return new Citation.Statement(
          tier, on, stated, minOpen, maxOpen, requirement, title, address, note);
    }

    List<Double> disputedEdges() {
      List<Double> edges = new ArrayList<>();
      if (minOpen) {
        edges.add(min);
      }
      if (maxOpen) {
        edges.add(max);
      }
      return edges;
    }

    String source() {
      return address.isEmpty() ? title : title + ", " + address;
    }
  }
}
