package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A definition of the catalogue by one reading of its edges. */
final class PublishedPolicy extends RangePolicy {

  private static final long serialVersionUID = 1L;

  private final String definition;
  private final EdgeReading reading;
  private final transient Citation citation;
  private final transient Map<Platform, List<Double>> disputed = new EnumMap<>(Platform.class);

  PublishedPolicy(PublishedDefinition definition, EdgeReading reading) {
    super(
        definition.id(reading),
        source(definition, reading),
        definition.bands(reading),
        definition.citation().partial());
    this.definition = definition.id();
    this.reading = reading;
    List<Band> bands = definition.bands(reading);
    List<Citation.Statement> statements = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      statements.add(definition.rows().get(i).stated().with(tierOf(i)));
    }
    citation = definition.citation().with(statements);
    for (Platform platform : Platform.values()) {
      List<Band> here = Band.on(platform, bands);
      Set<Double> edges = new TreeSet<>();
      for (int i = 0; i < bands.size(); i++) {
        if (here.contains(bands.get(i))) {
          edges.addAll(definition.rows().get(i).disputedEdges());
        }
      }
      disputed.put(platform, List.copyOf(edges));
    }
  }

  private static String source(PublishedDefinition definition, EdgeReading reading) {
    Citation from = definition.citation();
    StringBuilder text = new StringBuilder(from.publisher());
    text.append(", ").append(from.year().isEmpty() ? "undated" : from.year());
    text.append(from.region().isEmpty() ? "" : ", " + from.region());
    Set<String> sources = new LinkedHashSet<>();
    definition.rows().forEach(row -> sources.add(row.source()));
    text.append(": ").append(String.join("; ", sources));
    text.append(from.partial() ? "; the source has further tiers that were not seen" : "");
    if (definition.hasDisputedEdges()) {
      text.append(
          reading == EdgeReading.UPPER_TIER
              ? "; a figure on an edge left open is not in the lower tier (the default reading)"
              : "; a figure on an edge left open is in the lower tier (not the default reading)");
    }
    return text.toString();
  }

  @Override
  public Optional<Citation> citation() {
    return Optional.of(citation);
  }

  @Override
  public List<Double> disputedEdges(Platform platform) {
    return disputed.getOrDefault(platform, List.of());
  }

  /** Equal if the definition and the reading are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PublishedPolicy that && id().equals(that.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  Object writeReplace() {
    return new Form(definition, reading);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("tier policy must be read through its form");
  }

  /** The serial form: looked up again, so that no bound can be planted. */
  private record Form(String definition, EdgeReading reading) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("tier policy", () -> TierPolicies.published(definition, reading));
    }
  }
}
