package io.github.tierwise.files.accounts;

import io.github.tierwise.files.WorkbookBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any text as the sheet of a workbook, behind the first zero as its shared texts, behind the next
 * as its formats: as {@link FuzzAccounts}.
 */
public final class FuzzWorkbook {

  private static final List<String> PARTS =
      List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml");

  private FuzzWorkbook() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    WorkbookBytes workbook = new WorkbookBytes().sheet("list", "").shared("<si/>").format("0");
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\0", PARTS.size());
    for (int i = 0; i < parts.length; i++) {
      workbook.part(PARTS.get(i), parts[i]);
    }
    FuzzAccounts.fuzzerTestOneInput(workbook.bytes());
  }
}
