package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import java.util.ArrayList;
import java.util.List;

/**
 * A definition as the catalogue has it.
 *
 * @param citation who published it; what is stated is in the rows, since it depends on the reading
 */
record PublishedDefinition(String id, Citation citation, List<Row> rows) {

  PublishedDefinition {
    rows = List.copyOf(rows);
  }

  boolean hasDisputedEdges() {
    return rows.stream().anyMatch(row -> row.stated.minOpen() || row.stated.maxOpen());
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
  record Row(List<Platform> platforms, Citation.Statement stated) {

    private static final String ALSO = "and: ";
    private static final String INSTEAD = "or: ";

    Row {
      platforms = List.copyOf(platforms);
      String requirement = stated.requirement();
      Checks.require(
          requirement.isEmpty() || requirement.startsWith(ALSO) || requirement.startsWith(INSTEAD),
          () ->
              "requirement must be empty or start with \"and: \" or \"or: \", was " + requirement);
      Checks.require(
          !stated.maxOpen() || Double.isFinite(stated.tier().max()),
          () -> "open must be a bound that there is, was max");
    }

    Band band(EdgeReading reading) {
      Tier tier = stated.tier();
      int shift = reading == EdgeReading.LOWER_TIER ? 1 : 0;
      return new Band(
          stated.platform(),
          platforms,
          tier.label(),
          tier.common(),
          stated.minOpen() ? tier.min() + shift : tier.min(),
          stated.maxOpen() ? tier.max() + shift : tier.max(),
          after(ALSO),
          after(INSTEAD));
    }

    private List<String> after(String word) {
      return stated.requirement().startsWith(word)
          ? List.of(stated.requirement().substring(word.length()).split("; "))
          : List.of();
    }

    List<Double> disputedEdges() {
      List<Double> edges = new ArrayList<>();
      if (stated.minOpen()) {
        edges.add(stated.tier().min());
      }
      if (stated.maxOpen()) {
        edges.add(stated.tier().max());
      }
      return edges;
    }

    String source() {
      return stated.address().isEmpty() ? stated.title() : stated.title() + ", " + stated.address();
    }
  }
}
