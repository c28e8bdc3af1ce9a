package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipTest {

  private static final List<String> ROWS = List.of("2 [a, 1]", "3 [b, 2]", "4 [c, 3]");

  /** Parts of a text, each as a member of its own. */
  static byte[] gzip(String... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String part : parts) {
      try (OutputStream out = new GZIPOutputStream(all)) {
        out.write(part.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return all.toByteArray();
  }

  private static List<String> rows(byte[] bytes) {
    return SheetTest.rows(Sheet.read(Source.of("a.csv.gz", bytes)));
  }

  @Test
  void whatLiesInGzipIsToldByItsBytesAndReadMemberAfterMember(@TempDir Path folder)
      throws IOException {
    assertEquals(ROWS, rows(gzip("id,likes\na,1\nb,2\nc,3\n")));
    byte[] members = gzip("id,likes\na,", "1\nb,2\n", "", "c,3\n");
    assertEquals(ROWS, rows(members));
    Source piped = Source.read("-", new ByteArrayInputStream(members));
    assertEquals(ROWS, SheetTest.rows(Sheet.read(piped)));
    Path file = Files.write(folder.resolve("no-ending"), members);
    Sheet sheet = Sheet.read(Source.read(file.toString(), InputStream.nullInputStream()));
    assertEquals(ROWS, SheetTest.rows(sheet));
    assertTrue(sheet.pieces().isEmpty());
    assertEquals(List.of(new SheetNote("file", "unpacked from gzip")), sheet.notes());
  }

  @Test
  void theFingerprintIsThatOfTheBytesAsTheyLieInTheFile() {
    byte[] bytes = "id\na\n".getBytes(StandardCharsets.UTF_8);
    byte[] packed = gzip("id\na\n");
    assertEquals(64, Source.of("x", packed).fingerprint().length());
    assertTrue(!Source.of("x", packed).fingerprint().equals(Source.of("x", bytes).fingerprint()));
  }

  @Test
  void anArchiveThatBreaksOffAnywhereIsAnErrorAndNeverAShorterTable() {
    byte[] first = gzip("id,likes\na,1\n");
    byte[] all = gzip("id,likes\na,1\n", "b,2\nc,3\n");
    for (int length = Unzipped.LOOKED_AT; length < all.length; length++) {
      byte[] cut = Arrays.copyOf(all, length);
      if (length == first.length) {
        // Nobody can tell.
        continue;
      }
      assertThrows(InputException.class, () -> rows(cut), "cut at " + length);
    }
    assertEquals(ROWS, rows(all));
  }

  @Test
  void anErrorTellsWhereTheArchiveEnds() {
    String[] lines = new String[50_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "account" + i * 7919L % 1_000_003 + "," + i;
    }
    byte[] all = gzip("id,likes\n" + String.join("\n", lines));
    InputException e =
        assertThrows(InputException.class, () -> rows(Arrays.copyOf(all, all.length / 2)));
    assertTrue(
        e.getMessage()
            .matches(
                "\"a\\.csv\\.gz\" cannot be read: the gzip archive breaks off after about"
                    + " 2\\d,\\d{3} lines: get the whole file"),
        e.getMessage());
    byte[] damaged = all.clone();
    damaged[all.length - 6] ^= 1;
    InputException d = assertThrows(InputException.class, () -> rows(damaged));
    assertTrue(d.getMessage().contains("the gzip archive is damaged after about"), d.getMessage());
    byte[] garbage = Arrays.copyOf(all, all.length + 1);
    garbage[all.length] = 'x';
    assertThrows(InputException.class, () -> rows(garbage));
  }

  @Test
  void aLineThatNeverEndsNeedsNoMemory() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bomb)) {
      out.write("id,likes\n".getBytes(StandardCharsets.UTF_8));
      byte[] many = new byte[1 << 20];
      Arrays.fill(many, (byte) 'x');
      for (int i = 0; i < 64; i++) {
        out.write(many);
      }
      out.write("\nb,2\n".getBytes(StandardCharsets.UTF_8));
    }
    List<String> rows = rows(bomb.toByteArray());
    assertTrue(rows.get(0).startsWith("2! line must have at most 4,194,304 characters"));
    assertEquals("3 [b, 2]", rows.get(1));
  }
}
