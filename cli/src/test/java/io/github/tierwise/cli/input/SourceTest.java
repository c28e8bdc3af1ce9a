package io.github.tierwise.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertEquals("a", Source.of("x", bytes(0xEF, 0xBB, 0xBF, 'a')).text());
    assertEquals("a", Source.of("x", bytes(0xFF, 0xFE, 'a', 0)).text());
    assertEquals("UTF-16", Source.of("x", bytes(0xFF, 0xFE, 'a', 0)).encoding());
  }

  @Test
  void whatIsNotUtf8IsWindows1252AndThatIsSaid() {
    Source source = Source.of("x", bytes('c', 'a', 'f', 0xE9));
    assertEquals("café", source.text());
    assertEquals("Windows-1252, since it is not UTF-8", source.encoding());
    assertEquals("", Source.of("x", "café".getBytes(StandardCharsets.UTF_8)).encoding());
  }

  @Test
  void aWorkbookIsRefusedWithAdvice() {
    InputException e =
        assertThrows(InputException.class, () -> Source.of("x.xlsx", bytes('P', 'K', 3, 4)));
    assertEquals("x.xlsx must be text, was a workbook: save it as CSV first", e.getMessage());
  }

  @Test
  void aHyphenIsStandardInput() {
    InputStream in = new ByteArrayInputStream(bytes('a'));
    assertEquals(new Source("standard input", "a", ""), Source.read("-", in));
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
