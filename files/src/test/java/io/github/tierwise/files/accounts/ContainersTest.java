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
import java.io.InputStream;
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
    List<Source> write(List<List<String>> rows) throws IOException;
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
    writers.put("CSV", rows -> List.of(piped(csv(rows))));
    writers.put("CSV, not piped", rows -> List.of(csvSource(rows)));
    writers.put("CSV in gzip", rows -> List.of(Source.of(NAME, gzip(csv(rows)))));
    writers.put("objects a line", rows -> List.of(piped(lines(rows, typed))));
    writers.put(
        "objects a line in gzip", rows -> List.of(Source.of(NAME, gzip(lines(rows, typed)))));
    writers.put("a list of objects", rows -> List.of(piped(list(rows, typed))));
    writers.put(
        "a list in an object",
        rows -> List.of(piped("{\"of\":1,\"all\":" + list(rows, typed) + "}")));
    writers.put("a workbook", rows -> List.of(workbook(rows, typed)));
    writers.put(
        "two files", rows -> List.of(csvSource(rows.subList(0, 3)), file(without(rows, 2))));
    writers.put(
        "files of all kinds",
        rows ->
            List.of(
                file(rows.subList(0, 2)),
                piped(lines(second(rows), typed)),
                workbook(without(rows, 2), typed)));
    return writers;
  }

  @Property(tries = 60)
  void textsInAnythingAreTheSameAccountsAndRejectsOrTheSameQuestion(@ForAll long seed)
      throws IOException {
    check(table(TEXTS, seed), writers(false), false);
  }

  @Property(tries = 60)
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
      List<String> row = new ArrayList<>(List.of("acct" + (i == 3 ? 1 : i)));
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

  private static List<List<String>> without(List<List<String>> rows, int first) {
    List<List<String>> rest = new ArrayList<>(List.of(HEADER));
    rest.addAll(rows.subList(1 + first, rows.size()));
    return rest;
  }

  private static List<List<String>> second(List<List<String>> rows) {
    return List.of(HEADER, rows.get(2));
  }

  private static Source csvSource(List<List<String>> rows) {
    return Source.of(NAME, bytes(csv(rows)));
  }

  private static Source workbook(List<List<String>> rows, boolean typed) {
    return Source.of(NAME, new WorkbookBytes().sheet("A", WorkbookBytes.rows(rows, typed)).bytes());
  }

  /** A file, which is read in pieces. */
  private Source file(List<List<String>> rows) throws IOException {
    Path file = Files.createTempFile("table", ".csv");
    files.add(file);
    Files.writeString(file, csv(rows));
    return Source.read(file.toString(), InputStream.nullInputStream());
  }

  private static List<String> read(List<Source> sources) {
    ReadOptions options = new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(), "");
    try {
      AccountList list = AccountReader.read(sources, List.of(), options, rows -> {});
      List<String> all = new ArrayList<>();
      list.forEach(account -> all.add(account.toString()));
      list.rejects().forEach(reject -> all.add(reject.reason()));
      all.add(String.valueOf(list.rows()));
      return all;
    } catch (InputException e) {
      return List.of(
          "error "
              + String.valueOf(e.getMessage())
                  .replaceAll("(standard input )?line \\d+", "line")
                  .replaceAll("\\S+ and \\d other files?|" + NAME + " and \\d other files?", NAME));
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
