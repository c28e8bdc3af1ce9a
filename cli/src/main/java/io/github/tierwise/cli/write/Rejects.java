package io.github.tierwise.cli.write;

import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.table.RejectKind;
import io.github.tierwise.files.table.Sheet;
import java.util.List;

/** Why rows could not be read, once for each reason. */
public final class Rejects {

  private static final int WIDE = 120;

  private Rejects() {}

  /** As a table. */
  public static Section<RejectKind> of(List<RejectKind> kinds) {
    Section<RejectKind> section =
        Section.<RejectKind>of("Rejected", kinds)
            .all("rows", "rows", RejectKind::rows, NumberText::count);
    if (kinds.stream().map(kind -> kind.first().get(0).file()).distinct().count() > 1) {
      section = section.all("file", "file", kind -> kind.first().get(0).file());
    }
    return section
        .all("first_line", "first line", kind -> kind.first().get(0).line(), NumberText::count)
        .json("lines", kind -> kind.first().stream().map(Sheet.Place::line).toList())
        .json("column", RejectKind::column)
        .all("reason", "reason of the first", WIDE, RejectKind::reason);
  }
}
