package io.github.tierwise.files.table;

import java.util.List;

/**
 * A row at the beginning of a file, which may be its header.
 *
 * @param line the line of the file on which it starts
 * @param cells its cells, on one line each as the names of {@link Sheet#header}
 */
public record HeadRow(long line, List<String> cells) {

  public HeadRow {
    cells = List.copyOf(cells);
  }
}
