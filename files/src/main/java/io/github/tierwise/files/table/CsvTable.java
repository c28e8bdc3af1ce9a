package io.github.tierwise.files.table;

import java.util.List;
import java.util.Optional;

/**
 * Text with separators.
 *
 * @param source the text
 * @param layout how its cells are told apart
 */
record CsvTable(Source source, Layout layout) implements Container {

  /**
   * Finds the layout that fits the header best.
   *
   * @param headerLine the line on which it starts; 0 if it is the first that is not blank
   */
  static CsvTable of(Source source, long headerLine) {
    List<Layout> layouts = Layout.of(source);
    CsvTable best = new CsvTable(source, layouts.get(0));
    int bestFit = 0;
    for (Layout layout : layouts) {
      CsvTable table = new CsvTable(source, layout);
      int fit = table.fit(headerLine);
      if (fit > bestFit) {
        bestFit = fit;
        best = table;
      }
    }
    return best;
  }

  /**
   * How well a header fits a layout: a quote that is broken may be whole with another separator;
   * but a whole line as one cell is worse than a broken quote, which can be named.
   */
  private int fit(long headerLine) {
    try (Rows rows = rows(0, Math.max(0, headerLine - 1), 0)) {
      if (!rows.next()) {
        return 0;
      }
      int cells = rows.row().cells().size();
      return cells == 1 ? 1 : rows.row().isBroken() ? 2 : cells + 1;
    }
  }

  @Override
  public Rows rows(int width, long after, long before) {
    return new CsvRows(source, layout, width, after, before);
  }

  @Override
  public Optional<FilePieces> pieces(int width, long after, long before, int most) {
    return FilePieces.of(source, layout, after, before, width, most);
  }

  @Override
  public Optional<RawLines> text() {
    return Optional.of(new RawLines(source, true));
  }

  @Override
  public List<SheetNote> notes() {
    return layout.separator() == ','
        ? List.of()
        : List.of(new SheetNote("separator", layout.separatorName()));
  }
}
