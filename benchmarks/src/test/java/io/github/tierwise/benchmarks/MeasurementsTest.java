package io.github.tierwise.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables are made from. */
class MeasurementsTest {

  private static Measurements of(Path folder, String... samples) throws IOException {
    return new Measurements(
        Files.writeString(folder.resolve("m.tsv"), String.join("\n", samples).replace(' ', '\t')));
  }

  @Test
  void aRatioIsTakenWithinEachRound(@TempDir Path folder) throws IOException {
    Measurements found =
        of(
            folder,
            "sample ours 1 10 0 9 1",
            "sample ours 1 10 1 9 10",
            "sample ours 1 10 2 9 100",
            "sample c 1 10 0 9 3",
            "sample c 1 10 1 9 20",
            "sample c 1 10 2 9 100");

    assertEquals(new Figure(2, 1, 3), found.ratio("c", 1, "ours", 1));
    assertEquals(new Figure(10, 1, 100), found.time(new Measurements.Key("ours", 1, 10)));
  }

  @Test
  void moreThanOneThreadIsTimedByTheClock(@TempDir Path folder) throws IOException {
    Measurements found =
        of(folder, "sample ours 1 10 0 8 6", "sample ours 2 10 0 4 NaN", "sample c 2 10 0 2 NaN");

    assertEquals(2, found.ratio("ours", 1, "ours", 2).median());
    assertEquals(0.5, found.ratio("c", 2, "ours", 2).median());
    assertEquals(6, found.time(new Measurements.Key("ours", 1, 10)).median());
    assertEquals(4, found.time(new Measurements.Key("ours", 2, 10)).median());
  }

  @Test
  void whoHasFewerAccountsIsComparedOnAsMany(@TempDir Path folder) throws IOException {
    Measurements found =
        of(
            folder,
            "sample ours 1 10 0 9 5",
            "sample ours 1 2 0 9 1",
            "sample objects 1 2 0 9 30",
            "sample jpmml 1 1 0 9 500");

    assertEquals(30, found.ratio("objects", 1, "ours", 1).median());
    assertEquals(100, found.ratio("jpmml", 1, "ours", 1).median());
  }

  @Test
  void whatWasNotMeasuredSaysSo(@TempDir Path folder) throws IOException {
    Measurements found = of(folder, "sample ours 1 10 0 9 5");

    assertFalse(found.ratio("c", 1, "ours", 1).isKnown());
    assertEquals("not measured", found.ratio("c", 1, "ours", 1).text("×"));
    assertEquals("5.00 ns", found.time(new Measurements.Key("ours", 1, 10)).text(" ns"));
  }
}
