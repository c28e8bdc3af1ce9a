package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.WorkbookBytes;
import io.github.tierwise.files.cells.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

  private static final List<List<String>> TABLE =
      List.of(List.of("id", "n"), List.of("a", "1.204"), List.of("b", "2"));

  private static final List<String> ROWS = List.of("2 [a, 1.2040]", "3 [b, 2]");

  private static WorkbookBytes workbook() {
    return new WorkbookBytes().sheet("All", WorkbookBytes.rows(TABLE, true));
  }

  private static Sheet sheet(byte[] bytes) {
    return Sheet.read(Source.of("x.xlsx", bytes));
  }

  private static Sheet sheet(WorkbookBytes workbook) {
    return sheet(workbook.bytes());
  }

  private static String error(byte[] bytes) {
    return assertThrows(InputException.class, () -> SheetTest.rows(sheet(bytes))).getMessage();
  }

  /** The cells of a single row below a header. */
  private static List<String> cells(WorkbookBytes formats, String... cells) {
    StringBuilder row = new StringBuilder();
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      header.append("<c r=\"%c1\" t=\"str\"><v>h%d</v></c>".formatted('A' + i, i));
      row.append(cells[i].replace("<c", "<c r=\"" + (char) ('A' + i) + "2\""));
    }
    Sheet sheet =
        sheet(
            formats.sheet("A", "<row r=\"1\">" + header + "</row><row r=\"2\">" + row + "</row>"));
    try (Rows rows = sheet.rows()) {
      assertTrue(rows.next());
      return rows.row().cells();
    }
  }

  @Test
  void aWorkbookIsReadFromAFileAPipeAndGzip(@TempDir Path folder) throws IOException {
    byte[] bytes = workbook().bytes();
    assertEquals(ROWS, SheetTest.rows(sheet(bytes)));
    Path file = Files.write(folder.resolve("x"), bytes);
    Sheet sheet = Sheet.read(Source.read(file.toString(), InputStream.nullInputStream()));
    assertEquals(ROWS, SheetTest.rows(sheet));
    assertEquals(List.of("id", "n"), sheet.header());
    assertEquals(List.of(new SheetNote("file", "workbook, sheet \"All\"")), sheet.notes());
    Source piped = Source.read("-", new ByteArrayInputStream(bytes));
    assertEquals(ROWS, SheetTest.rows(Sheet.read(piped)));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    assertEquals(ROWS, SheetTest.rows(sheet(packed.toByteArray())));
  }

  @Test
  void theFirstSheetThatIsNotHiddenIsReadUnlessTheCallerSaysOne() {
    byte[] bytes =
        new WorkbookBytes()
            .sheet("Old", WorkbookBytes.rows(List.of(List.of("x"), List.of("old")), true), "hidden")
            .sheet("New", WorkbookBytes.rows(TABLE, true))
            .sheet("More", WorkbookBytes.rows(List.of(List.of("x"), List.of("more")), true))
            .bytes();
    assertEquals(ROWS, SheetTest.rows(sheet(bytes)));
    assertEquals(
        "workbook, sheet \"New\"; not read: \"Old\", \"More\", as by --sheet",
        sheet(bytes).notes().get(0).text());
    Source source = Source.of("x.xlsx", bytes);
    assertEquals(List.of("2 [old]"), SheetTest.rows(Sheet.read(source, 0, Optional.of("Old"))));
    InputException e =
        assertThrows(InputException.class, () -> Sheet.read(source, 0, Optional.of("Newest")));
    assertEquals(
        "--sheet must be a sheet of x.xlsx, was \"Newest\": there is \"Old\", \"New\", \"More\"",
        e.getMessage());
  }

  @Test
  void blankRowsAreCountedAndRowsHaveTheirNumbers() {
    Sheet sheet =
        sheet(
            new WorkbookBytes()
                .sheet(
                    "A",
                    "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>made by us</v></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>id</v></c><c r=\"C4\" t=\"str\"><v>n</v></c></row>"
                        + "<row r=\"5\"/><row r=\"9\"><c r=\"C9\"><v>7</v></c></row>"
                        + "<row r=\"10\"><c r=\"A10\" t=\"str\"><v>a</v></c><c r=\"E10\" t=\"str\"><v>x</v></c></row>"));
    assertEquals(List.of("made by us"), sheet.header());
    Source source =
        Source.of(
            "x.xlsx",
            new WorkbookBytes()
                .sheet(
                    "A",
                    "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>made by us</v></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>id</v></c><c r=\"C4\" t=\"str\"><v>n</v></c></row>"
                        + "<row r=\"5\"/><row r=\"9\"><c r=\"C9\"><v>7</v></c></row>"
                        + "<row r=\"10\"><c r=\"A10\" t=\"str\"><v>a</v></c><c r=\"E10\" t=\"str\"><v>x</v></c></row>")
                .bytes());
    Sheet below = Sheet.read(source, 4, Optional.empty());
    assertEquals(List.of("id", "", "n"), below.header());
    assertEquals(List.of("9 [, , 7]", "10 [a, , , , x]"), SheetTest.rows(below));
    assertEquals(4, below.head(9).get(1).line());
    try (Rows rows = below.rows()) {
      while (rows.next()) {
        // To the end.
      }
      assertEquals(6, rows.blank());
    }
    assertThrows(InputException.class, () -> Sheet.read(source, 3, Optional.empty()));
  }

  @Test
  void cellsAreWhatTheirTypeSays() {
    assertEquals(
        List.of(
            "true",
            "#N/A",
            "12",
            "#REF!",
            "x y",
            "7.0123456789012346E+18",
            "7012345678901234567",
            "0.3"),
        cells(
            new WorkbookBytes()
                .shared("<si><r><t>x </t></r><r><t>y</t></r><rPh><t>z</t></rPh></si>"),
            "<c t=\"b\"><v>1</v></c>",
            "<c t=\"e\"><v>#N/A</v></c>",
            "<c><f>A1+1</f><v>12</v></c>",
            "<c t=\"e\"><f>A1</f><v>#REF!</v></c>",
            "<c t=\"s\"><v>0</v></c>",
            "<c><v>7.0123456789012346E+18</v></c>",
            "<c><v>7012345678901234567</v></c>",
            "<c><v>0.3</v></c>"));
  }

  @Test
  void aFormulaWithoutAValueIsUnknownAndCounted() {
    Sheet sheet =
        sheet(
            new WorkbookBytes()
                .sheet(
                    "A",
                    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c><c r=\"B1\" t=\"str\"><v>n</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c><c r=\"B2\"><f>1+1</f></c></row>"));
    assertEquals(List.of("2 [a, ]"), SheetTest.rows(sheet));
    assertEquals(
        "1 formula without a value taken as unknown: open and save the workbook in a spreadsheet",
        sheet.notes().get(1).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "14#46108#2026-03-27",
        "22#46108.25#2026-03-27T06:00:00",
        "yyyy-mm-dd hh:mm#46108#2026-03-27T00:00:00",
        "[$-407]d. mmmm yyyy;@#46108.9#2026-03-27",
        "31#46108#2026-03-27",
        "m/d/yy#59#1900-02-28",
        "m/d/yy#61#1900-03-01",
        "[h]:mm#0.5#1899-12-31T12:00:00",
        "General#46108#46108",
        "0.00E+00#46108#46108",
        "0,0#1204.5#1204.5",
        "10#0.0345#3.45%",
        "0.0%#0.01204#1.2040%",
        "[$€-407] 0,0.00#350#350 €",
        "[$USD] 0#350#350 USD",
        "$0.00#350.5#350.5 $",
        "\"EUR\" 0#350#350 EUR",
        "[Red]0.0\"K\"#48.2#48.2 K",
        "0.0,\"K\"#48200#48200",
        "0.0,,\" Mio\"#48200000#48200000",
        "0 \"followers\"#7#7 followers"
      })
  void aFormatTellsDatesPercentagesAndUnits(String format, String number, String cell) {
    assertEquals(
        List.of(cell),
        cells(new WorkbookBytes().format(format), "<c s=\"1\"><v>" + number + "</v></c>"));
  }

  @ParameterizedTest
  @CsvSource({"1", "true"})
  void daysMayCountFrom1904(String said) {
    assertEquals(
        List.of("2030-03-28"),
        cells(
            new WorkbookBytes().format("14").properties("date1904=\"" + said + "\""),
            "<c s=\"1\"><v>46108</v></c>"));
  }

  @Test
  void whatIsNoWholeWorkbookIsAnError() {
    byte[] bytes = workbook().bytes();
    for (int end = 4; end < bytes.length; end += 7) {
      byte[] cut = Arrays.copyOf(bytes, end);
      assertTrue(error(cut).startsWith("x.xlsx "), error(cut));
    }
    for (int i = 30; i < bytes.length; i += 3) {
      byte[] wrong = bytes.clone();
      wrong[i] ^= 0x10;
      try {
        assertEquals(ROWS, SheetTest.rows(sheet(wrong)), "byte " + i);
      } catch (InputException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("x.xlsx"), e.getMessage());
      }
    }
    assertEquals(
        "x.xlsx must be a workbook, was a zip archive without one: unpack it first",
        error(WorkbookBytes.zip(Map.of("xl/a.xml", "<a/>"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"ZZZZZ3\"><v>7</v></c>",
        "<c t='n' r = 'ZZZZZZ3'><v>7</v></c>",
        "<c x=\">\" r=\"ZZZZ&#90;3\"><v>7</v></c>",
        "<!-- > <c x=\" --><c r=\"ZZZZZ3\"><v>7</v></c>",
        "<?a <c x=\" ?><c r=\"zzzzz3\"><v>7</v></c>",
        "<c r=\"A3\" t=\"inlineStr\"><is><t><![CDATA[ <c x=\"> ]]></t></is></c><c r=\"ZZZZZ3\"><v>7</v></c>"
      })
  void aCellThatIsInNoColumnIsRefusedBeforeThereIsRoomForIt(String cell) {
    String rows = WorkbookBytes.rows(TABLE, true);
    assertEquals(
        "x.xlsx must have columns up to XFD in xl/worksheets/sheet1.xml, had a cell beyond them: it is no"
            + " usual workbook; save it as CSV",
        error(
            new WorkbookBytes()
                .sheet("A", rows.replace("<row r=\"3\">", "<row r=\"3\">" + cell))
                .bytes()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"D3\" t=\"str\"><v>say r=\"ABCDE\"</v></c>",
        "<c r=\"D3\" t=\"str\"><v><![CDATA[<c r=\"ABCDE1\">]]></v></c>",
        "<c r=\"D3\" rr=\"ABCDE1\" t=\"str\"><!-- <c r='ABCDE1'> --><v>x</v></c>"
      })
  void whatOnlyLooksLikeSuchACellIsRead(String cell) {
    String rows = WorkbookBytes.rows(TABLE, true);
    byte[] bytes =
        new WorkbookBytes()
            .sheet("A", rows.substring(0, rows.length() - "</row>".length()) + cell + "</row>")
            .bytes();
    List<String> read = SheetTest.rows(sheet(bytes));
    assertEquals(ROWS.get(0), read.get(0));
    assertTrue(read.get(1).startsWith("3 [b, 2, , "), read.get(1));
  }

  @Test
  void theLastCellOfASheetIsReadInItsPlace() {
    String far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>7</v></c></row>";
    Sheet sheet =
        sheet(new WorkbookBytes().sheet("A", WorkbookBytes.rows(TABLE, true) + far).bytes());
    try (Rows rows = sheet.rows()) {
      Row row = rows.row();
      for (int i = 0; i < 3; i++) {
        assertTrue(rows.next());
      }
      assertEquals(1_048_576, row.line());
      assertEquals(1 << 14, row.size());
      assertEquals("7", row.cell((1 << 14) - 1));
      assertEquals(1_048_576 - 4, rows.blank());
    }
  }

  @Test
  void rowsThatAreInNoOrderAreRefused() {
    String rows = WorkbookBytes.rows(TABLE, true);
    assertEquals(
        "x.xlsx must have its rows in their order, had row 1 behind row 3: save it anew",
        error(new WorkbookBytes().sheet("A", rows + rows).bytes()));
  }

  @Test
  void aWorkbookThatIsABombIsRefused() {
    String bomb =
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + "x".repeat(5_000_000) + "</v></c></row>";
    assertEquals(
        "x.xlsx must have texts of at most 4,194,304 bytes in xl/worksheets/sheet1.xml, had more: it is no"
            + " usual workbook; save it as CSV",
        error(new WorkbookBytes().sheet("A", bomb).bytes()));
    String entities =
        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><worksheet><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&y;</v></c></row></sheetData></worksheet>";
    WorkbookBytes workbook = workbook();
    assertTrue(
        error(workbook.part("xl/worksheets/sheet1.xml", entities).bytes()).contains("x.xlsx"));
  }
}
