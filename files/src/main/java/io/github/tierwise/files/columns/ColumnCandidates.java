package io.github.tierwise.files.columns;

import io.github.tierwise.files.table.Source;
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
final class ColumnCandidates {

  /**
   * A column that may be something.
   *
   * @param column its position
   * @param meaning what it may be
   */
  record Candidate(int column, ColumnMeaning meaning) {
    int preference() {
      return meaning.preference();
    }
  }

  private final Map<Field, List<Candidate>> byField = new EnumMap<>(Field.class);
  private final Map<Integer, AudienceShare> shares = new LinkedHashMap<>();
  private final Set<Field> mapped = new HashSet<>();

  private ColumnCandidates() {}

  static ColumnCandidates of(Source source, List<String> header, List<ColumnMapping> mappings) {
    ColumnCandidates candidates = new ColumnCandidates();
    Set<Integer> taken = new HashSet<>();
    for (ColumnMapping mapping : mappings) {
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
  private static ColumnMeaning asSaid(Field field, String name) {
    Optional<ColumnMeaning> said = ColumnName.meaning(name);
    return new ColumnMeaning(
        field,
        0,
        true,
        false,
        said.map(ColumnMeaning::percent).orElse(name.contains("%")),
        said.map(ColumnMeaning::currency).orElse(""));
  }

  private void recognise(int column, String name) {
    Optional<AudienceShare> share = AudienceShare.of(name);
    if (share.isPresent() && PlatformNames.named(share.get().dimension()).isEmpty()) {
      shares.put(column, share.get());
      return;
    }
    ColumnName.meaning(name)
        .filter(meaning -> !mapped.contains(meaning.field()))
        .ifPresent(meaning -> add(column, meaning));
  }

  void add(int column, ColumnMeaning meaning) {
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
  Map<Integer, AudienceShare> shares() {
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
