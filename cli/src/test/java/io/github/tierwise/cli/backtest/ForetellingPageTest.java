package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.files.cells.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/foretelling.md are what the real files give. They are made here; with {@code
 * -Dtierwise.docs.update=true} they are written anew.
 */
class ForetellingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "foretelling.md");

  /** Fewer accounts than this make no line of their own. */
  private static final int FEWEST = 30;

  private static final List<String> RULES = List.of("followers", "own_mean", "decayed_mean");

  /** The results of one run, found by breakdown, cell and way. */
  private record Set(JsonNode answer) {

    static Set of(String accounts, List<String> posts, String... options) throws IOException {
      List<String> args = new ArrayList<>(List.of("backtest", Run.real(accounts).toString()));
      for (String file : posts) {
        args.addAll(List.of("--posts", Run.real(file).toString()));
      }
      args.addAll(List.of("--quiet", "--format", "json"));
      args.addAll(List.of(options));
      Run run = Run.of(args.toArray(new String[0]));
      assertEquals(ExitCode.OK, run.code(), run.err());
      return new Set(new ObjectMapper().readTree(run.out()));
    }

    Stream<JsonNode> results(String by) {
      return StreamSupport.stream(answer.get("results").spliterator(), false)
          .filter(row -> row.get("by").asText().equals(by));
    }

    /** The results of each cell, by way. */
    Map<String, Map<String, JsonNode>> cells(String by) {
      Map<String, Map<String, JsonNode>> cells = new LinkedHashMap<>();
      results(by)
          .forEach(
              row ->
                  cells
                      .computeIfAbsent(row.get("cell").asText(), cell -> new TreeMap<>())
                      .put(row.get("way").asText(), row));
      return cells;
    }
  }

  private static Map<String, Set> sets() throws IOException {
    List<String> videos =
        List.of(
            "tiktok2020-videos-2.csv",
            "tiktok2020-videos-3.csv",
            "tiktok2020-videos-4.csv",
            "tiktok2020-videos-top.csv");
    Map<String, Set> sets = new LinkedHashMap<>();
    sets.put("TikTok 2020", Set.of("tiktok2020-videos-1.csv", videos));
    sets.put("of it, 7 days old", Set.of("tiktok2020-videos-1.csv", videos, "--min-age", "7"));
    sets.put("Instagram 2018", Set.of("instafake-accounts.csv", List.of("instafake-posts.csv")));
    sets.put(
        "Instagram 2022",
        Set.of("instagram-coders-accounts.csv", List.of("instagram-coders-posts.csv")));
    return sets;
  }

  @Test
  void theTablesAreWhatTheRealFilesGive() throws IOException {
    Map<String, Set> sets = sets();
    String page = Files.readString(PAGE);
    String expected = with(page, "errors", errors(sets));
    expected = with(expected, "differences", differences(sets));
    for (String by : List.of("followers", "posts", "age")) {
      expected = with(expected, by, cells(sets, by));
    }
    if (Boolean.getBoolean("tierwise.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.readString(PAGE));
  }

  /** The page with another table between the two comments that name it. */
  private static String with(String page, String name, String table) {
    String start = "<!-- measured: " + name + " -->\n";
    String end = "<!-- end of what is measured -->";
    int from = page.indexOf(start) + start.length();
    return page.substring(0, from) + "\n" + table + "\n" + page.substring(page.indexOf(end, from));
  }

  private static String row(String first, Stream<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells.toList()) + " |\n";
  }

  private static String errors(Map<String, Set> sets) {
    StringBuilder table = new StringBuilder(row("foretold by", sets.keySet().stream()));
    table.append("|---|").append("---:|".repeat(sets.size())).append('\n');
    table.append(
        row(
            "accounts",
            sets.values().stream()
                .map(set -> NumberText.count(set.answer.get("accounts").asInt()))));
    sets
        .values()
        .iterator()
        .next()
        .results("all")
        .map(row -> row.get("way").asText())
        .toList()
        .stream()
        .forEach(
            way -> {
              String name =
                  sets.values().stream()
                      .flatMap(set -> set.results("all"))
                      .filter(row -> row.get("way").asText().equals(way))
                      .findFirst()
                      .orElseThrow()
                      .get("foretold_by")
                      .asText();
              boolean simple = RULES.contains(way);
              table.append(
                  row(
                      name + (simple ? "" : " (90% covers)"),
                      sets.values().stream()
                          .map(set -> set.cells("all").get("all").get(way))
                          .map(
                              result ->
                                  figure("%.3f", result, "error")
                                      + (simple ? "" : " (" + percent(result, "covers") + ")"))));
            });
    return table.toString();
  }

  private static String differences(Map<String, Set> sets) {
    StringBuilder table = new StringBuilder(row("error less that of", sets.keySet().stream()));
    table.append("|---|").append("---:|".repeat(sets.size())).append('\n');
    for (String way : List.of("calibrated", "level")) {
      for (String rule : RULES) {
        table.append(
            row(
                way.replace('_', ' ') + " − " + rule.replace('_', ' '),
                sets.values().stream()
                    .map(set -> set.cells("all").get("all").get(way))
                    .map(result -> difference(result, rule))));
      }
    }
    return table.toString();
  }

  private static String cells(Map<String, Set> sets, String by) {
    StringBuilder table =
        new StringBuilder(
            row(
                by.equals("posts") ? "earlier posts" : by.equals("age") ? "age of newest" : by,
                Stream.of(
                    "set",
                    "accounts",
                    "best simple rule",
                    "level alone",
                    "90% covers",
                    "calibrated",
                    "less the best simple rule",
                    "90% covers")));
    table.append("|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
    sets.forEach(
        (name, set) -> {
          if (set.answer.get("min_age").asDouble() == 0) {
            set.cells(by).forEach((cell, ways) -> table.append(cell(name, cell, ways)));
          }
        });
    return table.toString();
  }

  private static String cell(String set, String cell, Map<String, JsonNode> ways) {
    JsonNode calibrated = ways.get("calibrated");
    int accounts = calibrated.get("accounts").asInt();
    if (accounts < FEWEST) {
      return "";
    }
    String best =
        RULES.stream()
            .min((a, b) -> Double.compare(error(ways.get(a)), error(ways.get(b))))
            .orElseThrow();
    JsonNode alone = ways.get("level");
    return row(
        cell,
        Stream.of(
            set,
            NumberText.count(accounts),
            figure("%.3f", ways.get(best), "error") + " " + best.replace('_', ' '),
            figure("%.3f", alone, "error"),
            interval(alone),
            figure("%.3f", calibrated, "error"),
            difference(calibrated, best),
            interval(calibrated)));
  }

  private static double error(JsonNode result) {
    return result.get("error").asDouble();
  }

  private static String figure(String format, JsonNode result, String field) {
    return String.format(Locale.ROOT, format, result.get(field).asDouble()).replace('-', '−');
  }

  private static String percent(JsonNode result, String field) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * result.get(field).asDouble());
  }

  private static String interval(JsonNode result) {
    return "%s (%.0f to %.0f)"
        .formatted(
            percent(result, "covers"),
            100 * result.get("covers_low").asDouble(),
            100 * result.get("covers_high").asDouble());
  }

  private static String difference(JsonNode result, String rule) {
    String field = "minus_" + rule;
    return "%s (%s to %s)"
        .formatted(
            figure("%+.3f", result, field),
            figure("%+.3f", result, field + "_low"),
            figure("%+.3f", result, field + "_high"));
  }
}
