package io.github.tierwise.cli.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** What the columns may be by the caller's word, else by their names. */
final class Candidates {

  /**
   * A column that may be something.
   *
   * @param column its position
   * @param meaning what it may be
   */
  record Candidate(int column, Meaning meaning) {
    int preference() {
      return meaning.preference();
    }
  }

  private final Map<Field, List<Candidate>> byField = new EnumMap<>(Field.class);
  private final Map<Integer, Share> shares = new LinkedHashMap<>();
  private final Set<Field> mapped = new HashSet<>();

  private Candidates() {}

  static Candidates of(Source source, List<String> header, List<Mapping> mappings) {
    Candidates candidates = new Candidates();
    Set<Integer> taken = new HashSet<>();
    for (Mapping mapping : mappings) {
      mapping.field().ifPresent(candidates.mapped::add);
      for (int column : mapping.columns(source, header)) {
        taken.add(column);
        mapping.share().ifPresent(share -> candidates.shares.put(column, share));
        mapping
            .field()
            .ifPresent(field -> candidates.add(column, asSaid(field, header.get(column))));
      }
    }
    for (int column = 0; column < header.size(); column++) {
      if (!taken.contains(column)) {
        candidates.recognise(column, header.get(column));
      }
    }
    return candidates;
  }

  /** The caller's word stands; from the name come only percent and currency. */
  private static Meaning asSaid(Field field, String name) {
    Optional<Meaning> said = ColumnName.meaning(name);
    return new Meaning(
        field,
        0,
        true,
        false,
        said.map(Meaning::percent).orElse(name.contains("%")),
        said.map(Meaning::currency).orElse(""));
  }

  private void recognise(int column, String name) {
    Optional<Share> share = Share.of(name);
    if (share.isPresent() && PlatformNames.named(share.get().dimension()).isEmpty()) {
      shares.put(column, share.get());
      return;
    }
    ColumnName.meaning(name)
        .filter(meaning -> !mapped.contains(meaning.field()))
        .ifPresent(meaning -> add(column, meaning));
  }

  void add(int column, Meaning meaning) {
    byField
        .computeIfAbsent(meaning.field(), key -> new ArrayList<>())
        .add(new Candidate(column, meaning));
  }

  void replace(Field field, List<Candidate> candidates) {
    byField.put(field, candidates);
  }

  List<Candidate> of(Field field) {
    return List.copyOf(byField.getOrDefault(field, List.of()));
  }

  /** Whether the caller said which columns are this field. */
  boolean isMapped(Field field) {
    return mapped.contains(field);
  }

  /** Columns of shares, in their order. */
  Map<Integer, Share> shares() {
    return shares;
  }

  /** Those that are preferred most. */
  static List<Candidate> best(List<Candidate> candidates, ToIntFunction<Candidate> preference) {
    Optional<Candidate> first = candidates.stream().min(Comparator.comparingInt(preference));
    return first
        .map(
            best ->
                candidates.stream()
                    .filter(c -> preference.applyAsInt(c) == preference.applyAsInt(best))
                    .toList())
        .orElse(List.of());
  }
}
