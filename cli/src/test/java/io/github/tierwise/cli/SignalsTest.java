package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.demo.SampleData;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.write.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is ended from outside. {@code -Dtierwise.kills=200} ends so many runs while they
 * write, at random moments.
 */
@DisabledOnOs(OS.WINDOWS)
class SignalsTest {

  private static final int KILLS = Integer.getInteger("tierwise.kills", 6);
  private static final int ACCOUNTS = 4_000;
  private static final int MOST_MILLIS = 150;
  private static final String OLD = "what was there before\n";

  @TempDir static Path folder;
  private static Path list;
  private static Path whole;

  @BeforeAll
  static void makeList() {
    list = folder.resolve("list.csv");
    whole = folder.resolve("whole.csv");
    WholeFile.write("--write", list, SampleData.csv(ACCOUNTS));
    assertEquals(ExitCode.OK, Run.of(score("csv", "--out", whole.toString())).code());
  }

  private static String[] score(String format, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("score", list.toString(), "--brand", Run.example("small-brand.toml")));
    args.addAll(List.of("--quiet", "--top", "0", "--format", format));
    args.addAll(List.of(more));
    return args.toArray(new String[0]);
  }

  private static List<Path> parts(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.filter(each -> each.getFileName().toString().endsWith(".part")).toList();
    }
  }

  @Test
  void whoeverIsEndedWhileItWritesLeavesTheOldFileOrTheNewOne(@TempDir Path where)
      throws Exception {
    Random random = new Random(1);
    Path out = where.resolve("scores.csv");
    Path err = folder.resolve("err.txt");
    int old = 0;
    for (int i = 0; i < KILLS; i++) {
      Files.writeString(out, OLD);
      String signal = List.of("INT", "TERM", "KILL").get(i % 3);
      try (Program program = new Program(err, List.of(), score("csv", "--out", out.toString()))) {
        while (program.isAlive() && parts(where).isEmpty()) {
          Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(MOST_MILLIS));
        program.signal(signal);
        int code = program.code();
        boolean unchanged = Files.readString(out).equals(OLD);
        old += unchanged ? 1 : 0;
        assertTrue(
            unchanged || Files.mismatch(out, whole) < 0,
            () -> "half a file after " + signal + " and exit code " + code);
        if (code != ExitCode.OK) {
          assertEquals(
              switch (signal) {
                case "INT" -> 130;
                case "TERM" -> 143;
                default -> 137;
              },
              code);
        }
        assertEquals("", Files.readString(err), signal);
        List<Path> parts = parts(where);
        assertTrue(parts.size() <= (signal.equals("KILL") ? 1 : 0), signal + " left " + parts);
        for (Path part : parts) {
          Files.delete(part);
        }
      }
    }
    assertTrue(old > 0, "some run was ended before its file was whole");
  }

  @Test
  void whoeverStopsReadingEndsTheRunWithoutAWord() throws Exception {
    Path err = folder.resolve("pipe.txt");
    try (Program program = new Program(err, List.of(), score("json"))) {
      program.out().read();
      program.out().close();
      assertEquals(ExitCode.CLOSED_PIPE, program.code());
      assertEquals("", Files.readString(err));
    }
  }

  @Test
  void theNameOfStandardOutputIsWrittenToWithTheLineEndsOfEverySystem() throws Exception {
    Path err = folder.resolve("stdout.txt");
    try (Program program =
        new Program(err, List.of("-Dline.separator=\r\n"), score("json", "--out", "/dev/stdout"))) {
      assertEquals(Run.of(score("json")).out(), program.text());
      assertEquals(ExitCode.OK, program.code());
    }
    assertEquals("", Files.readString(err));
  }
}
