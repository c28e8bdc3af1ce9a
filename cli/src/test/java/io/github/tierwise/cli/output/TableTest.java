package io.github.tierwise.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.cli.text.Display;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private static Table table() {
    return new Table(
        List.of(
            new Table.Column("n", true, 4),
            new Table.Column("name", false, 8),
            new Table.Column("reason", false, 200)));
  }

  @Test
  void columnsAreAlignedAndTheLastOneIsCut() {
    Table table = table();
    table.add(List.of("1", "ana", "a reason that is far too long for the line"));
    table.add(List.of("10", "benjamin-the-second", "short"));
    assertEquals(
        """
         n  name      reason
         1  ana       a reason that is far…
        10  benjami…  short
        """,
        table.toText(35));
  }

  @Test
  void namesInEveryScriptStayInTheirColumn() {
    Table table = table();
    table.add(List.of("1", "서은일상", "x"));
    table.add(List.of("2", "مرحبا", "x"));
    table.add(List.of("3", "a\u001b[2J\n", "x"));
    table.toText(60).lines().skip(1).forEach(line -> assertEquals(14, Display.width(line), line));
  }
}
