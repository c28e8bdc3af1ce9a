package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  private static final int MOST_ALIKE = 200;

  private final Map<Field, List<Candidate>> byField = new EnumMap<>(Field.class);
  private final Map<Integer, AudienceShare> shares = new LinkedHashMap<>();
  private final Set<Field> mapped = new HashSet<>();
  private final Set<AudienceShare> mappedShares = new HashSet<>();

  private ColumnCandidates() {}

  static ColumnCandidates of(String table, List<String> header, List<ColumnMapping> mappings) {
    ColumnCandidates candidates = new ColumnCandidates();
    Set<Integer> taken = new HashSet<>();
    for (ColumnMapping mapping : mappings) {
      mapping.field().ifPresent(candidates.mapped::add);
      mapping.share().ifPresent(share -> candidates.mappedShares.add(share.normal()));
      for (int column : mapping.columns(table, header)) {
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
    candidates.byField.forEach((field, columns) -> checkNumber(table, field, columns.size()));
    return candidates;
  }

  /** Each column for a field is compared with each other. */
  private static void checkNumber(String table, Field field, int columns) {
    if (columns > MOST_ALIKE) {
      throw new InputException(
          "%s must have at most %d columns for %s, had %s: say --map %s=COLUMN"
              .formatted(
                  table, MOST_ALIKE, field.words(), NumberText.count(columns), field.label()));
    }
  }

  /** The caller's word stands; from the name come only unit, percent and currency. */
  private static ColumnMeaning asSaid(Field field, String name) {
    return ColumnName.meaning(name)
        .map(said -> said.as(field))
        .orElseGet(
            () ->
                new ColumnMeaning(
                    field,
                    0,
                    Optional.empty(),
                    ColumnMeaning.Aggregate.MEAN,
                    0,
                    "",
                    name.contains("%"),
                    "",
                    "en"));
  }

  private void recognise(int column, String name) {
    Optional<ColumnMeaning> number = ColumnName.meaning(name);
    Optional<AudienceShare> share = AudienceShare.of(name).or(() -> AudienceShare.ofKey(name));
    // "country:DE" is a share; "Feed: avg likes" is a number of a part of the account.
    boolean dimension =
        share.flatMap(part -> Field.named(part.dimension())).filter(Field::isDimension).isPresent();
    if (share.isPresent()
        && (dimension
            || (number.isEmpty()
                && ColumnName.meaning(share.get().value()).isEmpty()
                && PlatformNames.named(share.get().dimension()).isEmpty()))) {
      if (!isMapped(share.get())) {
        shares.put(column, share.get());
      }
      return;
    }
    number
        .or(() -> share.flatMap(part -> ofPart(part)))
        .filter(meaning -> !mapped.contains(meaning.field()))
        .ifPresent(meaning -> add(column, meaning));
  }

  /** A number behind a colon is that number if what stands before it is a word for nothing. */
  private static Optional<ColumnMeaning> ofPart(AudienceShare part) {
    return ColumnName.isPartOfAccount(part.dimension())
        ? ColumnName.meaning(part.value())
        : Optional.empty();
  }

  void add(int column, ColumnMeaning meaning) {
    byField
        .computeIfAbsent(meaning.field(), key -> new ArrayList<>())
        .add(new Candidate(column, meaning));
  }

  void replace(Field field, List<Candidate> candidates) {
    byField.put(field, candidates);
  }

  /** What may be a number, field by field. */
  List<Candidate> numbers() {
    return byField.entrySet().stream()
        .filter(entry -> entry.getKey().isNumber())
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** The networks of which numbers are named, in the order of the columns. */
  List<Platform> networks() {
    return numbers().stream()
        .filter(candidate -> !isMapped(candidate.meaning().field()))
        .sorted(Comparator.comparingInt(Candidate::column))
        .flatMap(candidate -> candidate.meaning().network().stream())
        .distinct()
        .toList();
  }

  /** Those that satisfy a rule; what the caller said stays as it is. */
  ColumnCandidates where(Predicate<Candidate> rule) {
    ColumnCandidates kept = new ColumnCandidates();
    byField.forEach(
        (field, all) ->
            kept.byField.put(
                field,
                new ArrayList<>(
                    all.stream().filter(c -> isMapped(field) || rule.test(c)).toList())));
    kept.shares.putAll(shares);
    kept.mapped.addAll(mapped);
    kept.mappedShares.addAll(mappedShares);
    return kept;
  }

  List<Candidate> of(Field field) {
    return List.copyOf(byField.getOrDefault(field, List.of()));
  }

  /** Whether the caller said which columns are this field. */
  boolean isMapped(Field field) {
    return mapped.contains(field);
  }

  /** Whether the caller said which column is this share. */
  boolean isMapped(AudienceShare share) {
    return mappedShares.contains(share.normal());
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
