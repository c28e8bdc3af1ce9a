package io.github.tierwise.files.columns;

import io.github.tierwise.files.table.HeadRow;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which row of a table is its header, by the words in it. */
public final class HeaderRow {

  /** So far down a header is looked for. */
  private static final int HEAD = 20;

  /** So many columns must be known for a row to look like a header. */
  private static final int ENOUGH = 2;

  private HeaderRow() {}

  /**
   * The table with the header that two rows make: networks, and below each the names of its
   * columns. Any other table stays as it is.
   */
  public static Sheet joined(Sheet sheet) {
    List<HeadRow> head = sheet.head(HEAD);
    for (int i = 0; i + 1 < head.size(); i++) {
      HeadRow above = head.get(i);
      HeadRow below = head.get(i + 1);
      if (above.line() == sheet.headerLine()
          && areNetworks(above.cells())
          && known(below.cells()) >= ENOUGH) {
        return sheet.withHeader(below.line(), together(above.cells(), below.cells()));
      }
    }
    return sheet;
  }

  private static boolean areNetworks(List<String> cells) {
    List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
    return filled.size() >= ENOUGH
        && filled.stream().allMatch(cell -> PlatformNames.named(cell).isPresent());
  }

  /** A network stands over its first column and is meant for those to the right of it, too. */
  private static List<String> together(List<String> above, List<String> below) {
    List<String> names = new ArrayList<>();
    String network = "";
    for (int column = 0; column < below.size(); column++) {
      if (column < above.size() && !above.get(column).isBlank()) {
        network = PlatformNames.named(above.get(column)).map(Platform::displayName).orElse("");
      }
      String name = below.get(column).strip().replaceAll("\\s+", " ");
      names.add(network.isEmpty() ? name : network + " " + name);
    }
    return names;
  }

  private static long known(List<String> cells) {
    return cells.stream().filter(cell -> ColumnName.meaning(cell).isPresent()).count();
  }

  /**
   * Where the header seems to be, if not where it was looked for; empty if nothing is better.
   *
   * @param main whether it is the table of whose header the caller may speak
   */
  static String hint(Sheet sheet, boolean main) {
    long here = known(sheet.header());
    Optional<HeadRow> better =
        sheet.head(HEAD).stream()
            .filter(row -> row.line() > sheet.headerLine())
            .filter(row -> known(row.cells()) >= Math.max(ENOUGH, here + 1))
            .findFirst();
    return better
        .map(
            row ->
                "; line %d was taken for the header, which seems to be line %d: %s"
                    .formatted(
                        sheet.headerLine(),
                        row.line(),
                        main
                            ? "say --header " + row.line()
                            : "take off the lines above it, --header is for FILE alone"))
        .orElse("");
  }
}
