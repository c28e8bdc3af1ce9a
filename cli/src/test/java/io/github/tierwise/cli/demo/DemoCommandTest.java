package io.github.tierwise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @Test
  void twoBrandsGetTenAccountsEachAndTheReasonsWhy() {
    Run run = Run.of("demo");
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    assertEquals(
        20, run.out().lines().filter(line -> line.matches(" +\\d+  synthetic-.*")).count());
    assertTrue(run.out().contains("nobody in this list exists"));
    assertTrue(
        run.out().contains("A small company that wants to sell: SME, sales, budget 5,000 USD"));
    assertTrue(
        run.out().contains("A corporation that wants to be seen: large corporation, awareness"));
    assertTrue(run.out().contains("are on both lists"));
    assertTrue(run.out().contains(", exactly\n"));
  }

  @Test
  void theNextCommandsWork() {
    Matcher next = Pattern.compile("  tierwise (.*)").matcher(Run.of("demo").out());
    int found = 0;
    while (next.find()) {
      String[] args = next.group(1).replace("docs/examples", "../docs/examples").split(" ", -1);
      assertEquals(0, Run.of(args).code(), next.group(1));
      found++;
    }
    assertEquals(2, found);
  }

  @Test
  void theSampleIsWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sample.csv");
    Run run = Run.of("demo", "--write", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(SampleData.csv(), Files.readString(file));
    assertEquals(1, Run.of("demo", "--write", folder.toString()).code());
  }

  @Test
  void theBrandsOfTheDocumentationAreThoseOfTheDemo() throws IOException {
    for (String name : new String[] {"brand.toml", "small-brand.toml"}) {
      Run run =
          Run.of(
              "score", Run.example("influencers.csv"), "--brand", Run.example(name), "--top", "10");
      assertEquals(0, run.code(), run.err());
      assertTrue(Run.of("demo").out().contains(run.out()), name);
    }
  }
}
