package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is that is no text, or no table: people are told, and what to do. */
final class FileKind {

  private static final String ZIP = "PK\u0003\u0004";

  private static final String UTF_32 =
      "text in UTF-32: save it as UTF-8 first, or say --encoding UTF-32";

  private static final String OLE = "\u00D0\u00CF\u0011\u00E0";

  private static final String UNPACK = ": unpack it first";

  private static final String NO_TABLE = ": write it as CSV first, a header and one account a row";

  /** How files begin, one char a byte. */
  private record Start(String bytes, String kind) {}

  private static final List<Start> STARTS =
      List.of(
          new Start("\u001F\u008B", "a gzip archive within another" + UNPACK),
          new Start("\u00FD7zXZ\0", "an xz archive" + UNPACK),
          new Start("(\u00B5/\u00FD", "a Zstandard archive" + UNPACK),
          new Start("7z\u00BC\u00AF\'\u001C", "a 7z archive" + UNPACK),
          new Start("Rar!\u001A", "a RAR archive" + UNPACK),
          new Start("%PDF-", "a PDF: get the table behind it as CSV"),
          new Start(
              "PAR1",
              "Parquet: Spark reads it, with the module tierwise-spark; or write it as CSV first"),
          new Start(
              "SQLite format 3\0",
              "an SQLite database: write its table as CSV first, as in sqlite3 -csv -header"),
          new Start("\u00FF\u00FE\0\0", UTF_32),
          new Start("\0\0\u00FE\u00FF", UTF_32),
          new Start("\u0089PNG", "a picture (PNG): get the table behind it as CSV"),
          new Start("\u00FF\u00D8\u00FF", "a picture (JPEG): get the table behind it as CSV"));

  /** In a workbook the names of its parts are near the beginning. */
  private static final int LOOKED_AT = 1 << 16;

  private static final int CHARACTERS = 1 << 12;

  private static final Pattern BZIP2 = Pattern.compile("(?s)BZh[1-9](1AY&SY|\\x17rE8P\\x90).*");

  /** A header may be {@code [id],[name]}, as some databases write it; JSON goes on otherwise. */
  private static final Pattern JSON =
      Pattern.compile("(?s)(\\{\\s*[\"}]|\\[\\s*([\\[{\"\\]0-9-]|true|false|null)).*");

  private static final Pattern HTML =
      Pattern.compile("(?s)<(!doctype html|html|head|table|body).*");

  private FileKind() {}

  /** What it is, if its bytes tell that it is no text, and what to do. */
  static Optional<String> ofBytes(String name, byte[] start) {
    String text =
        new String(start, 0, Math.min(start.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    if (text.startsWith(ZIP)) {
      return zip(name.toLowerCase(Locale.ROOT), text);
    }
    if (text.startsWith(OLE)) {
      return Optional.of(ole(name.toLowerCase(Locale.ROOT), start));
    }
    if (BZIP2.matcher(text).matches()) {
      return Optional.of("a bzip2 archive" + UNPACK);
    }
    return STARTS.stream()
        .filter(each -> text.startsWith(each.bytes()))
        .map(Start::kind)
        .findFirst();
  }

  /** Whether it is an archive that may be a workbook which can be read. */
  static boolean isWorkbook(byte[] start) {
    return new String(start, 0, Math.min(start.length, ZIP.length()), StandardCharsets.ISO_8859_1)
        .equals(ZIP);
  }

  private static Optional<String> zip(String name, String text) {
    if (name.endsWith(".xlsb") || text.contains("xl/workbook.bin")) {
      return Optional.of("a binary workbook (.xlsb): save it as .xlsx or CSV first");
    }
    if (name.endsWith(".ods") || text.contains("application/vnd.oasis.opendocument.spreadsheet")) {
      return Optional.of("an OpenDocument workbook (.ods): save it as .xlsx or CSV first");
    }
    boolean workbook =
        name.matches(".*\\.xls[xm](\\.gz)?")
            || text.contains("[Content_Types].xml")
            || text.contains("xl/");
    return workbook
        ? Optional.empty()
        : Optional.of("a zip archive: unpack it first, as in unzip -p FILE | tierwise ... -");
  }

  /** Newer workbooks lie in such a file only where they have a password. */
  private static String ole(String name, byte[] start) {
    boolean encrypted =
        name.matches(".*\\.xls[xmb](\\.gz)?")
            || new String(start, StandardCharsets.UTF_16LE).contains("EncryptedPackage");
    return encrypted
        ? "a workbook with a password: save it without one first"
        : "an old workbook (.xls) or another file of Office: save it as .xlsx or CSV first";
  }

  /**
   * What it is, if many of its bytes are 0 and it is not plain which halves of letters they are.
   */
  static Optional<String> ofZeros(byte[] start) {
    int looked = Math.min(start.length, CHARACTERS);
    int zeros = 0;
    for (int i = 0; i < looked; i++) {
      zeros += start[i] == 0 ? 1 : 0;
    }
    return zeros > 1 && zeros >= looked / 16 && !Encoding.isUtf16(start)
        ? Optional.of(
            "bytes that are no text, or text in UTF-16 or UTF-32 without a mark: save it as UTF-8"
                + " first, or say --encoding")
        : Optional.empty();
  }

  /** Whether a text is JSON. */
  static boolean isJson(Source source) {
    return JSON.matcher(beginning(source, CHARACTERS)).matches();
  }

  /** Fails if a text is no table. */
  static void requireTable(Source source) {
    String text = beginning(source, CHARACTERS);
    String kind =
        HTML.matcher(text.toLowerCase(Locale.ROOT)).matches()
            ? "HTML"
            : text.startsWith("<?xml") ? "XML" : "";
    if (!kind.isEmpty()) {
      throw new InputException(
          "%s must be a table, was %s%s".formatted(source.name(), kind, NO_TABLE));
    }
  }

  /** The first characters of a text, without blanks before them. */
  static String beginning(Source source, int most) {
    char[] text = new char[most];
    int length = 0;
    try (Reader reader = source.openRows()) {
      int count = 0;
      while (count >= 0 && length < text.length) {
        length += count;
        count = reader.read(text, length, text.length - length);
      }
    } catch (IOException e) {
      throw source.failed(e);
    }
    return new String(text, 0, length).stripLeading();
  }
}
