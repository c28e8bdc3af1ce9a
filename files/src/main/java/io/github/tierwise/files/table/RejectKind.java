package io.github.tierwise.files.table;

import java.util.List;

/**
 * Rows that could not be read for one reason.
 *
 * @param column the name of the column whose cells are wrong; empty if it is not a single one
 * @param reason the reason of the first, with its value
 * @param rows how many there are
 * @param first the lines of the first few
 * @param where the same for people
 */
public record RejectKind(
    String column, String reason, int rows, List<Sheet.Place> first, List<String> where) {

  public RejectKind {
    first = List.copyOf(first);
    where = List.copyOf(where);
  }
}
