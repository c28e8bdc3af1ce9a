package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnReading;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tables with what is right of them, from files of blocks: how these are written is told in their
 * first lines.
 */
final class TableCases {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private static final Pattern WORD = Pattern.compile("[^\\s\"]*\"[^\"]*\"|\\S+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** A table of posts behind that of accounts, or the table that there is. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Table(String name, byte[] bytes) {}

  /** A block of a file. */
  record Shape(
      String title, String cited, String options, List<Table> tables, List<String> expected) {

    /** What is expected of one sort, without the word for it. */
    List<String> of(String sort) {
      return expected.stream()
          .filter(line -> line.startsWith(sort + ": "))
          .map(line -> line.substring(sort.length() + 2))
          .toList();
    }
  }

  private TableCases() {}

  /** A test of each block of a file of the test resources. */
  static Stream<DynamicTest> tests(String file) {
    return cases(file).stream()
        .map(shape -> DynamicTest.dynamicTest(shape.title(), () -> check(shape)));
  }

  private static void check(Shape shape) {
    List<String> asks = shape.of("asks");
    List<String> refuses = shape.of("refuses");
    if (asks.isEmpty() && refuses.isEmpty()) {
      checkRead(shape);
      return;
    }
    String message = assertThrows(InputException.class, () -> read(shape)).getMessage();
    asks.forEach(
        part -> {
          assertTrue(message.contains(part), message);
          assertTrue(message.contains("say "), "without an answer: " + message);
        });
    refuses.forEach(part -> assertTrue(message.contains(part), message));
    assertEquals(shape.expected().size(), asks.size() + refuses.size(), "nothing else is checked");
  }

  private static void checkRead(Shape shape) {
    AccountList reading = read(shape);
    Map<String, Influencer> accounts =
        reading.accounts().stream()
            .collect(Collectors.toMap(TableCases::name, account -> account, (a, b) -> a));
    List<String> rejects =
        reading.rejects().stream().map(each -> each.line() + ": " + each.reason()).toList();
    String said =
        reading.notes().stream()
            .map(note -> note.topic() + " " + note.text())
            .collect(Collectors.joining("\n"));
    List<String> wrong = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    List<String> rejected = shape.of("rejected line");
    for (String line : shape.expected()) {
      String[] words = line.split(" +", -1);
      if (words[0].contains("@")) {
        named.add(words[0]);
        Influencer account = accounts.get(words[0]);
        for (int i = 1; account != null && i < words.length; i++) {
          checkValue(reading, account, words[i], wrong);
        }
      } else if (line.startsWith("level of ")) {
        checkLevels(accounts, words, wrong);
      }
    }
    if (!named.equals(new TreeSet<>(accounts.keySet()))) {
      wrong.add("accounts must be " + named + ", were " + new TreeSet<>(accounts.keySet()));
    }
    List<String> lines = expectedRejects(shape);
    if (lines.size() != rejects.size()
        || !IntStream.range(0, lines.size()).allMatch(i -> isSaid(rejects.get(i), lines.get(i)))) {
      wrong.add("rejected must be " + lines + ", were " + rejects);
    }
    shape.of("note").stream()
        .filter(part -> !said.contains(part))
        .forEach(part -> wrong.add("must say \"" + part + '"'));
    shape.of("never").stream()
        .filter(said::contains)
        .forEach(part -> wrong.add("must not say \"" + part + '"'));
    assertEquals(List.of(), rejected, "write = rejected line N: reason");
    assertTrue(wrong.isEmpty(), String.join("\n", wrong) + "\n" + said + "\n" + accounts.values());
  }

  private static List<String> expectedRejects(Shape shape) {
    return shape.expected().stream()
        .filter(line -> line.startsWith("rejected line "))
        .map(line -> line.substring("rejected line ".length()))
        .toList();
  }

  /** The line is the same and the reason has the part that is looked for. */
  private static boolean isSaid(String reject, String expected) {
    int colon = expected.indexOf(": ");
    return reject.startsWith(expected.substring(0, colon + 2))
        && reject.contains(expected.substring(colon + 2));
  }

  private static void checkValue(
      AccountList reading, Influencer account, String word, List<String> wrong) {
    String field = word.substring(0, word.indexOf('='));
    String expected = word.substring(field.length() + 1);
    String found =
        switch (field) {
          case "currency" -> account.currency();
          case "country", "topic" -> String.join(",", account.labels(field));
          case "times" -> posts(reading, account).map(post -> post.at().toString()).collect(all());
          case "engaged" ->
              posts(reading, account).map(post -> plain(post.engagements())).collect(all());
          default -> number(account, field, expected);
        };
    if (!found.equals(expected)) {
      wrong.add("%s: %s must be %s, was %s".formatted(name(account), field, expected, found));
    }
  }

  private static java.util.stream.Collector<CharSequence, ?, String> all() {
    return Collectors.joining(",");
  }

  /** The posts of an account from the oldest to the newest. */
  private static Stream<PostHistory.Post> posts(AccountList reading, Influencer account) {
    PostHistory history = reading.histories().get(account);
    return history == null ? Stream.of() : history.posts().stream();
  }

  private static String number(Influencer account, String field, String expected) {
    double value =
        field.startsWith("country:")
            ? account.audience("country", field.substring("country:".length()))
            : account.get(Measure.valueOf(field.toUpperCase(Locale.ROOT)));
    if (Double.isNaN(value)) {
      return "?";
    }
    boolean near =
        !expected.equals("?")
            && Math.abs(value - Double.parseDouble(expected)) <= 1e-9 * Math.abs(value);
    return near ? expected : plain(value);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /**
   * {@code level of A = B}: the same; {@code ~}: nearly; {@code .}: by less than half a doubling;
   * {@code <}: lower, and known.
   */
  private static void checkLevels(
      Map<String, Influencer> accounts, String[] words, List<String> wrong) {
    double one = Objects.requireNonNull(accounts.get(words[2]), words[2]).get(Measure.LEVEL);
    double other = Objects.requireNonNull(accounts.get(words[4]), words[4]).get(Measure.LEVEL);
    double difference = Math.abs(one - other);
    boolean right =
        switch (words[3]) {
          case "=" -> difference < 1e-9;
          case "~" -> difference < 0.05;
          case "." -> difference < 0.5;
          default -> one < other;
        };
    if (!right) {
      wrong.add("%s, were %s and %s".formatted(String.join(" ", words), one, other));
    }
  }

  private static String name(Influencer account) {
    return account.id().replace(' ', '_')
        + '@'
        + account.platform().name().toLowerCase(Locale.ROOT);
  }

  private static AccountList read(Shape shape) {
    List<Source> sources =
        shape.tables().stream().map(table -> Source.of(table.name(), table.bytes())).toList();
    return AccountReader.read(
        sources.get(0), sources.subList(1, sources.size()), options(shape.options()), rows -> {});
  }

  private static ReadOptions options(String text) {
    Optional<Platform> platform = Optional.empty();
    List<ColumnMapping> mappings = new ArrayList<>();
    List<ColumnReading> readings = new ArrayList<>();
    Optional<Instant> countedAt = Optional.empty();
    String currency = "";
    long header = 0;
    Instant now = NOW;
    List<String> words =
        WORD.matcher(text).results().map(MatchResult::group).map(w -> w.replace("\"", "")).toList();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "--platform" -> platform = Platform.named(value);
        case "--map" -> mappings.add(ColumnMapping.parse(value));
        case "--as" -> readings.add(ColumnReading.parse(value));
        case "--counted-at" -> countedAt = Optional.of(Instant.parse(value));
        case "--currency" -> currency = value;
        case "--header" -> header = Long.parseLong(value);
        case "--now" -> now = Instant.parse(value);
        default -> throw new IllegalArgumentException(words.get(i));
      }
    }
    return new ReadOptions(platform, mappings, currency, countedAt, Map.of())
        .with(readings, header)
        .at(Clock.fixed(now, ZoneOffset.UTC));
  }

