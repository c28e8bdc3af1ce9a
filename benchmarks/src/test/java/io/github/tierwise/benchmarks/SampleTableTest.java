package io.github.tierwise.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files are timed with has the accounts that memory is timed with. */
class SampleTableTest {

  private static final int ROWS = 2_000;

  @TempDir Path folder;

  private List<String> table(long rows, int columns) throws IOException {
    Path file = folder.resolve(columns + ".csv");
    SampleTable.write(file, rows, columns);
    return Files.readAllLines(file);
  }

  @Test
  void everyCellIsTheNumberOfTheWorkloadOrBlank() throws IOException {
    List<String> lines = table(ROWS, SampleTable.NARROW);
    assertEquals(ROWS + 1, lines.size());
    assertEquals(
        "username,platform,followers,avg_likes,avg_comments,clicks,conversions,price,topic:vegan,country:DE",
        lines.get(0));
    List<double[]> inputs = new Workload(ROWS, 0).inputs();
    int blank = 0;
    for (int row = 0; row < ROWS; row++) {
      String[] cells = lines.get(row + 1).split(",", -1);
      assertEquals(SampleTable.NARROW, cells.length);
      assertEquals("acct_" + row, cells[0]);
      assertEquals("instagram", cells[1]);
      for (int i = 0; i < inputs.size(); i++) {
        String cell = cells[i + 2];
        double number = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        assertEquals(inputs.get(i)[row], number, 0.0, lines.get(row + 1));
        blank += cell.isEmpty() ? 1 : 0;
      }
    }
    assertTrue(blank > ROWS / 2, "so many are unknown: " + blank);
  }

  @Test
  void theWideTableHasTheSameAccountsAndElevenOtherColumns() throws IOException {
    List<String> narrow = table(ROWS, SampleTable.NARROW);
    List<String> wide = table(ROWS, SampleTable.WIDE);
    assertEquals(narrow.size(), wide.size());
    for (int row = 0; row <= ROWS; row++) {
      String line = wide.get(row);
      assertTrue(line.startsWith(narrow.get(row) + ","), line);
      // The only cell in quotes has a comma.
      assertEquals(SampleTable.WIDE, line.replaceAll("\".*\"", "").split(",", -1).length, line);
    }
  }

  @Test
  void accountsBehindTheFirstPartAreOthers() throws IOException {
    List<String> lines = table(SampleTable.PART + 1L, SampleTable.NARROW);
    assertEquals(SampleTable.PART + 2, lines.size());
    String[] cells = lines.get(SampleTable.PART + 1).split(",", -1);
    assertEquals("acct_" + SampleTable.PART, cells[0]);
    double[] followers = new Workload(1, SampleTable.PART).followers;
    assertEquals(followers[0], Double.parseDouble(cells[2]), 0.0);
  }

  @Test
  void anyOtherNumberOfColumnsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> table(1, 11));
  }
}
