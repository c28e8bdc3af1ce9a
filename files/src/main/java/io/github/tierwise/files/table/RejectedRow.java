package io.github.tierwise.files.table;

import java.util.List;

/**
 * A row that could not be read: kept, with its place and the reason.
 *
 * @param file the name of the input
 * @param line the line of the file on which the row starts
 * @param reason the name, the rule and the value
 * @param cells the row as it is
 */
public record RejectedRow(String file, long line, String reason, List<String> cells) {

  public RejectedRow {
    cells = List.copyOf(cells);
  }
}
