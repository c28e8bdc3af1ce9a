package io.github.tierwise.cli.write;

import io.github.tierwise.cli.text.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Aligned columns for people; the last one is cut to what is left of the line. */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int LEAST_LAST = 20;

  /**
   * A column.
   *
   * @param title its title
   * @param right whether its cells stand to the right
   * @param most the most cells of a terminal that it takes
   */
  public record Column(String title, boolean right, int most) {}

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row with one text a column. */
  public void add(List<String> cells) {
    IntFunction<String> cell = i -> Display.cut(Display.clean(cells.get(i)), columns.get(i).most());
    rows.add(IntStream.range(0, columns.size()).mapToObj(cell).toList());
  }

  /** The table in lines of at most {@code width} cells that end in a line feed. */
  public String toText(int width) {
    List<String> titles = columns.stream().map(Column::title).toList();
    int last = columns.size() - 1;
    int[] widths = new int[last];
    for (int i = 0; i < last; i++) {
      widths[i] = Display.width(titles.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Display.width(row.get(i)));
      }
    }
    int left =
        Math.max(LEAST_LAST, width - IntStream.of(widths).map(cells -> cells + GAP.length()).sum());
    StringBuilder text = new StringBuilder();
    append(text, titles, widths, left);
    rows.forEach(row -> append(text, row, widths, left));
    return text.toString();
  }

  private void append(StringBuilder text, List<String> cells, int[] widths, int left) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(Display.pad(cells.get(i), widths[i], columns.get(i).right())).append(GAP);
    }
    line.append(Display.cut(cells.get(widths.length), left));
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
