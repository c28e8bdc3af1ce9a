package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README, and the page on millions of rows, show is what the code does. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path MILLIONS = Path.of("..", "docs", "scoring-millions.md");

  @Test
  void theRankingsAreThoseOfTheDemo() throws IOException {
    String demo = Run.of("demo").out();
    List<String> rows =
        Snippet.block(README, "console")
            .lines()
            .filter(line -> line.matches(" +[0-9]+  synthetic-.*"))
            .toList();
    assertEquals(6, rows.size());
    for (String row : rows) {
      assertTrue(demo.contains(row + "\n"), row);
    }
  }

  @Test
  void theSnippetCompilesAndPrintsWhatTheReadmeShows(@TempDir Path folder) throws Exception {
    String code = Snippet.block(README, "java");
    assertTrue(code.lines().count() <= 10, "the snippet has at most ten lines");
    assertEquals(Snippet.block(README, "text"), Snippet.run(code, folder));
  }

  @Test
  void theSnippetThatScoresAMillionPrintsWhatThePageShows(@TempDir Path folder) throws Exception {
    assertEquals(
        Snippet.block(MILLIONS, "text"), Snippet.run(Snippet.block(MILLIONS, "java"), folder));
  }
}
