package io.github.tierwise.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.cli.write.Printer;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long MILLI = 1_000_000;

  private final StringWriter err = new StringWriter();
  private long now = 5;
  private long position;

  private Progress progress(boolean watched, OptionalLong size) {
    return new Progress(
        Printer.notes(err), watched, new Progress.Bytes(() -> position, size), () -> now);
  }

  private List<String> lines() {
    return new ArrayList<>(List.of(err.toString().split("\r", -1)));
  }

  @Test
  void ofAFileRowsSpeedShareAndTimeLeftAreToldAndWipedAway() {
    try (Progress progress = progress(true, OptionalLong.of(400_000_000))) {
      now += 2_500 * MILLI;
      position = 100_000_000;
      progress.accept(1_234_567);
      now += 7_500 * MILLI;
      position = 390_000_000;
      progress.accept(5_000_000);
    }
    String first = "1,234,567 rows read, 40 MB/s, 25%, 8 s left";
    assertEquals(
        List.of(
            "",
            first,
            "5,000,000 rows read, 39 MB/s, 97%, 0 s left",
            " ".repeat(first.length()),
            ""),
        lines());
  }

  @Test
  void aShorterLineCoversALongerOne() {
    try (Progress progress = progress(true, OptionalLong.of(1_000_000_000_000L))) {
      now += 2_000 * MILLI;
      position = 10_000_000;
      progress.accept(1_000_000);
      now += 1_000_000 * MILLI;
      position = 900_000_000_000L;
      progress.accept(2);
    }
    assertEquals("1,000,000 rows read, 5.0 MB/s, 0%, 56 h left", lines().get(1));
    assertEquals("2 rows read, 898 MB/s, 90%, 2 min left" + " ".repeat(6), lines().get(2));
    assertEquals(lines().get(1).length(), lines().get(2).length());
  }

  @Test
  void ofAPipeRowsAndSpeedAreToldAndOfAWorkbookRows() {
    try (Progress progress = progress(true, OptionalLong.empty())) {
      now += 4_000 * MILLI;
      position = 30_000_000;
      progress.accept(1_000);
      now += 1_000 * MILLI;
      position = 0;
      progress.accept(2_000);
    }
    assertEquals("1,000 rows read, 7.5 MB/s", lines().get(1));
    assertEquals("2,000 rows read", lines().get(2).stripTrailing());
  }

  @Test
  void itIsTold5TimesASecondAtMost() {
    try (Progress progress = progress(true, OptionalLong.empty())) {
      for (int i = 0; i < 4_000; i++) {
        now += MILLI;
        progress.accept(i);
      }
    }
    // Nothing for 2 seconds, 2 seconds of it, and the wiping.
    assertEquals(1 + 11 + 2, lines().size());
  }

  @Test
  void nothingIsSaidIfNobodyWatchesOrItIsQuick() {
    try (Progress progress = progress(true, OptionalLong.empty())) {
      now += 1_999 * MILLI;
      progress.accept(100);
    }
    try (Progress progress = progress(false, OptionalLong.empty())) {
      now += 1_000_000 * MILLI;
      progress.accept(100);
    }
    assertEquals("", err.toString());
  }
}
