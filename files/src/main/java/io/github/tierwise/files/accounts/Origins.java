package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.files.table.Rows;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return account < lines.length ? ofLine(lines[account], platform) : List.of();
  }

  /** The cells of a line of the table. */
  List<Origin> ofLine(long line, Platform platform) {
    try (Rows rows = table.sheet().rows()) {
      while (rows.next()) {
        if (rows.row().line() == line) {
          return table
              .columns()
              .of(platform)
              .map(roles -> of(rows.row(), roles, table.unknownIn(rows.row(), roles, platform)))
              .orElse(List.of());
        }
      }
    }
    return List.of();
  }

  private List<Origin> of(Row row, ColumnRoles roles, UnknownByRule unknown) {
    List<Origin> origins = new ArrayList<>();
    for (Map.Entry<Field, ColumnRoles.Numeric> each : roles.numbers().entrySet()) {
      ColumnRoles.Numeric numeric = each.getValue();
      int column = chosen(row, numeric);
      String cell = row.cell(column).strip();
      if (!cell.isEmpty()) {
        String rule = unknown(each.getKey(), unknown).orElseGet(() -> rule(cell, numeric));
        origins.add(origin(each.getKey().label(), row, column, rule));
      }
    }
    for (ColumnRoles.DimensionColumn each : roles.dimensions()) {
      if (!row.cell(each.column()).isBlank()) {
        String label = each.field().label();
        origins.add(origin(label, row, each.column(), ofShare(label, "", unknown)));
      }
    }
    for (ColumnRoles.ShareColumn each : roles.shares()) {
      String cell = row.cell(each.column()).strip();
      if (!cell.isEmpty()) {
        String rule = each.percent() && !cell.contains("%") ? "in percent" : "";
        String dimension = each.share().dimension();
        origins.add(
            origin(each.share().toString(), row, each.column(), ofShare(dimension, rule, unknown)));
      }
    }
    return origins;
  }

  private static Optional<String> unknown(Field field, UnknownByRule unknown) {
    UnknownByRule.Rule hidden = UnknownByRule.Rule.RATE_HIDDEN;
    return field == Field.ENGAGEMENT_RATE && unknown.counts().containsKey(hidden)
        ? Optional.of(hidden.words())
        : field.measure().flatMap(unknown::forgotten).map(UnknownByRule.Rule::words);
  }

  private static String ofShare(String dimension, String rule, UnknownByRule unknown) {
    return unknown.hasForgotten(dimension) ? UnknownByRule.Rule.SHARES_ABOVE_ONE.words() : rule;
  }

  private Origin origin(String field, Row row, int column, String rule) {
    Sheet.Place place = table.sheet().place(row.line());
    return new Origin(
        field,
        place.file(),
        place.line(),
        place.line(),
        0,
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
    if (cell.value() == -1 || cell.value() == -Math.pow(10, style.power())) {
      rules.add(UnknownByRule.Rule.MINUS_ONE.words());
    } else if (UnknownByRule.isLargest(cell.value())) {
      rules.add(UnknownByRule.Rule.LARGEST.words());
    }
    return String.join(", ", rules);
  }

  private static NumberParser.Mark mark(String text, boolean same) {
    boolean dot = text.indexOf('.') >= 0;
    return dot == same ? NumberParser.Mark.DOT : NumberParser.Mark.COMMA;
  }
}
