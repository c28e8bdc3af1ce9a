package io.github.tierwise.files.table;

import static io.github.tierwise.files.table.SheetTest.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with one row is wrong with that row alone. */
class BadRowsTest {

  private static final String HEADER = "id,bio,followers\n";

  private static Sheet sheet(String rows) {
    return Sheet.read(Source.of("x.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void quotesThatAreNotDoubledRejectTheirRow() {
    assertEquals(
        List.of(
            "2! quotes within cell 2 must be doubled, was \"\"says \\\"hi\"",
            "3 [b, plain, bio, 2]",
            "4! quotes within cell 2 must be doubled, was \"\"likes \"tea\"",
            "5 [d, says \"hi, all\", 4]"),
        rows(
            sheet(
                "a,\"says \\\"hi, all\\\", daily\",1\nb,\"plain, bio\",2\n"
                    + "c,\"likes \"tea, cake\" a lot\",3\nd,\"says \"\"hi, all\"\"\",4\n")));
  }

  @Test
  void aRowWithAProblemHasNoCellsButForItsReject() {
    Sheet sheet = sheet("a,\"b\"c,1\nb,c,2\n");
    RejectedRows rejects = new RejectedRows(sheet);
    try (Rows rows = sheet.rows()) {
      Row row = rows.row();
      assertTrue(rows.next());
      assertEquals(0, row.size());
      assertEquals("", row.cell(0));
      assertTrue(row.isEmpty(2));
      assertTrue(Double.isNaN(row.plain(2)));
      rejects.add(row.line(), RejectedRows.NO_COLUMN, row.problem().orElseThrow());
      assertTrue(rows.next());
      assertEquals(3, row.size());
    }
    assertEquals("a,\"b\"c,1", rejects.get(0).row());
  }

  @Test
  void aQuoteThatIsNeverClosedRejectsTheRowOnWhichItOpens() {
    assertEquals(
        List.of(
            "2 [a, x, 1]",
            "3! quote that opens cell 2 must be closed, was not: \"\"y\"",
            "4 [c, z, 3]",
            "5 [d, two\nlines, 4]",
            "7 [e, w, 5]"),
        rows(sheet("a,x,1\nb,\"y,2\nc,z,3\nd,\"two\nlines\",4\ne,w,5\n")));
    assertEquals(
        List.of("2! quote that opens cell 2 must be closed, was not: \"\"\""), rows(sheet("a,\"")));
  }

  @Test
  void aQuoteThatClosesRowsBelowRejectsOnlyItsRow() {
    String rows =
        "a,\"5 inch,1\n" + "b,x,2\n".repeat(4) + "c,7\",3\nd,\"one\ntwo, three\nfour\",4\n";
    List<String> found = rows(sheet(rows));
    assertEquals("2! quote that opens cell 2 must be closed, was not: \"\"5 inch\"", found.get(0));
    assertEquals("7 [c, 7\", 3]", found.get(5));
    assertEquals("8 [d, one\ntwo, three\nfour, 4]", found.get(6));
  }

  @Test
  void blanksBehindAQuoteAreNoProblem() {
    assertEquals(
        List.of("2 [a, x, y , 1]", "3 [b, z , 2 ]"), rows(sheet("a,\"x, y\" ,1\nb,\"z\" ,\"2\" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void linesAreCountedWhateverEndsThem(String end) {
    assertEquals(
        List.of(
            "2! quote that opens cell 1 must be closed, was not: \"\"a\"",
            "3 [b, x" + end + "y, 2]",
            "5 [c, d, 3]"),
        rows(sheet("\"a,1\nb,\"x\ny\",2\nc,d,3\n".replace("\n", end))));
  }

  @Test
  void manyBadRowsCostNoMoreThanGoodOnes() {
    // Each opens a quote that the next closes, or nobody.
    String text = "a,\"b,1\nc,\"d\"e,2\n".repeat(50_000) + "a,\"b,1\n" + "x,y,3\n".repeat(100_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertEquals(200_001, rows(sheet(text)).size()));
  }

  @Test
  void aCellThatIsTooLongRejectsItsRow() {
    String most = "m".repeat(RowGuard.MOST - 1);
    List<String> found = rows(sheet("a,\"" + most + "m\",1\nb,\"" + most + "\",2\nc,d,3\n"));
    assertEquals(
        "2! quote that opens cell 2 must be closed within 4,194,304 characters, was not: \"\""
            + "m".repeat(58)
            + "…\"",
        found.get(0));
    assertTrue(found.get(1).startsWith("3 [b, mmm"));
    assertEquals("4 [c, d, 3]", found.get(2));
  }

  @Test
  void aLineThatIsTooLongRejectsItsRow() {
    String most = "m".repeat(RowGuard.MOST - 4);
    List<String> found =
        rows(
            sheet("a," + most + ",12\n" + "b,c,2\nc," + most + ",1\nd,\"e\"f" + most + "m\ng,h,3"));
    assertEquals("2! line must have at most 4,194,304 characters, had more: \"a\"", found.get(0));
    assertEquals("3 [b, c, 2]", found.get(1));
    assertTrue(found.get(2).startsWith("4 [c, mmm"));
    assertTrue(found.get(3).startsWith("5! quotes within cell 2 must be doubled, was \"\"e\"fmm"));
    assertEquals("6 [g, h, 3]", found.get(4));
    assertEquals(5, found.size());
    byte[] header = "m".repeat(RowGuard.MOST + 1).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "y line 1 cannot be a header: line must have at most 4,194,304 characters, had more: \""
            + "m".repeat(59)
            + "…\"",
        assertThrows(InputException.class, () -> Sheet.read(Source.of("y", header))).getMessage());
  }

  @Test
  void bytesThatAreNoTextRejectTheirRow() {
    byte[] bytes =
        (HEADER + "a,caf?,1\nb,\"caf?\",2\nc,\uFFFD,3\nd,é,4\n").getBytes(StandardCharsets.UTF_8);
    // Behind what decides on the encoding.
    byte[] filler = "x,y,0\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[HEADER.length() + filler.length + bytes.length - HEADER.length()];
    System.arraycopy(bytes, 0, all, 0, HEADER.length());
    System.arraycopy(filler, 0, all, HEADER.length(), filler.length);
    for (int i = HEADER.length(); i < bytes.length; i++) {
      all[filler.length + i] = bytes[i] == '?' ? (byte) 0xE9 : bytes[i];
    }
    Source source = Source.of("x", all);
    assertEquals("", source.encoding());
    List<String> found = rows(Sheet.read(source));
    String advice =
        "; if the whole file is in another encoding, say it, as in --encoding windows-1252";
    assertEquals(
        List.of(
            "200002! cell 2 must be UTF-8, was \"caf\uFFFD\"" + advice,
            "200003! cell 2 must be UTF-8, was \"caf\uFFFD\"" + advice,
            "200004 [c, \uFFFD, 3]",
            "200005 [d, é, 4]"),
        found.subList(200_000, found.size()));
  }

  @Test
  void charactersThatAreNoneAreNoText() {
    assertEquals(
        List.of("2", "3"),
        rows(sheet("a,\uFFFE,1\nb,\"\uFFFF\",2\n")).stream()
            .map(r -> r.substring(0, r.indexOf("!")))
            .toList());
  }

  /** Well-formed text passes as it is, wherever the reader's pieces end. */
  @Test
  void wellFormedTextPassesUnchanged() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      int rows = random.nextInt(60);
      for (int i = 0; i < rows; i++) {
        for (int cell = 0; cell < 3; cell++) {
          text.append(cell == 0 ? "" : ",").append(cell(random));
        }
        text.append(random.nextBoolean() ? "\n" : "\r\n");
      }
      StringBuilder passed = new StringBuilder();
      try (RowGuard guard = new RowGuard(pieces(text.toString(), random), ',', 0, false)) {
        char[] buffer = new char[7];
        for (int n = guard.read(buffer, 0, 7); n >= 0; n = guard.read(buffer, 0, 7)) {
          passed.append(buffer, 0, n);
        }
        assertEquals(text.toString(), passed.toString());
        assertEquals(false, guard.marked());
      }
    }
  }

  private static String cell(Random random) {
    String letters = "ab ,\"\n\r1";
    String raw =
        IntStream.range(0, random.nextInt(9))
            .mapToObj(i -> "" + letters.charAt(random.nextInt(letters.length())))
            .reduce("", String::concat);
    return random.nextInt(3) == 0
        ? raw.replaceAll("[,\"\n\r]", "z")
        : '"' + raw.replace("\"", "\"\"") + '"';
  }

  private static Reader pieces(String text, Random random) {
    return new StringReader(text) {
      @Override
      public int read(char[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(3)));
      }
    };
  }

  /** The law: dropping or breaking one row leaves all others as they are. */
  @Test
  void aBrokenRowChangesNoOther() {
    List<String> good = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      good.add("id" + i + (i % 3 == 0 ? ",\"x, \"\"y\"\"\"," : ",plain,") + i + "\n");
    }
    for (String bad : List.of("q,\"open,1\n", "q,\"a\"b\",1\n", "\"\n", "q,\"\"x,\"\n")) {
      for (int at = 0; at <= 30; at++) {
        List<String> all = new ArrayList<>(good);
        all.add(at, bad);
        List<String> cells = new ArrayList<>();
        try (Rows rows = sheet(String.join("", all)).rows()) {
          while (rows.next()) {
            if (rows.row().problem().isEmpty()) {
              cells.add(rows.row().cell(0) + rows.row().cell(2));
            }
          }
        }
        assertEquals(
            IntStream.range(0, 30).mapToObj(i -> "id" + i + i).toList(), cells, bad + " at " + at);
      }
    }
  }
}
