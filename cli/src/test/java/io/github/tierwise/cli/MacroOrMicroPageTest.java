package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The outputs in docs/macro-or-micro.md are what its commands print. */
class MacroOrMicroPageTest {

  private static final Path PAGE = Path.of("..", "docs", "macro-or-micro.md");

  /** A command that is quiet, with what it does to a brand file before; or a block of output. */
  private static final Pattern PART =
      Pattern.compile(
          "^    (?:sed 's/(.*)/(.*)/' (\\S+) \\| )?\\./tierwise (.*--quiet.*)$"
              + "|^```console\n((?:.*\n)*?)```",
          Pattern.MULTILINE);

  @Test
  void everyBlockIsWhatTheCommandBeforeItPrints() throws IOException {
    Matcher part = PART.matcher(Files.readString(PAGE));
    String out = "";
    int commands = 0;
    int blocks = 0;
    while (part.find()) {
      if (part.group(5) == null) {
        out = run(part);
        commands++;
      } else {
        String block = part.group(5);
        assertTrue(out.contains(block), block + "\nis not in\n" + out);
        blocks++;
      }
    }
    assertEquals(11, commands);
    assertEquals(11, blocks);
  }

  private static String run(Matcher command) throws IOException {
    String in = "";
    if (command.group(1) != null) {
      String brand = Files.readString(Path.of("..", command.group(3)));
      in = brand.replaceAll(command.group(1), command.group(2));
      assertTrue(!in.equals(brand), command.group());
    }
    String[] args = command.group(4).replace("docs/examples", "../docs/examples").split(" ", -1);
    Run run = Run.withInput(in, args);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }
}
