package io.github.tierwise.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables in the jar: UTF-8, columns separated by tabs, blank lines and lines with # left out. */
public final class ResourceTable {

  /** One line of a table. */
  public record Row(String file, int number, List<String> cells) {

    /** The cell of a column, from 0. */
    public String get(int column) {
      return cells.get(column);
    }

    /** What is wrong with this line, with its number. */
    public IllegalStateException error(IllegalArgumentException cause) {
      return new IllegalStateException(
          "%s line %d: %s".formatted(file, number, cause.getMessage()), cause);
    }
  }

  private ResourceTable() {}

  /** Reads the file that lies beside {@code owner}. */
  public static List<Row> read(Class<?> owner, String file, int columns) {
    InputStream stream = owner.getResourceAsStream(file);
    if (stream == null) {
      throw new IllegalStateException("resource " + file + " must be in the jar, was missing");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parse(lines, file, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a text; every one has {@code columns} cells, stripped. */
  public static List<Row> parse(BufferedReader lines, String file, int columns) throws IOException {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
      Row row = new Row(file, number, cells);
      if (cells.size() != columns) {
        throw row.error(
            new IllegalArgumentException(
                "columns must be %d, was %d".formatted(columns, cells.size())));
      }
      rows.add(row);
    }
    return rows;
  }
}
