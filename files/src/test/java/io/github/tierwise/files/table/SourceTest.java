package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tierwise.files.cells.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

  private static final int MOST = 20_000_000;

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertEquals("a", Source.of("x", bytes(0xEF, 0xBB, 0xBF, 'a')).text(MOST));
    assertEquals("a", Source.of("x", bytes(0xFF, 0xFE, 'a', 0)).text(MOST));
    assertEquals("UTF-16", Source.of("x", bytes(0xFF, 0xFE, 'a', 0)).encoding());
  }

  @Test
  void whatIsNotUtf8IsWindows1252AndThatIsSaid() {
    Source source = Source.of("x", bytes('c', 'a', 'f', 0xE9));
    assertEquals("café", source.text(MOST));
    assertEquals("Windows-1252, since it is not UTF-8", source.encoding());
    assertEquals("", Source.of("x", "café".getBytes(StandardCharsets.UTF_8)).encoding());
  }

  @Test
  void aWorkbookIsNoText() {
    Source workbook = Source.of("x.xlsx", bytes('P', 'K', 3, 4));
    InputException e = assertThrows(InputException.class, () -> workbook.text(MOST));
    assertEquals("x.xlsx must be text, was a workbook", e.getMessage());
    InputException f =
        assertThrows(
            InputException.class,
            () -> Source.of("x.xlsx", bytes('P', 'K', 3, 4), StandardCharsets.UTF_8));
    assertEquals(
        "--encoding must go with text, x.xlsx is a workbook, which tells its own: leave it out",
        f.getMessage());
  }

  @Test
  void aTextHasSoMuchAtMostAndNothingThatIsNone() {
    InputException more =
        assertThrows(InputException.class, () -> Source.of("x", bytes('a', 'b')).text(1));
    assertEquals("x must have at most 1 byte, had more", more.getMessage());
    byte[] marked = bytes(0xEF, 0xBB, 0xBF, 'a', 0xFF);
    InputException none =
        assertThrows(InputException.class, () -> Source.of("x", marked).text(MOST));
    assertEquals(
        "x must be text in UTF-8, has bytes that are none: save it as UTF-8", none.getMessage());
  }

  @Test
  void aHyphenIsStandardInput() {
    InputStream in = new ByteArrayInputStream(bytes('a'));
    Source source = Source.read("-", in);
    assertEquals("standard input", source.name());
    assertEquals("a", source.text(MOST));
    assertEquals("", source.encoding());
  }

  @Test
  void aLongPipeIsReadTwiceThroughAFileThatNobodyFinds() throws IOException {
    byte[] bytes = new byte[20_000_000];
    Arrays.fill(bytes, (byte) 'x');
    bytes[bytes.length - 1] = 'y';
    Set<Path> before = temporary();
    Source source = Source.read("-", new ByteArrayInputStream(bytes));
    for (int i = 0; i < 2; i++) {
      String text = source.text(MOST);
      assertEquals(bytes.length, text.length());
      assertEquals("xy", text.substring(bytes.length - 2));
    }
    if (!System.getProperty("os.name").startsWith("Windows")) {
      assertEquals(before, temporary());
    }
  }

  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("tierwise"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void halfALetterAtTheEndIsNotUtf8() {
    assertEquals("aÃ", Source.of("x", bytes('a', 0xC3)).text(MOST));
    byte[] long8 = ("é".repeat(70_000) + "z").getBytes(StandardCharsets.UTF_8);
    assertEquals("", Source.of("x", long8).encoding());
    assertEquals(70_001, Source.of("x", long8).text(MOST).length());
  }

  @Test
  void missingFilesAndFoldersAreNamed(@TempDir Path folder) {
    String missing = folder.resolve("no.csv").toString();
    InputException e =
        assertThrows(
            InputException.class, () -> Source.read(missing, InputStream.nullInputStream()));
    assertEquals("file must exist, was \"" + missing + "\"", e.getMessage());
    assertThrows(InputException.class, () -> Source.read("\0", InputStream.nullInputStream()));
    InputException f =
        assertThrows(
            InputException.class,
            () -> Source.read(folder.toString(), InputStream.nullInputStream()));
    assertEquals("\"" + folder + "\" cannot be read: is a folder", f.getMessage());
  }
}
