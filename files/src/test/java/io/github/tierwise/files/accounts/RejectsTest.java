package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.WorkbookBytes;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.RejectKind;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a row that could not be read, and how many of them are borne. */
class RejectsTest {

  private static final ReadOptions INSTAGRAM =
      new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(), "");

  @TempDir Path folder;

  private static Source source(String name, String text) {
    return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static AccountList read(ReadOptions options, Source... files) {
    return AccountReader.read(List.of(files), List.of(), options, rows -> {});
  }

  private static List<String> rows(Source... files) {
    return read(INSTAGRAM, files).rejects().stream()
        .map(reject -> reject.line() + " " + reject.row())
        .toList();
  }

  private Source file(String text) throws IOException {
    Path path = Files.writeString(Files.createTempFile(folder, "a", ".csv"), text);
    return Source.read(path.toString(), InputStream.nullInputStream());
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aRowIsKeptAsItStandsInTheFileWhateverItLiesIn() throws IOException {
    String text =
        "username,followers,country\nana,1,DE\n  ben ,-2, =1+1 \n\n\"c \"\"e\"\" m\" ,\"-3\",\"a\n\nb\"\n"
            + "\"dan,1,DE\neve,2,DE\nfay,-3,Ö";
    List<String> expected =
        List.of(
            "3   ben ,-2, =1+1 ",
            "5 \"c \"\"e\"\" m\" ,\"-3\",\"a\n\nb\"",
            "8 \"dan,1,DE",
            "10 fay,-3,Ö");
    assertEquals(expected, rows(source("a.csv", text)));
    assertEquals(expected, rows(file(text)));
    assertEquals(expected, rows(Source.of("a.csv.gz", gzip(text))));
    String windows = text.replace("\n", "\r\n");
    assertEquals(
        expected.stream().map(row -> row.replace("\n", "\r\n")).toList(), rows(file(windows)));
    assertEquals(
        expected.stream().map(row -> row.replace("\n", "\r")).toList(),
        rows(file(text.replace("\n", "\r"))));
    assertEquals(
        List.of("4 ben;-3"), rows(file("sep=;\nusername;followers\nana;1\nben;-3\ncem;2\n")));
  }

  @Test
  void ofJsonALineIsKeptAsItStandsAndOfAListTheValues() {
    assertEquals(
        List.of("2 { \"username\" : \"ben\",\"followers\":-3}", "4 oops"),
        rows(
            source(
                "a.json",
                """
                {"username":"ana","followers":1}
                { "username" : "ben","followers":-3}

                oops
                {"username":"cem","followers":3}
                """)));
    assertEquals(
        List.of("2 ben,-3,\"a,b\"", "4 dan,-5,"),
        rows(
            source(
                "a.json",
                "[{\"username\":\"ana\",\"followers\":1},{\"username\":\"ben\",\"followers\":-3,\"country\":\"a,b\"},"
                    + "{\"username\":\"cem\",\"followers\":2},{\"username\":\"dan\",\"followers\":-5}]")),
        "objects that share a line are told apart");
  }

  @Test
  void objectsThatShareALineHaveTheirOwnCellsBehindTheirNumbers() {
    AccountList list =
        read(
            INSTAGRAM,
            source(
                "a.json",
                "[{\"username\":\"ana\",\"followers\":100},{\"username\":\"ben\",\"followers\":200}]"));
    assertEquals("200", list.origins(1).get(0).cell());
    assertEquals(2, list.origins(1).get(0).line());
  }

  @Test
  void ofAWorkbookTheCellsAreKept() {
    List<List<String>> table =
        List.of(
            List.of("username", "followers", "country"),
            List.of("ana", "1", "DE"),
            List.of("ben", "-3", "a \"b\""));
    byte[] bytes = new WorkbookBytes().sheet("All", WorkbookBytes.rows(table, true)).bytes();
    assertEquals(List.of("3 ben,-3,\"a \"\"b\"\"\""), rows(Source.of("a.xlsx", bytes)));
  }

  @Test
  void rowsOfSeveralFilesAreFoundInTheirFiles() throws IOException {
    String header = "username,followers\n";
    Source good = file(header + "ana,1\n");
    Source bad = file(header + "ben,-3\n\"c\ne\",-2\nfay,1\n");
    Source last = source("c.json", "[{\"username\":\"gus\",\"followers\":-4}]");
    assertEquals(List.of("2 ben,-3", "3 \"c\ne\",-2", "1 gus,-4"), rows(good, bad, last));
  }

  @Test
  void anEndlessRowIsCut() {
    String row =
        rows(source("a.csv", "username,followers\nana,1\n" + "x".repeat(5_000_000))).get(0);
    assertEquals("3 xxx", row.substring(0, 5));
    assertEquals("3 ".length() + (1 << 22) + 1, row.length());
    assertTrue(row.endsWith("x…"));
  }

  @Test
  void theColumnAtFaultIsNamed() {
    AccountList list =
        read(
            INSTAGRAM,
            source(
                "a.csv",
                """
                username,IG Followers,avg_likes
                ana,x,1
                ben,1,-2
                ,1,2
                ben,5
                ben,6,7
                cem,1,2
                """));
    assertEquals(
        List.of("IG Followers", "avg_likes", "username", ""),
        list.rejects().stream().map(RejectedRow::column).toList());
  }

  @Test
  void rowsAreSummedUpByReasonAndColumn() {
    StringBuilder text = new StringBuilder("username,followers,avg_likes\nana,1,1\n");
    for (int i = 0; i < 5; i++) {
      text.append("a%d,\"no \"\"%d\"\"\",1\nb%d,1,-%d\nok%d,1,1\n".formatted(i, i, i, i + 2, i));
    }
    AccountList list = read(INSTAGRAM, source("a.csv", text + "ana,1,1\n"));
    assertEquals(
        List.of(
            "5 followers [3, 6, 9] followers must be a number, was \"no \"0\"\"",
            "5 avg_likes [4, 7, 10] likes must be >= 0, was -2",
            "1 username [18] account must come once, \"ana\" came before"),
        list.rejectKinds().stream().map(RejectsTest::text).toList());
    assertEquals(
        """
        line 3, line 6, line 9 and 2 more: followers must be a number, was "no "0""
        line 4, line 7, line 10 and 2 more: likes must be >= 0, was -2
        line 18: account must come once, "ana" came before
        --rejects FILE keeps all 11""",
        String.join(
            "\n",
            list.notes().stream()
                .filter(note -> note.topic().equals("rejected") || note.topic().isEmpty())
                .map(ReadNote::text)
                .toList()));
  }

  private static String text(RejectKind kind) {
    return "%d %s %s %s"
        .formatted(
            kind.rows(),
            kind.column(),
            kind.first().stream().map(place -> place.line()).toList(),
            kind.reason());
  }

  @Test
  void moreRejectsThanTheCallerBearsEndTheReadingWithTheFirst() throws IOException {
    StringBuilder text = new StringBuilder("username,followers\nana,1\n");
    for (int i = 0; i < 9; i++) {
      text.append("x%d,-%d\n".formatted(i, i + 2));
    }
    assertEquals(9, read(INSTAGRAM.rejecting(9), file(text.toString())).rejects().size());
    String first = "line 3: followers must be >= 0, was -2";
    String three =
        first + "; line 4: followers must be >= 0, was -3; line 5: followers must be >= 0, was -4";
    assertTooMany("0 rejected rows", first, 0, text.toString());
    assertTooMany("8 rejected rows", three, 8, text.toString());
  }

  private void assertTooMany(String most, String first, int rejects, String text)
      throws IOException {
    for (Source source : List.of(file(text), source("a.csv", text))) {
      assertEquals(
          "%s must have at most %s, as --max-rejects says, had more, %s: mend them, or leave out --max-rejects and keep them by --rejects FILE"
              .formatted(source.name(), most, first),
          assertThrows(InputException.class, () -> read(INSTAGRAM.rejecting(rejects), source))
              .getMessage());
    }
  }

  @Test
  void theRejectsOfAccountsAndOfPostsCountTogether() {
    Source accounts = source("a.csv", "username,followers\nana,100\nben,x\ncem,5\n");
    Source posts =
        source(
            "posts.csv",
            "username,post_id,time,likes\nana,p1,2025-01-01,5\nana,p2,2025-01-02,x\ncem,p3,2025-01-02,6\n");
    ReadOptions bears = INSTAGRAM.rejecting(2);
    assertEquals(
        2,
        AccountReader.read(List.of(accounts), List.of(posts), bears, rows -> {}).rejects().size());
    assertEquals(
        "a.csv and posts.csv must have at most 1 rejected row, as --max-rejects says, had more, a.csv line 3: followers must be a number,"
            + " was \"x\"; posts.csv line 3: likes must be a number, was \"x\": mend them, or leave out --max-rejects and keep"
            + " them by --rejects FILE",
        assertThrows(
                InputException.class,
                () ->
                    AccountReader.read(
                        List.of(accounts), List.of(posts), INSTAGRAM.rejecting(1), rows -> {}))
            .getMessage());
  }
}
