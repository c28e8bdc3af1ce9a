package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePiecesTest {

  /** Lines as people's programs write them, and what is wrong with some. */
  private static final List<String> LINES =
      List.of(
          "a,1,x",
          "bb,22,yy",
          "\"c, c\",3,\"z\"",
          "\"d \"\"q\"\"\",4,\"\"",
          "é,5,日本",
          "",
          "  ,,",
          ",,",
          "e,6",
          "f,7,x,y",
          "g,\" 8 \",h\ti",
          "long " + "x".repeat(70) + ",9,y");

  private static final List<String> OTHERS =
      List.of(
          "\"a\nb\",1,x",
          "q\"uote,1,x",
          "\"open,1,x",
          " \"blank before\",1,x",
          "\"blank after\" ,1,x",
          "cr\rin,1,x",
          "\"end\"x,1,y");

  @Property(tries = 2_000)
  void theRowsAreThoseOfTheParserOfCsvHoweverAFileIsCut(
      @ForAll("texts") String text,
      @ForAll @IntRange(min = 8, max = 90) int most,
      @ForAll @IntRange(min = 1, max = 20) int atATime)
      throws IOException {
    Path file = Files.writeString(file(), text);
    Source source = Source.read(file.toString(), InputStream.nullInputStream());
    Sheet sheet = Sheet.read(source);
    assertEquals(all(sheet), pieces(sheet, most, atATime));
  }

  private static Path file() throws IOException {
    Path file = Files.createTempFile("rows", ".csv");
    file.toFile().deleteOnExit();
    return file;
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> line =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(60, Arbitraries.of(LINES)),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(OTHERS)));
    return line.list()
        .ofMaxSize(30)
        .flatMap(
            lines ->
                Arbitraries.of("\n", "\r\n")
                    .flatMap(
                        end ->
                            Arbitraries.of("", end)
                                .map(
                                    last ->
                                        "name,followers,note"
                                            + end
                                            + String.join(end, lines)
                                            + last)));
  }

  /** Rows with their line, cells and problem. */
  private static List<String> all(Sheet sheet) {
    List<String> rows = new ArrayList<>();
    try (Rows each = sheet.rows()) {
      while (each.next()) {
        rows.add(text(each.row(), 0));
      }
      rows.add("blank " + each.blank());
    }
    return rows;
  }

  private static List<String> pieces(Sheet sheet, int most, int atATime) {
    Optional<FilePieces> found = sheet.pieces(most);
    if (found.isEmpty()) {
      return all(sheet);
    }
    List<String> rows = new ArrayList<>();
    try (FilePieces pieces = found.get()) {
      Lines each = pieces.lines();
      FilePieces.Piece piece = pieces.piece();
      long lines = pieces.linesBefore();
      long blank = pieces.blankBefore();
      for (int i = 0; i < pieces.count(); i++) {
        pieces.read(i, piece, each);
        while (each.next(atATime)) {
          for (int row = 0; row < each.size(); row++) {
            rows.add(text(each.row(row), lines));
          }
        }
        lines += each.lines();
        blank += each.blank();
        if (!each.isAtEnd()) {
          try (Rows rest = pieces.rest(piece.offset(each.position()), lines)) {
            while (rest.next()) {
              rows.add(text(rest.row(), 0));
            }
            blank += rest.blank();
          }
          break;
        }
      }
      rows.add("blank " + blank);
    }
    return rows;
  }

  private static String text(Row row, long before) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      assertEquals(row.cell(i).isEmpty(), row.isEmpty(i));
      assertEquals(row.cell(i).indexOf(',') >= 0, row.contains(i, ','));
      cells.add(row.cell(i) + '=' + row.plain(i));
    }
    return row.line() + before + ": " + String.join("|", cells) + row.problem().orElse("");
  }

  @Test
  void whatIsNoFileOrInTwoBytesALetterIsNotCut(@TempDir Path here) throws IOException {
    assertTrue(
        Sheet.read(Source.of("x", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
            .pieces()
            .isEmpty());
    Path file = here.resolve("wide.csv");
    Files.writeString(file, "\uFEFFname,followers\nana,1\n", StandardCharsets.UTF_16LE);
    Source source = Source.read(file.toString(), InputStream.nullInputStream());
    assertTrue(Sheet.read(source).pieces().isEmpty());
  }

  @Test
  void lettersOfWindows1252AreReadAsSuch(@TempDir Path here) throws IOException {
    Path file = here.resolve("latin.csv");
    String text = "name,followers\nJosé,1\nÄnne,2\n";
    Files.write(file, text.getBytes(Charset.forName("windows-1252")));
    Sheet sheet = Sheet.read(Source.read(file.toString(), InputStream.nullInputStream()));
    assertEquals(
        "José,Änne",
        pieces(sheet, 9, 7).stream()
            .limit(2)
            .map(row -> row.replaceAll("^\\d+: |=.*", ""))
            .collect(Collectors.joining(",")));
  }
}
