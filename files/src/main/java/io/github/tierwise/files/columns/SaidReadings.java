package io.github.tierwise.files.columns;

import io.github.tierwise.files.columns.ColumnReading.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How the caller says that cells are meant, and which of it decided how a column is read. */
final class SaidReadings {

  private final List<ColumnReading> said;
  private final Set<ColumnReading> taken = new LinkedHashSet<>();

  SaidReadings(List<ColumnReading> said) {
    this.said = said;
  }

  /** Whether a column of this field, which there is, is meant so. */
  boolean has(Field field, Reading reading) {
    ColumnReading wanted = new ColumnReading(field, reading);
    return said.contains(wanted) && (taken.add(wanted) || taken.contains(wanted));
  }

  /** What decided how a column is read. */
  Set<ColumnReading> taken() {
    return Set.copyOf(taken);
  }
}
