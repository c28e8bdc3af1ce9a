package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.table.CsvRows;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the cells that an account's numbers came from, by reading its row again. Immutable. */
final class Origins {

  private final InputTable table;
  private final long[] lines;

  Origins(InputTable table, long[] lines) {
    this.table = table;
    this.lines = lines;
  }

  /** The cells behind an account, in the order of the fields. */
  List<Origin> of(int account, Platform platform) {
    if (account >= lines.length) {
      return List.of();
    }
    try (CsvRows rows = table.sheet().rows()) {
      while (rows.next()) {
        if (rows.row().line() == lines[account]) {
          return table.columns().of(platform).map(roles -> of(rows.row(), roles)).orElse(List.of());
        }
      }
    }
    return List.of();
  }

  private List<Origin> of(Row row, ColumnRoles roles) {
    List<Origin> origins = new ArrayList<>();
    for (Map.Entry<Field, ColumnRoles.Numeric> each : roles.numbers().entrySet()) {
      ColumnRoles.Numeric numeric = each.getValue();
      int column = chosen(row, numeric);
      String cell = row.cell(column).strip();
      if (!cell.isEmpty()) {
        origins.add(origin(each.getKey().label(), row, column, rule(cell, numeric)));
      }
    }
    for (ColumnRoles.DimensionColumn each : roles.dimensions()) {
      if (!row.cell(each.column()).isBlank()) {
        origins.add(origin(each.field().label(), row, each.column(), ""));
      }
    }
    for (ColumnRoles.ShareColumn each : roles.shares()) {
      String cell = row.cell(each.column()).strip();
      if (!cell.isEmpty()) {
        String rule = each.percent() && !cell.contains("%") ? "in percent" : "";
        origins.add(origin(each.share().toString(), row, each.column(), rule));
      }
    }
    return origins;
  }

  private Origin origin(String field, Row row, int column, String rule) {
    return new Origin(
        field,
        table.name(),
        row.line(),
        table.sheet().header().get(column),
        row.cell(column).strip(),
        rule);
  }

  /** The column that the number was taken from: plain before abbreviated, as the reader does. */
  private static int chosen(Row row, ColumnRoles.Numeric numeric) {
    int best = numeric.columns().get(0);
    NumberParser.Cell found = NumberParser.UNKNOWN;
    for (int column : numeric.columns()) {
      NumberParser.Cell cell = NumberParser.parse(row.cell(column), numeric.style());
      if (cell.isBetterThan(found)) {
        best = column;
        found = cell;
      }
    }
    return best;
  }

  private static String rule(String text, ColumnRoles.Numeric numeric) {
    NumberStyle style = numeric.style();
    NumberParser.Cell cell = NumberParser.parse(text, style);
    if (!cell.isNumber()) {
      return "unknown";
    }
    List<String> rules = new ArrayList<>();
    if (!cell.rule().isEmpty()) {
      rules.add(cell.rule());
    }
    if (numeric.percent() && !cell.percent()) {
      rules.add("in percent");
    }
    if (NumberParser.isAmbiguous(text)) {
      boolean group = style.whole() || style.mark() == mark(text, false);
      rules.add(group ? "three digits of a group" : "a decimal");
    }
    if (cell.value() == -1) {
      rules.add(UnknownByRule.Rule.MINUS_ONE.words());
    }
    return String.join(", ", rules);
  }

  private static NumberParser.Mark mark(String text, boolean same) {
    boolean dot = text.indexOf('.') >= 0;
    return dot == same ? NumberParser.Mark.DOT : NumberParser.Mark.COMMA;
  }
}
