package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.cli.text.Display;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  private static TextTable table() {
    return new TextTable(
        List.of(
            new TextTable.Column("n", true, 4),
            new TextTable.Column("name", false, 8),
            new TextTable.Column("reason", false, 200)));
  }

  @Test
  void columnsAreAlignedAndTheLastOneIsCut() {
    TextTable table = table();
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
    TextTable table = table();
    table.add(List.of("1", "서은일상", "x"));
    table.add(List.of("2", "مرحبا", "x"));
    table.add(List.of("3", "a\u001b[2J\n", "x"));
    table.toText(60).lines().skip(1).forEach(line -> assertEquals(14, Display.width(line), line));
  }
}
