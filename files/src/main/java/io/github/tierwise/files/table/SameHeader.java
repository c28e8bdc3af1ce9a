package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns that several files have in common as one table. */
final class SameHeader {

  private SameHeader() {}

  /**
   * The names of the columns: those of the first file in which they have an order, else all keys.
   *
   * @throws InputException if a file has others, or in another order
   */
  static List<String> of(List<Sheet> sheets) {
    Optional<Sheet> ordered = sheets.stream().filter(sheet -> !sheet.isUnordered()).findFirst();
    if (ordered.isEmpty()) {
      Set<String> keys = new LinkedHashSet<>();
      sheets.forEach(sheet -> keys.addAll(sheet.header()));
      return List.copyOf(keys);
    }
    for (Sheet sheet : sheets) {
      difference(ordered.get().header(), sheet)
          .ifPresent(
              difference -> {
                throw new InputException(
                    "files of one table must have the same columns in the same order, %s has them unlike %s: %s"
                        .formatted(sheet.name(), ordered.get().name(), difference));
              });
    }
    return ordered.get().header();
  }

  private static Optional<String> difference(List<String> header, Sheet sheet) {
    if (sheet.isUnordered()) {
      // What is null everywhere needs no key.
      return sheet.header().stream()
          .filter(key -> !header.contains(key))
          .findFirst()
          .map(key -> "%s is a key there alone".formatted(Quote.of(key)));
    }
    List<String> names = sheet.header();
    for (int i = 0; i < Math.min(names.size(), header.size()); i++) {
      if (!names.get(i).equals(header.get(i))) {
        return Optional.of(
            "column %d is %s and not %s"
                .formatted(i + 1, Quote.of(names.get(i)), Quote.of(header.get(i))));
      }
    }
    return names.size() == header.size()
        ? Optional.empty()
        : Optional.of(
            "it has %s and not %d".formatted(NumberText.of(names.size(), "column"), header.size()));
  }
}
