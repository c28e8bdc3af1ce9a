package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at the archive that a workbook is before its reader does, which holds some parts in memory
 * and takes each as it comes.
 *
 * @param from1904 whether its days count from 1904
 * @param styled whether it tells how cells are shown
 */
record WorkbookParts(boolean from1904, boolean styled) {

  /** What a sheet may have in bytes; all its cells of the largest one have about half of it. */
  static final long MOST_OF_SHEET = 1L << 32;

  /** What any other part may have in bytes, such as the texts that cells share. */
  static final long MOST_OF_OTHERS = 1L << 28;

  private static final int BUFFER = 1 << 16;

  /** The part that says from when days count is short, and says it at its beginning. */
  private static final int KEPT = 1 << 16;

  private static final Pattern FROM_1904 =
      Pattern.compile("date1904\\s*=\\s*[\"'](1|true|on)[\"']");

  /**
   * Looks at all parts that are read.
   *
   * @throws InputException if one is damaged or larger than a workbook's is
   */
  static WorkbookParts of(Source source, ZipFile zip) throws IOException {
    boolean from1904 = false;
    boolean styled = false;
    boolean workbook = false;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
        continue;
      }
      String start = check(source, zip, entry, name);
      workbook |= name.endsWith("workbook.xml");
      from1904 |= name.endsWith("workbook.xml") && FROM_1904.matcher(start).find();
      styled |= name.equals("[content_types].xml") && start.contains("spreadsheetml.styles+xml");
    }
    if (!workbook) {
      throw new InputException(
          source.name() + " must be a workbook, was a zip archive without one: unpack it first");
    }
    return new WorkbookParts(from1904, styled);
  }

  private static String check(Source source, ZipFile zip, ZipArchiveEntry entry, String name)
      throws IOException {
    long most = name.contains("worksheets/") ? MOST_OF_SHEET : MOST_OF_OTHERS;
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    CellPlaces places = new CellPlaces();
    long all = 0;
    int since = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        all += count;
        sum.update(buffer, 0, count);
        start.write(buffer, 0, Math.min(count, Math.max(0, KEPT - start.size())));
        for (int i = 0; i < count; i++) {
          since = buffer[i] == '<' ? 0 : since + 1;
          if (since > RowGuard.MOST) {
            throw tooLarge(source, entry, "texts of at most", RowGuard.MOST);
          }
          if (places.isFar(buffer[i]) && name.startsWith("xl/")) {
            throw unusual(source, entry, "columns up to XFD", "a cell beyond them");
          }
        }
        if (all > most) {
          throw tooLarge(source, entry, "at most", most);
        }
      }
    }
    if (sum.getValue() != entry.getCrc() || all != entry.getSize()) {
      throw new InputException(
          "%s must be a whole workbook, its part %s is damaged: get it again"
              .formatted(source.name(), entry.getName()));
    }
    return start.toString(StandardCharsets.UTF_8);
  }

  private static InputException tooLarge(
      Source source, ZipArchiveEntry entry, String what, long most) {
    return unusual(source, entry, what + " " + NumberText.of(most, "byte"), "more");
  }

  private static InputException unusual(
      Source source, ZipArchiveEntry entry, String must, String had) {
    return new InputException(
        "%s must have %s in %s, had %s: it is no usual workbook; save it as CSV"
            .formatted(source.name(), must, entry.getName(), had));
  }
}
