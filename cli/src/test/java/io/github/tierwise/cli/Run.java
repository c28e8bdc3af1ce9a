package io.github.tierwise.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A run of the command line: its exit code and what it wrote. */
public record Run(int code, String out, String err) {

  private static final int WIDTH = 120;

  public static Run of(String... args) {
    return withInput("", args);
  }

  public static Run withInput(String in, String... args) {
    return run(in, WIDTH, args);
  }

  public static Run atWidth(int width, String... args) {
    return run("", width, args);
  }

  private static Run run(String in, int width, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayInputStream stream = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    int code = Main.run(stream, out, err, width, Main.Terminals.NONE, args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What was said, without the line breaks that the width brings. */
  public String said() {
    return err.replaceAll("\\s+", " ");
  }

  /** A file of the local data sets; without them the test is skipped. */
  public static Path real(String name) {
    String shared = System.getProperty("tierwise.shared", "");
    Path file = Path.of(shared, "data", "real", name);
    Assumptions.assumeTrue(file.toFile().canRead(), "needs the local data set " + name);
    return file;
  }

  /** A file of the documentation's examples. */
  public static String example(String name) {
    return Path.of("..", "docs", "examples", name).toString();
  }
}
