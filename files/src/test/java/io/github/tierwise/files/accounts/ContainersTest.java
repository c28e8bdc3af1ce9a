package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.WorkbookBytes;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Platform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;

/** The same table is the same accounts, whatever it lies in. */
class ContainersTest {

  private static final String NAME = "standard input";

  private static final List<List<String>> TEXTS =
      List.of(
          List.of("48200", "48.200", "48,2k", "0", "", "1,204", "12 500"),
          List.of("900", "1.080", "900,5", "-1", "x", "2.5"),
          List.of("30", "7.5", "", "0", "12"),
          List.of("DE", "{\"DE\": 0.4}", "DE:45%|AT:12%", "", "Österreich, \"Wien\""),
          List.of("Instagram", "TikTok", "?", "IG"));

  private static final List<List<String>> NUMBERS =
      List.of(
          List.of("48200", "0", "1204000", "", "-1", "2147483647"),
          List.of("900", "0.5", "912.25", "12.0", "", "1.5"),
          List.of("30", "7.5", "", "0", "12"),
          List.of("DE", "", "AT"),
          List.of("Instagram", "TikTok"));

  private static final List<String> HEADER =
      List.of("username", "followers", "avg_likes", "avg_comments", "country", "platform");

  /** A table in something. */
  @FunctionalInterface
  interface Writer {
    Source write(List<List<String>> rows) throws IOException;
  }

  private final List<Path> files = new ArrayList<>();

  @AfterProperty
  void deleteFiles() throws IOException {
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private Map<String, Writer> writers(boolean typed) {
    Map<String, Writer> writers = new LinkedHashMap<>();
    writers.put("CSV", rows -> piped(csv(rows)));
    writers.put("CSV, not piped", rows -> Source.of(NAME, bytes(csv(rows))));
    writers.put("CSV in gzip", rows -> Source.of(NAME, gzip(csv(rows))));
    writers.put("objects a line", rows -> piped(lines(rows, typed)));
    writers.put("objects a line in gzip", rows -> Source.of(NAME, gzip(lines(rows, typed))));
    writers.put("a list of objects", rows -> piped(list(rows, typed)));
    writers.put(
        "a list in an object", rows -> piped("{\"of\":1,\"all\":" + list(rows, typed) + "}"));
    writers.put(
        "a workbook",
        rows ->
            Source.of(
                NAME, new WorkbookBytes().sheet("A", WorkbookBytes.rows(rows, typed)).bytes()));
    return writers;
  }

  @Property(tries = 150)
  void textsInAnythingAreTheSameAccountsAndRejectsOrTheSameQuestion(@ForAll long seed)
      throws IOException {
    check(table(TEXTS, seed), writers(false), false);
  }

  @Property(tries = 150)
  void numbersInAnythingAreTheSameAccountsToTheBit(@ForAll long seed) throws IOException {
    check(table(NUMBERS, seed), writers(true), true);
  }

  private static void check(List<List<String>> table, Map<String, Writer> writers, boolean readable)
      throws IOException {
    List<String> expected = List.of();
    for (Map.Entry<String, Writer> each : writers.entrySet()) {
      List<String> read = read(each.getValue().write(table));
      if (expected.isEmpty()) {
        expected = read;
      }
      assertEquals(expected, read, each.getKey() + "\n" + csv(table));
    }
    assertTrue(!readable || !expected.get(0).startsWith("error"), expected.get(0));
  }

  private static List<List<String>> table(List<List<String>> cells, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<List<String>> usual = new ArrayList<>();
    for (List<String> of : cells) {
      usual.add(List.of(pick(of, random), pick(of, random)));
    }
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    // One row that can be read.
    rows.add(List.of("sure", "1000", "10", "1", "", "Instagram"));
    int size = 1 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      List<String> row = new ArrayList<>(List.of("acct" + (random.nextInt(6) == 0 ? 0 : i)));
      for (int j = 0; j < cells.size(); j++) {
        row.add(pick(random.nextInt(6) == 0 ? cells.get(j) : usual.get(j), random));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String pick(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> read(Source source) {
    ReadOptions options = new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(), "");
    try {
      AccountList list = AccountReader.read(source, options, rows -> {});
      List<String> all = new ArrayList<>();
      list.forEach(account -> all.add(account.toString()));
      list.rejects().forEach(reject -> all.add(reject.reason()));
      all.add(String.valueOf(list.rows()));
      return all;
    } catch (InputException e) {
      return List.of("error " + e.getMessage().replaceAll("line \\d+", "line"));
    }
  }

  private static Source piped(String text) {
    return Source.read("-", new ByteArrayInputStream(bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  private static String csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        text.append(i == 0 ? "\"" : ",\"").append(row.get(i).replace("\"", "\"\"")).append('"');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> objects(List<List<String>> rows, boolean typed) {
    List<String> objects = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        String value =
            typed && cell.matches("-?\\d+(\\.\\d+)?")
                ? cell
                : cell.isEmpty() && typed ? "null" : '"' + cell.replace("\"", "\\\"") + '"';
        text.append(i == 0 ? "{" : ", ").append('"' + HEADER.get(i) + "\": ").append(value);
      }
      objects.add(text + "}");
    }
    return objects;
  }

  private static String lines(List<List<String>> rows, boolean typed) {
    return String.join("\n", objects(rows, typed));
  }

  private static String list(List<List<String>> rows, boolean typed) {
    return "[" + String.join(",\n", objects(rows, typed)) + "]";
  }
}
