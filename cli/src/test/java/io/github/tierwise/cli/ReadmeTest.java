package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the code does. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final String IMPORTS =
      "import io.github.tierwise.profile.*;\nimport io.github.tierwise.score.*;\n";

  private static String block(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));
    assertTrue(block.find(), "a block of " + language + " is in the README");
    return block.group(1);
  }

  @Test
  void theRankingsAreThoseOfTheDemo() throws IOException {
    String demo = Run.of("demo").out();
    List<String> rows =
        block("console").lines().filter(line -> line.matches(" +[0-9]+  synthetic-.*")).toList();
    assertEquals(6, rows.size());
    for (String row : rows) {
      assertTrue(demo.contains(row + "\n"), row);
    }
  }

  @Test
  void theSnippetCompilesAndPrintsWhatTheReadmeShows(@TempDir Path folder) throws Exception {
    String code = block("java");
    assertTrue(code.lines().count() <= 10, "the snippet has at most ten lines");
    Path source = folder.resolve("Snippet.java");
    Files.writeString(
        source,
        IMPORTS + "public class Snippet { public static void main(String[] a) {\n" + code + "}}\n");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertEquals(0, failed, "the snippet compiles");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Snippet")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    assertEquals(block("text"), printed.toString(StandardCharsets.UTF_8));
  }
}
