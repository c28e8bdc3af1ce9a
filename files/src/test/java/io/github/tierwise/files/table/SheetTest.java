package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tierwise.files.WorkbookBytes;
import io.github.tierwise.files.cells.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

  private static Source source(String text) {
    return Source.of("x.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Sheet sheet(String text) {
    return Sheet.read(source(text));
  }

  /** The rows, each with its line; a row with a problem with that. */
  static List<String> rows(Sheet sheet) {
    List<String> found = new ArrayList<>();
    try (Rows rows = sheet.rows()) {
      Row row = rows.row();
      while (rows.next()) {
        found.add(
            row.line() + row.problem().map(problem -> "! " + problem).orElse(" " + row.cells()));
      }
    }
    return found;
  }

  private static String separator(Sheet sheet) {
    return sheet.notes().get(0).text();
  }

  private static String error(String text) {
    return assertThrows(InputException.class, () -> sheet(text)).getMessage();
  }

  // Separators.

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\"", "sep=;\r", "sep=;;;"})
  void aFirstLineThatNamesTheSeparatorIsNoRow(String first) {
    Sheet sheet = sheet(first + "\na,x;b\n1,5;2\n");
    assertEquals(List.of(new SheetNote("separator", "a semicolon")), sheet.notes());
    assertEquals(List.of("a,x", "b"), sheet.header());
    assertEquals(2, sheet.headerLine());
    assertEquals(List.of("3 [1,5, 2]"), rows(sheet));
  }

  @Test
  void theNamedSeparatorWinsOverTheOneThatTheHeaderSuggests() {
    assertEquals("a tabulator", separator(sheet("sep=\t\na,b,c\td\n")));
    assertEquals("a vertical bar", separator(sheet("sep=|\ra;b|c\r1|2\r")));
    assertEquals(List.of("3 [1, 2]"), rows(sheet("sep=|\ra;b|c\r1|2\r")));
    assertEquals(List.of("sep=x", "b"), sheet("sep=x,b\n1,2\n").header());
    assertEquals("x.csv must have a header, was empty", error("sep=;\n"));
    assertEquals("x.csv must have a header, was empty", error("sep=;"));
  }

  @Test
  void aVerticalBarIsASeparator() {
    Sheet sheet = sheet("a|b|c\n1|2|3\n");
    assertEquals("a vertical bar", separator(sheet));
    assertEquals(List.of("2 [1, 2, 3]"), rows(sheet));
  }

  // The header.

  private static final String PREAMBLE =
      "Report,,\nMade \"today\" \"so\",,\n\nname,followers,likes\na,1,2\n\nb,3,4\n";

  @Test
  void theHeaderMayBeOnALineThatTheCallerNames() {
    Sheet sheet = Sheet.read(source(PREAMBLE), 4, Optional.empty());
    assertEquals(List.of("name", "followers", "likes"), sheet.header());
    assertEquals(4, sheet.headerLine());
    assertEquals(List.of("5 [a, 1, 2]", "7 [b, 3, 4]"), rows(sheet));
    assertEquals(List.of("Report", "", ""), sheet(PREAMBLE).header());
  }

  @Test
  void theSeparatorIsThatOfTheHeaderWhereverItIs() {
    assertEquals(
        "a semicolon",
        separator(Sheet.read(source("made, here, today, by us\na;b\n1;2\n"), 2, Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 8, 9, -1})
  void aHeaderLineWithoutARowIsAnError(long line) {
    assertEquals(
        "header line of x.csv must be one on which a row starts that is not blank, was " + line,
        assertThrows(
                InputException.class, () -> Sheet.read(source(PREAMBLE), line, Optional.empty()))
            .getMessage());
  }

  @Test
  void theFirstRowsAreGivenBeforeAndAfterTheHeader() {
    List<HeadRow> head = Sheet.read(source(PREAMBLE), 4, Optional.empty()).head(4);
    assertEquals(List.of(1L, 2L, 4L, 5L), head.stream().map(HeadRow::line).toList());
    assertEquals(List.of("a", "1", "2"), head.get(3).cells());
    assertEquals(5, sheet(PREAMBLE).head(100).size());
    assertEquals(1, sheet("sep=,\na,\" b\n c\"\n").head(9).size());
    assertEquals(List.of("a", "b c"), sheet("sep=,\na,\" b\n c\"\n").head(9).get(0).cells());
  }

  @Test
  void aHeaderOfTwoRowsIsGivenByItsReader() {
    Sheet sheet = sheet(",IG,\nname,followers,likes\na,1,2\n");
    Sheet both = sheet.withHeader(2, List.of("name", " IG\nfollowers", "IG likes"));
    assertEquals(List.of("name", "IG followers", "IG likes"), both.header());
    assertEquals(2, both.headerLine());
    assertEquals(List.of("3 [a, 1, 2]"), rows(both));
    assertThrows(IllegalArgumentException.class, () -> sheet.withHeader(0, List.of("a")));
    assertThrows(IllegalArgumentException.class, () -> sheet.withHeader(2, List.of()));
  }

  @Test
  void blankRowsAreCounted() {
    try (Rows rows = sheet("\na,b\n\n1,2\n , \n").rows()) {
      while (rows.next()) {
        assertEquals(4, rows.row().line());
      }
      assertEquals(3, rows.blank());
    }
  }

  @Test
  void aHeaderWithABrokenQuoteIsAnError() {
    assertEquals(
        "x.csv line 1 cannot be a header: quotes within cell 2 must be doubled, was \"\"b\"x\"",
        error("a,\"b\"x,c\n1,2,3\n"));
  }

  // What is no table.

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<!DOCTYPE html><table>#HTML",
        "<html lang=\"en\">#HTML",
        "<?xml version=\"1.0\"?>#XML"
      })
  void textThatIsNoTableIsNamed(String text, String kind) {
    assertEquals(
        "x.csv must be a table, was %s: write it as CSV first, a header and one account a row"
            .formatted(kind),
        error(text));
  }

  @Test
  void aHeaderInBracketsIsATable() {
    assertEquals(List.of("[id]", "[name]"), sheet("[id],[name]\n1,2\n").header());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grows.csv", "grows.csv.gz", "grows.json", "grows.xlsx"})
  void aFileThatChangesAfterItWasFirstLookedAtIsRefused(String name, @TempDir Path here)
      throws IOException {
    byte[] bytes = "name,followers\nana,1\n".getBytes(StandardCharsets.UTF_8);
    if (name.endsWith(".gz")) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      bytes = packed.toByteArray();
    } else if (name.endsWith(".json")) {
      bytes = "{\"name\":\"ana\",\"followers\":1}\n".getBytes(StandardCharsets.UTF_8);
    } else if (name.endsWith(".xlsx")) {
      List<List<String>> rows = List.of(List.of("name", "followers"), List.of("ana", "1"));
      bytes = new WorkbookBytes().sheet("list", WorkbookBytes.rows(rows, true)).bytes();
    }
    Path file = Files.write(here.resolve(name), bytes);
    Sheet sheet = Sheet.read(Source.read(file.toString(), InputStream.nullInputStream()));
    sheet.requireUnchanged();
    Files.write(file, bytes, StandardOpenOption.APPEND);
    assertEquals(
        name + " must not change while it is read, did; read it again when it is whole",
        assertThrows(InputException.class, sheet::requireUnchanged).getMessage());
  }
}
