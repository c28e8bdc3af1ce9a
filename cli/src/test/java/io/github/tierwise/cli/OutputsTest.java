package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.write.ClosedPipeException;
import io.github.tierwise.cli.write.WholeFile;
import io.github.tierwise.files.cells.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where answers go: links, pipes, devices, and places that take nothing. */
@DisabledOnOs(OS.WINDOWS)
class OutputsTest {

  private static final String LIST = Run.example("influencers.csv");
  private static final String BRAND = Run.example("small-brand.toml");

  @TempDir Path folder;

  private static Run score(String... more) {
    List<String> args =
        new ArrayList<>(List.of("score", LIST, "--brand", BRAND, "--quiet", "--format", "csv"));
    args.addAll(List.of(more));
    return Run.of(args.toArray(new String[0]));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static Path device(String path) {
    assumeTrue(Files.exists(Path.of(path)), "needs " + path);
    return Path.of(path);
  }

  @Test
  void aLinkToNothingYetStaysALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("new.csv"));
    Path other = Files.createSymbolicLink(folder.resolve("other.csv"), Path.of("link.csv"));
    assertEquals(ExitCode.OK, score("--out", other.toString()).code());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.isSymbolicLink(other));
    assertEquals(score().out(), Files.readString(folder.resolve("new.csv")));
  }

  @Test
  void aLinkToItselfOrIntoNoFolderIsRefused() throws IOException {
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    assertEquals(
        "tierwise: --out must be a place that can be written, was \""
            + loop
            + "\" (a link to itself)\n",
        score("--out", loop.toString()).err());
    Path lost = Files.createSymbolicLink(folder.resolve("lost"), Path.of("no", "where"));
    assertEquals(
        "tierwise: --out must be a place that can be written, was \""
            + lost
            + "\" (no such folder)\n",
        score("--out", lost.toString()).err());
    assertTrue(Files.isSymbolicLink(loop));
    assertTrue(Files.isSymbolicLink(lost));
  }

  @Test
  void twoOutputsAreTwoFilesHoweverTheyAreSpelt() throws IOException {
    Files.createSymbolicLink(folder.resolve("self"), Path.of("."));
    Path file = Files.writeString(folder.resolve("file.csv"), "old");
    Files.createLink(folder.resolve("hard.csv"), file);
    Files.createSymbolicLink(folder.resolve("soft.csv"), file);
    String[][] pairs = {
      {path("new.csv"), path("self/new.csv")},
      {path("new.csv"), path("self/./self/new.csv")},
      {file.toString(), path("hard.csv")},
      {file.toString(), path("soft.csv")},
      {"/dev/stdout", "/dev/fd/1"}
    };
    for (String[] pair : pairs) {
      Run run = score("--out", pair[0], "--rejects", pair[1]);
      assertEquals(ExitCode.USAGE, run.code(), pair[1]);
      assertEquals(
          "tierwise: --out and --rejects must be two files, were both "
              + pair[1]
              + "\nTry: tierwise score --help\n",
          run.err());
    }
    assertEquals("old", Files.readString(file));
  }

  @Test
  void anOutputIsNoInputHoweverItIsSpelt() throws IOException {
    Path list = Files.copy(Path.of(LIST), folder.resolve("list.csv"));
    Files.createSymbolicLink(folder.resolve("self"), Path.of("."));
    Files.createLink(folder.resolve("hard.csv"), list);
    for (String out : List.of("self/list.csv", "hard.csv", "list.csv")) {
      for (List<String> command :
          List.of(
              List.of("check", list.toString()),
              List.of("score", list.toString(), "--brand", BRAND))) {
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of("--out", path(out)));
        Run run = Run.of(args.toArray(new String[0]));
        assertEquals(
            "tierwise: output must be another file than the input \"" + list + "\"\n", run.err());
        assertEquals(ExitCode.INPUT, run.code());
      }
    }
    assertEquals(-1, Files.mismatch(list, Path.of(LIST)));
  }

  @Test
  void aPipeAndADeviceAreWrittenTo() throws Exception {
    device("/dev/null");
    assertEquals(ExitCode.OK, score("--out", "/dev/null", "--rejects", "/dev/null").code());
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                return e.toString();
              }
            });
    assertEquals(ExitCode.OK, score("--out", pipe.toString()).code());
    assertEquals(score().out(), read.get());
    assertFalse(Files.isRegularFile(pipe));
  }

  @Test
  void aPipeThatNobodyReadsAnyMoreEndsTheRunWithoutAWord() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<Void> read =
        CompletableFuture.runAsync(
            () -> {
              try (InputStream in = Files.newInputStream(pipe)) {
                in.read();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    // More than a pipe holds.
    Run run = Run.of("compare", LIST, "--report", pipe.toString(), "--quiet");
    read.get();
    assertEquals(ExitCode.CLOSED_PIPE, run.code());
    assertEquals("", run.err());
  }

  @Test
  void aFullDiskIsSaidInOneLine() throws IOException {
    String full = device("/dev/full").toString();
    for (String order : List.of("file", "rank")) {
      Run run = score("--out", full, "--order", order);
      assertEquals(ExitCode.INPUT, run.code());
      assertEquals(
          "tierwise: --out must be a place that can be written, was \"/dev/full\" (No space left on"
              + " device)\n",
          run.err());
    }
    assertEquals(
        new Run(ExitCode.INPUT, "", "tierwise: output could not be written: no room\n"),
        printing("no room", "score", LIST, "--brand", BRAND, "--quiet"));
    assertEquals(
        new Run(ExitCode.INPUT, "", "tierwise: output could not be written: no room\n"),
        printing("no room", "--help"));
  }

  @Test
  void whatFailsInTheMiddleLeavesTheOldFileAndNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("out.csv"), "old");
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                WholeFile.write(
                    "--out",
                    file,
                    out -> {
                      out.write("half");
                      out.flush();
                      throw new IOException("No space left on device");
                    }));
    assertEquals(
        "--out must be a place that can be written, was \"" + file + "\" (No space left on device)",
        e.getMessage());
    assertEquals("old", Files.readString(file));
    assertEquals(1, files());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "demo", "tiers", "score x --help"})
  void aClosedPipeIsNoFault(String args) {
    Run run = printing("Broken pipe", args.split(" "));
    assertEquals(new Run(ExitCode.CLOSED_PIPE, "", ""), run);
  }

  @Test
  void aClosedStandardInputIsSaid() throws IOException {
    InputStream in = InputStream.nullInputStream();
    in.close();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(in, OutputStream.nullOutputStream(), err, 120, Main.Terminals.NONE, "check", "-");
    assertEquals(ExitCode.INPUT, code);
    assertEquals(
        "tierwise: standard input must be open and readable, was not: Stream closed\n",
        err.toString(StandardCharsets.UTF_8));
  }

  /** A run whose standard output takes nothing. */
  private static Run printing(String reason, String... args) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw reason.contains("pipe")
                ? new ClosedPipeException(new IOException(reason))
                : new IOException(reason);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(InputStream.nullInputStream(), out, err, 120, Main.Terminals.NONE, args);
    return new Run(code, "", err.toString(StandardCharsets.UTF_8));
  }
}
