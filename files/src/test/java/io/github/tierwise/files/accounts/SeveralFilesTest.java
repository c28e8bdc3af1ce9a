package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralFilesTest {

  private static final ReadOptions INSTAGRAM =
      new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(), "");

  private static Source source(String name, String text) {
    return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static AccountList read(ReadOptions options, Source... files) {
    return AccountReader.read(List.of(files), List.of(), options, rows -> {});
  }

  private static String error(ReadOptions options, Source... files) {
    return assertThrows(InputException.class, () -> read(options, files)).getMessage();
  }

  @Test
  void rowsStandOneBehindTheOtherAndRejectsNameTheirFile(@TempDir Path folder) throws IOException {
    Path first =
        Files.writeString(
            folder.resolve("a.csv"), "username,followers,likes\nana,100,2\nben,x,4\n");
    Path second =
        Files.writeString(
            folder.resolve("b.csv"),
            "username;followers;likes\n\nana;500;6\ncleo;700;8\n\"dan;1;2\n");
    InputStream none = InputStream.nullInputStream();
    AccountList list =
        read(
            INSTAGRAM,
            Source.read(first.toString(), none),
            Source.read(second.toString(), none),
            source("c.json", "[\n{\"likes\":9,\"followers\":900,\"username\":\"eve\"},\n3]"));
    assertEquals(
        List.of("ana", "cleo", "eve"), list.accounts().stream().map(Influencer::id).toList());
    assertEquals(
        List.of(
            "a.csv 3 followers must be a number, was \"x\"",
            "b.csv 3 account must come once, \"ana\" came before",
            "b.csv 5 quote that opens cell 1 must be closed, was not: \"\"dan\"",
            "c.json 3 row must be a JSON object, was \"3\""),
        list.rejects().stream().map(r -> r.file() + " " + r.line() + " " + r.reason()).toList());
    assertEquals("ben,x,4", list.rejects().get(0).row());
    assertEquals("ana;500;6", list.rejects().get(1).row());
    assertEquals(List.of("a.csv", "b.csv", "c.json"), list.files());
    String notes = list.notes().toString();
    assertTrue(
        notes.contains(
            "3 read + 4 rejected = 7 rows in a.csv and 2 other files, besides 1 blank row"),
        notes);
    assertTrue(notes.contains("b.csv line 3: account must come once"), notes);
    assertTrue(notes.contains("text=a.csv, b.csv, c.json"), notes);
    assertTrue(notes.contains("b.csv: a semicolon"), notes);
    assertTrue(notes.contains("c.json: JSON, a list of objects"), notes);
    Origin origin = list.origins(1).get(0);
    assertEquals("b.csv 4 700", origin.file() + " " + origin.line() + " " + origin.cell());
  }

  @Test
  void aDifferenceBetweenTheirColumnsIsNamed() {
    Source first = source("a.csv", "username,followers,likes\nana,1,2\n");
    String start =
        "files of one table must have the same columns in the same order, b.csv has them unlike a.csv: ";
    assertEquals(
        start + "column 2 is \"likes\" and not \"followers\"",
        error(INSTAGRAM, first, source("b.csv", "username,likes,followers\nben,1,2\n")));
    assertEquals(
        start + "it has 4 columns and not 3",
        error(INSTAGRAM, first, source("b.csv", "username,followers,likes,price\nben,1,2,3\n")));
    assertEquals(
        start + "\"price\" is a key there alone",
        error(INSTAGRAM, first, source("b.csv", "[{\"username\":\"ben\",\"price\":1}]")));
    assertEquals(
        2,
        read(
                INSTAGRAM,
                source("a", "[{\"username\":\"ana\",\"likes\":1}]"),
                source("b", "[{\"followers\":3,\"username\":\"ben\"}]"))
            .accounts()
            .size());
  }

  @Test
  void theNamesOfAllFilesTellThePlatformOrNone() {
    String text = "username,followers,likes\n%s,100,2\n";
    ReadOptions none = ReadOptions.none();
    Source tiktok = source("tiktok.csv", text.formatted("ana"));
    assertEquals(
        Platform.TIKTOK,
        read(none, tiktok, source("more tiktok.csv", text.formatted("ben")))
            .accounts()
            .get(1)
            .platform());
    for (String other : List.of("instagram.csv", "others.csv")) {
      assertTrue(
          error(none, tiktok, source(other, text.formatted("ben")))
              .startsWith("tiktok.csv and 1 other file must tell its platform"));
    }
  }

  @Test
  void aPostKnowsItsFile() {
    String text = "account,post_id,posted,likes\n%s\n";
    AccountList list =
        read(
            INSTAGRAM,
            source("a.csv", text.formatted("ana,p1,2025-01-01,5\nana,p2,2025-01-02,6")),
            source("b.csv", text.formatted("ana,p3,2025-01-03,7\nana,p1,2025-01-04,8")));
    assertEquals(3, list.posts());
    assertEquals("post \"p1\" was already on line 2 of a.csv", list.rejects().get(0).reason());
    List<String> origins =
        list.origins(0).stream()
            .filter(origin -> origin.field().equals("likes"))
            .map(o -> "%s %d-%d %d".formatted(o.file(), o.line(), o.lastLine(), o.posts()))
            .toList();
    assertEquals(List.of("a.csv 2-3 2", "b.csv 2-2 1"), origins);
  }

  @Test
  void aSheetIsOfAWorkbook() {
    assertEquals(
        "--sheet must go with a workbook, a.csv is none: leave it out",
        error(
            INSTAGRAM.with(List.of(), 0, Optional.of("A")),
            source("a.csv", "username,followers,likes\nana,1,2\n")));
  }
}
