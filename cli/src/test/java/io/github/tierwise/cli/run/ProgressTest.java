package io.github.tierwise.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.cli.write.Printer;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long HOUR = 3_600_000_000_000L;

  private static String count(boolean terminal, long quietNanos) {
    StringWriter err = new StringWriter();
    try (Progress progress = new Progress(Printer.notes(err), terminal, quietNanos)) {
      for (long row = 1; row <= 100_000; row++) {
        progress.accept(row);
      }
    }
    return err.toString();
  }

  @Test
  void aLongRunIsCountedAndWipedAway() {
    assertEquals("\r50,000 rows read\r100,000 rows read\r" + " ".repeat(30) + "\r", count(true, 0));
  }

  @Test
  void nothingIsSaidIfNobodyWatchesOrItIsQuick() {
    assertEquals("", count(false, 0));
    assertEquals("", count(true, HOUR));
  }
}