  /** The blocks of a file. */
  static List<Shape> cases(String file) {
    List<Shape> shapes = new ArrayList<>();
    String title = "";
    String cited = "";
    String options = "";
    List<Table> tables = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    String name = "";
    StringBuilder rows = new StringBuilder();
    for (String line : lines(file)) {
      if (line.startsWith("# ")) {
        if (!title.isEmpty()) {
          shapes.add(new Shape(title, cited, options, List.copyOf(tables), List.copyOf(expected)));
        }
        title = line.substring(2);
        cited = "";
        options = "";
        tables.clear();
        expected.clear();
      } else if (line.startsWith("shape: ")) {
        cited = line.substring("shape: ".length());
      } else if (line.startsWith("options: ")) {
        options = line.substring("options: ".length());
      } else if (line.startsWith("file: ")) {
        tables.add(file(file, line.substring("file: ".length())));
      } else if (line.startsWith("table: ") || line.startsWith("= ")) {
        if (!name.isEmpty()) {
          tables.add(new Table(name, rows.toString().getBytes(StandardCharsets.UTF_8)));
          rows.setLength(0);
          name = "";
        }
        if (line.startsWith("= ")) {
          expected.add(line.substring(2));
        } else {
          name = line.substring("table: ".length());
        }
      } else if (!name.isEmpty()) {
        rows.append(unescaped(line)).append('\n');
      }
    }
    shapes.add(new Shape(title, cited, options, List.copyOf(tables), List.copyOf(expected)));
    return shapes;
  }

  /** An input beside the file of blocks, read by its own name or by another. */
  private static Table file(String beside, String line) {
    String[] names = line.split(" -> ", -1);
    String folder = beside.substring(0, beside.lastIndexOf('/') + 1);
    String name = names[0].substring(names[0].lastIndexOf('/') + 1);
    try (InputStream in =
        Objects.requireNonNull(
            TableCases.class.getResourceAsStream("/" + folder + names[0]), names[0])) {
      return new Table(names.length > 1 ? names[1] : name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(
            each ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(each.group(1), 16))));
  }

  private static List<String> lines(String file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TableCases.class.getResourceAsStream("/" + file), file),
                StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
