package io.github.tierwise.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellFilesTest {

  /** The head of a paragraph with a term: of an option all its names. */
  private static final Pattern TERM = Pattern.compile("(?m)^\\.TP\n(.*)\n(.*)$");

  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    Run run = Run.of("shell-files", folder.resolve("new").toString());
    assertEquals(new Run(0, "", ""), run);
  }

  private static String page(String name) throws IOException {
    return Files.readString(folder.resolve("new/man/man1").resolve(name + ".1"));
  }

  /** What man shows, near enough: without marks, in one line. */
  private static String shown(String troff) {
    return troff
        .replaceAll("(?m)^\\.\\w+ ?", " ")
        .replaceAll("\\\\f[BIR]", "")
        .replace("\\&", "")
        .replace("\\-", "-")
        .replace("\\e", "\\")
        .replaceAll("\\s+", " ");
  }

  @Test
  void everyCommandThatHelpListsHasAPageAndNoOther() throws IOException {
    String help = Run.of("--help").out();
    Set<String> pages =
        Pattern.compile("(?m)^  (\\w[\\w-]*)  +\\S")
            .matcher(help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:")))
            .results()
            .map(each -> "tierwise-" + each.group(1) + ".1")
            .collect(Collectors.toSet());
    assertTrue(pages.size() > 8, help);
    pages.addAll(List.of("tierwise.1", "tierwise-tiers-show.1"));
    try (Stream<Path> files = Files.list(folder.resolve("new/man/man1"))) {
      assertEquals(
          pages, files.map(each -> each.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @Test
  void aPageSaysOfEveryOptionWhatHelpSays() throws IOException {
    for (String command : List.of("score", "plan", "explain", "compare", "check", "tiers")) {
      String help = Run.of(command, "--help").out().replaceAll("\\s", "");
      Matcher term = TERM.matcher(page("tierwise-" + command));
      int options = 0;
      while (term.find()) {
        String words = shown(term.group(2)).replaceAll("\\s", "");
        assertTrue(help.contains(words), command + ": " + term.group(1) + words);
        options += term.group(1).contains("\\-\\-") ? 1 : 0;
      }
      assertEquals(
          Run.of(command, "--help")
              .out()
              .lines()
              .filter(l -> l.matches(" {2,6}(-\\w, )?--.*"))
              .count(),
          options,
          command);
    }
  }

  @Test
  void aPageHasTheExamplesOfItsHelpLineByLine() throws IOException {
    String examples =
        page("tierwise-score").replaceAll("(?s).*\\.nf\n(.*)\n\\.fi.*", "$1").replace("\\-", "-");
    String help = Run.of("score", "--help").out();
    assertEquals(
        help.substring(help.indexOf("Examples:\n") + 10).strip().replaceAll("(?m)^ +", ""),
        examples);
  }

  @Test
  void whatTroffWouldTakeForSomethingElseIsText() {
    assertEquals("a\\-b \\e n", ManPage.text("a-b \\ n"));
    assertEquals("\\&.SH\n\\&'x", ManPage.text(".SH\n'x"));
  }

  @Test
  void completionKnowsCommandsOptionsAndValues() throws IOException {
    String bash = Files.readString(folder.resolve("new/completion/tierwise.bash"));
    assertTrue(bash.contains("--why-not"), "an option");
    assertTrue(bash.contains("\"instagram\""), "a platform as people write it");
    assertTrue(bash.contains("\"iab-uk\""), "a published definition");
    assertFalse(bash.contains("shell-files") || bash.contains("--accounts"), "what is hidden");
  }
}
