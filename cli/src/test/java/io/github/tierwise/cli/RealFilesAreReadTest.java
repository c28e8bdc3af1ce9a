package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadNote;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.files.table.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every published list as it is: what {@code real-files.txt} says of it is what comes out. Files
 * with {@code +} between them are a table of accounts, or of posts, and more posts.
 */
class RealFilesAreReadTest {

  private static Map<String, String> expected() throws IOException {
    Map<String, String> blocks = new LinkedHashMap<>();
    try (InputStream stream = RealFilesAreReadTest.class.getResourceAsStream("real-files.txt")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : text.split("\n\n", -1)) {
        if (!block.startsWith("#")) {
          blocks.put(block.lines().findFirst().orElseThrow(), block.strip() + '\n');
        }
      }
    }
    return blocks;
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsReadAsPinned() throws IOException {
    return expected().entrySet().stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.getKey(), () -> assertEquals(block.getValue(), found(block.getKey()))));
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsScoredOrRefusedInWords() throws IOException {
    return expected().entrySet().stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.getKey(), () -> score(block.getKey(), block.getValue())));
  }

  private static void score(String name, String block) {
    List<String> files = paths(name);
    List<String> args =
        new ArrayList<>(List.of("score", files.get(0), "--brand", Run.example("brand.toml")));
    files.stream().skip(1).forEach(file -> args.addAll(List.of("--posts", file)));
    Run run = Run.of(args.toArray(new String[0]));
    assertEquals(block.contains("\nrefused ") ? 1 : 0, run.code(), run.err());
    assertEquals(run.code() == 1, run.out().isEmpty());
    assertFalse(run.err().contains("internal error") || run.err().contains("\tat "), run.err());
  }

  private static List<String> paths(String name) {
    return Arrays.stream(name.split(" \\+ ", -1)).map(f -> Run.real(f).toString()).toList();
  }

  private static String found(String name) {
    List<Source> sources =
        paths(name).stream().map(f -> Source.read(f, InputStream.nullInputStream())).toList();
    StringBuilder text = new StringBuilder(name).append('\n');
    AccountList reading;
    try {
      reading =
          AccountReader.read(
              sources.get(0), sources.subList(1, sources.size()), ReadOptions.none(), row -> {});
    } catch (InputException e) {
      return text.append("refused    ").append(e.getMessage()).append('\n').toString();
    }
    assertAllRowsAreThere(reading);
    line(text, "accounts", String.valueOf(reading.accounts().size()));
    for (ReadNote note : reading.notes()) {
      // What is said of a reject may name an account, which stays where it is.
      if (!note.topic().equals("rejected") && !note.topic().isEmpty()) {
        line(text, note.topic(), note.text().replaceAll("(, as in|(row|rows):) \"[^\"]*\"", "$2"));
      }
    }
    kinds(reading.rejects())
        .forEach((reason, count) -> line(text, "rejected", count + " x " + reason));
    return text.toString();
  }

  private static void line(StringBuilder text, String topic, String words) {
    text.append("%-11s".formatted(topic)).append(words).append('\n');
  }

  /** No file here has rows of other platforms or of accounts that are not there. */
  private static void assertAllRowsAreThere(AccountList reading) {
    boolean joined = reading.posts() > 0 && !reading.columns().isEmpty();
    int rows = reading.rows() - reading.rejects().size();
    assertTrue(
        rows == reading.accounts().size()
            || rows == reading.posts()
            || (joined && rows == reading.accounts().size() + reading.posts()),
        "read + rejected = rows");
  }

  /** How often each reason occurs, without names and values. */
  private static Map<String, Integer> kinds(List<RejectedRow> rejects) {
    return new TreeMap<>(
        rejects.stream()
            .collect(
                Collectors.toMap(
                    reject ->
                        reject
                            .reason()
                            .replaceFirst(
                                "^post .* was already on line \\d+",
                                "post ... was already on line ...")
                            .replaceFirst("once, .* came before$", "once, ... came before")
                            .replaceFirst("was \".*\"$", "was ..."),
                    reject -> 1,
                    Integer::sum)));
  }
}
