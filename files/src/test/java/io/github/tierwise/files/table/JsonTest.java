package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static final List<String> ROWS = List.of("[a, 1]", "[b, 2]");

  private static Sheet sheet(String text) {
    return Sheet.read(Source.of("x.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> rows(String text) {
    return SheetTest.rows(sheet(text));
  }

  private static String error(String text) {
    return assertThrows(InputException.class, () -> rows(text)).getMessage();
  }

  private static List<String> withoutLines(String text) {
    return rows(text).stream().map(row -> row.substring(row.indexOf('['))).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[{'id':'a','n':1},{'id':'b','n':2}]#a list of objects",
        "  [~{'id':'a',~'n':1},~{'id':'b','n':2}~]~#a list of objects",
        "{'id':'a','n':1}~{'id':'b','n':2}#an object a line",
        "{'id':'a','n':1}~~{'n':2,'id':'b'}~#an object a line",
        "{'more':[1,[{}]],'data':[{'id':'a','n':1},{'id':'b','n':2}]}#the list \"data\"",
        "{~'data':[~{'id':'a','n':1},~{'id':'b','n':2}],~'next':null,'e':[]}#the list \"data\"",
        "{~'id':'a','n':1}~{~'id':'b','n':2}#a list of objects"
      })
  void objectsAreRowsWhereverTheyStand(String text, String where) {
    String json = text.replace('\'', '"').replace('~', '\n');
    assertEquals(ROWS, withoutLines(json));
    assertEquals(new SheetNote("file", "JSON, " + where), sheet(json).notes().get(0));
    assertEquals(List.of("id", "n"), sheet(json).header());
    assertEquals(0, sheet(json).headerLine());
  }

  @Test
  void aSingleObjectIsARow() {
    assertEquals(List.of("[a, 1]"), withoutLines("{\"id\":\"a\",\n\"n\":1}"));
    assertEquals(List.of("[a, 1]"), withoutLines("{\"id\":\"a\",\"n\":1}\n"));
  }

  @Test
  void theLineOfARowIsThatOnWhichItsObjectStarts() {
    assertEquals(List.of("2 [a]", "4 [b]"), rows("[\n{\"id\":\n\"a\"},\n{\"id\":\"b\"}]"));
    assertEquals(
        List.of("1 [a]", "4 [b]"), rows("{\"id\":\"a\"}\n\n{}\n{\"id\":\"b\"}\n{\"id\":null}"));
  }

  @Test
  void objectsWithinAreColumnsAndListsOfPlainValuesTexts() {
    String text =
        "[{\"id\":\"a\",\"of\":{\"n\":1.5,\"in\":{\"x\":true}},\"tags\":[\"u\",\"v\",null,3],\"no\":[]},"
            + "{\"id\":\"b\",\"posts\":[{\"n\":1}],\"m\":[[1]]}]";
    assertEquals(List.of("id", "of.n", "of.in.x", "tags", "no"), sheet(text).header());
    assertEquals(List.of("[a, 1.5, true, u|v|3, ]", "[b, , , , ]"), withoutLines(text));
    Sheet sheet = sheet(text);
    SheetTest.rows(sheet);
    assertEquals(
        List.of(
            "1 list with more than plain values under \"posts\"",
            "1 list with more than plain values under \"m\""),
        sheet.notes().stream()
            .filter(note -> note.topic().equals("not used"))
            .map(SheetNote::text)
            .toList());
  }

  @Test
  void whatStandsBesideTheListIsNamed() {
    Sheet sheet = sheet("{\"page\":1,\"data\":[{\"id\":1}],\"next\":\"x\"}");
    SheetTest.rows(sheet);
    assertEquals("beside the list: \"next\", \"page\"", sheet.notes().get(1).text());
  }

  @Test
  void aNumberReadsInOneWayWhateverTheMarkOfItsColumnIs() {
    Sheet sheet =
        sheet(
            "[{\"n\":1.204},{\"n\":1.204e3},{\"n\":-1.204},{\"n\":7012345678901234567},{\"n\":7.0123E+18},"
                + "{\"n\":0.000},{\"n\":1e-7},{\"n\":\"1.204\"},{\"n\":NaN},{\"n\":Infinity},{\"n\":12.0}]");
    assertEquals(
        List.of(
            "1 [1.2040]",
            "2 [1204]",
            "3 [-1.2040]",
            "4 [7012345678901234567]",
            "5 [7.0123E+18]",
            "6 [0]",
            "7 [0.0000001]",
            "8 [1.204]",
            "10 [Infinity]",
            "11 [12]"),
        SheetTest.rows(sheet));
    try (Rows rows = sheet.rows()) {
      assertTrue(rows.next());
      Row row = rows.row();
      assertTrue(row.isTyped(0));
      assertEquals(1.204, row.plain(0));
      NumberStyle comma = NumberStyle.of(NumberParser.Mark.COMMA);
      assertEquals(1.204, row.plain(0, comma));
      assertEquals(1.204, NumberParser.parse(row.cell(0), comma).value());
      NumberStyle thousands = new NumberStyle(NumberParser.Mark.COMMA, true, false, 3, "");
      assertEquals(1204, row.plain(0, thousands));
      for (int i = 0; i < 7; i++) {
        assertTrue(rows.next());
      }
      assertFalse(row.isTyped(0));
      assertTrue(Double.isNaN(row.plain(0)));
    }
  }

  @Test
  void aLineThatIsNoObjectIsRejectedAndTheOthersRead() {
    assertEquals(
        List.of(
            "1 [a]",
            "2! line must be a JSON object, is none at column 8: Unexpected character ('}' (code 125)):"
                + " expected a value",
            "3! row must be a JSON object, was \"7\"",
            "4! row must be a JSON object, was a list",
            "5! line must be one JSON object, had more at column 12",
            "6! key \"id\" must come once in an object, came again",
            "7 [b]",
            "8 [c]"),
        rows(
            "{\"id\":\"a\"}\n{\"id\": }\n7\n[1]\n{\"id\":\"x\"} {}\n{\"id\":1,\"id\":2}\n{\"id\":\"b\"}\r\n{\"id\":\"c\"}\n"
                + "{\"id\":null}"));
  }

  @Test
  void aBrokenListIsAnErrorWithItsPlace() {
    assertEquals(
        "x.json line 2 column 8 is no JSON: Unexpected character ('}' (code 125)): expected a value",
        error("[{\"id\":1},\n{\"id\": }]"));
    String whole = "{\"data\":[{\"id\":\"a\",\"n\":[1,{\"x\":2}]},{\"id\":\"b\"}],\"k\":1}";
    for (int end = 2; end < whole.length(); end++) {
      String cut = whole.substring(0, end);
      assertThrows(InputException.class, () -> rows(cut), cut);
    }
    assertEquals(
        "x.json line 1 column 12: a file of JSON must be one list, one object, or an object a line, had more",
        error("[{\"id\":1}] {\"id\":2}"));
    assertEquals(
        "x.json must have one list of objects, had \"a\" and \"b\": take the one of accounts out of it",
        error("{\"a\":[{\"id\":1}],\"b\":[{\"id\":2}]}"));
    assertEquals(
        "x.json must be a list of JSON objects, or one a line, had none with a key",
        error("[1, 2]"));
    assertEquals(
        "x.json must be a list of JSON objects, or one a line, had none with a key", error("[{}]"));
  }

  @Test
  void limitsAreStated() {
    String deep = "[{\"id\":1,\"x\":" + "[".repeat(100) + "]".repeat(100) + "}]";
    assertTrue(error(deep).contains("(64"), error(deep));
    String long8 = "{\"id\":\"b\",\"x\":\"" + "y".repeat(RowGuard.MOST) + "\"}";
    assertEquals(
        List.of("1 [a, ]", "2! line must have at most 4,194,304 characters, had more", "3 [c, ]"),
        rows("{\"id\":\"a\",\"x\":\"\"}\n" + long8 + "\n{\"id\":\"c\"}\n"));
  }

  @Test
  void aKeyBehindTheFirstRowsIsNotUsedAndCounted() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < JsonTable.HEAD; i++) {
      text.append("{\"id\":").append(i).append("}\n");
    }
    text.append("{\"id\":1,\"late\":2,\"later\":3}\n");
    Sheet sheet = sheet(text.toString());
    assertEquals(List.of("id"), sheet.header());
    try (Rows rows = sheet.rows()) {
      while (rows.next()) {
        // To the end.
      }
    }
    assertEquals(
        "keys that the first 65,536 rows do not have, in 1 row: \"late\", \"later\"",
        sheet.notes().get(1).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'n':1,'n':2}",
        "{'n':1,'n':null}",
        "{'n':1,'n':{'x':2}}",
        "{'n':{'x':1},'n':2}",
        "{'n':{'x':1},'n':{'y':2}}",
        "{'n':[{}],'n':1}",
        "{'n':1,'n':[[1]]}"
      })
  void aKeyThatComesTwiceRejectsItsRowWhateverItHolds(String twice) {
    String once = "{'n':1,'n.x':1,'n.y':1}";
    String json = (once + "\n" + twice + "\n" + once).replace('\'', '"');
    String again = "key \"n\" must come once in an object, came again";
    List<String> rows = List.of("1 [1, 1, 1]", "2! " + again, "3 [1, 1, 1]");
    assertEquals(rows, rows(json));
    assertEquals(rows, rows("[" + json.replace("\n", ",\n") + "]"));
  }

  @Test
  void aKeyThatComesTwiceBehindTheFirstRowsRejectsItsRowUnlessItIsNotUsed() {
    String many = "{\"id\":1}\n".repeat(JsonTable.HEAD);
    Sheet sheet =
        sheet(many + "{\"id\":2,\"id\":3}\n{\"id\":4,\"late\":5,\"late\":6}\n{\"id\":7}\n");
    List<String> rows = SheetTest.rows(sheet);
    int first = JsonTable.HEAD + 1;
    assertEquals(
        List.of(
            first + "! key \"id\" must come once in an object, came again",
            first + 1 + " [4]",
            first + 2 + " [7]"),
        rows.subList(JsonTable.HEAD, rows.size()));
    assertEquals(
        "keys that the first 65,536 rows do not have, in 1 row: \"late\"",
        sheet.notes().get(1).text());
  }

  @Test
  void bytesThatAreNoTextRejectTheirRow() {
    byte[] bytes =
        "[{\"id\":\"a\"},{\"id\":\"?\"},{\"id\":\"é\"}]".getBytes(StandardCharsets.UTF_8);
    bytes["[{\"id\":\"a\"},{\"id\":\"".length()] = (byte) 0xE9;
    Sheet sheet = Sheet.read(Source.of("x.json", bytes, StandardCharsets.UTF_8));
    assertEquals(
        "2! \"id\" must be UTF-8, was \"\uFFFD\"; if the whole file is in another encoding, say it, as in"
            + " --encoding windows-1252",
        SheetTest.rows(sheet).get(1));
  }

  @Test
  void aHeaderLineIsNotForJson() {
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                Sheet.read(
                    Source.of("x", "[{\"a\":1}]".getBytes(StandardCharsets.UTF_8)),
                    1,
                    Optional.empty()));
    assertEquals(
        "header line must be of a table with a header, x is JSON, whose keys are the columns: leave out --header",
        e.getMessage());
  }
}
