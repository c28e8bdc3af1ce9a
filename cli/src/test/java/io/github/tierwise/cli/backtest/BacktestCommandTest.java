package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestCommandTest {

  /** Posts of accounts whose level stays, with a scatter of one doubling. */
  private static Path posts(Path folder, int accounts) throws IOException {
    Random random = new Random(5);
    StringBuilder csv = new StringBuilder("username,followers,likes,comments,shares,timestamp\n");
    for (int account = 0; account < accounts; account++) {
      int followers = 1_000 + random.nextInt(500_000);
      double level = Math.log(followers * 0.02) + random.nextGaussian();
      for (int post = 0; post < 8; post++) {
        long likes = Math.round(Math.exp(level + 0.7 * random.nextGaussian()));
        csv.append("made-up-" + account + "," + followers + "," + likes + ",3,1,")
            .append(1_600_000_000L + post * 400_000L + account)
            .append('\n');
      }
    }
    return Files.writeString(folder.resolve("posts.csv"), csv);
  }

  @Test
  void theTableHasALineForEveryWayOfForetelling(@TempDir Path folder) throws IOException {
    Run run = Run.of("backtest", posts(folder, 120).toString(), "--platform", "tiktok");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(
        run.out()
            .startsWith(
                "Newest posts of 120 accounts on TikTok, likes + comments + shares by followers,"
                    + " seed 1"),
        run.out());
    for (Way way : Way.values()) {
      assertTrue(run.out().contains(way.words()), run.out());
    }
    for (String breakdown :
        List.of(
            "\nfollowers           accounts  best simple rule",
            "\nearlier posts  accounts  best simple rule",
            "\nage of the newest  accounts  best simple rule",
            "\n10,000 to 99,999 ",
            "\n5 to 9              120 ",
            "\nbelow 1 day             120 ")) {
      assertTrue(run.out().contains(breakdown), run.out());
    }
    assertEquals(
        run.out(), Run.of("backtest", posts(folder, 120).toString(), "--platform", "tiktok").out());
  }

  @Test
  void youngPostsCanBeLeftOut(@TempDir Path folder) throws IOException {
    String posts = posts(folder, 120).toString();
    Run all = Run.of("backtest", posts, "--platform", "tiktok");
    Run old = Run.of("backtest", posts, "--platform", "tiktok", "--min-age", "7");
    assertEquals(ExitCode.OK, old.code(), old.err());
    assertTrue(!old.out().equals(all.out()));
    Run none = Run.of("backtest", posts, "--platform", "tiktok", "--min-age", "5000");
    assertTrue(none.said().contains("had 0"), none.err());
  }

  @Test
  void tooFewAccountsOrNoPostsAreRefused(@TempDir Path folder) throws IOException {
    Run few = Run.of("backtest", posts(folder, 10).toString(), "--platform", "tiktok");
    assertEquals(ExitCode.INPUT, few.code());
    assertTrue(
        few.said().contains("must have >= 40 accounts with followers and at least 3 posts, had 10"),
        few.err());
    Path accounts =
        Files.writeString(folder.resolve("a.csv"), "username,followers,likes\nana,5000,100\n");
    Run none = Run.of("backtest", accounts.toString(), "--platform", "tiktok");
    assertEquals(ExitCode.INPUT, none.code());
    assertTrue(
        none.said().contains("must have posts with a time or an order, found none"), none.err());
  }

  private static JsonNode json(String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("backtest"));
    all.addAll(List.of(args));
    all.addAll(List.of("--platform", "tiktok", "--format", "json", "--quiet"));
    Run run = Run.of(all.toArray(new String[0]));
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertEquals("", run.err());
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void programsGetEveryWayOnEveryCellWithItsIntervals(@TempDir Path folder) throws IOException {
    JsonNode answer = json(posts(folder, 120).toString());
    assertEquals("tiktok", answer.get("platform").asText());
    assertEquals(120, answer.get("accounts").asInt());
    assertEquals(2_000, answer.get("draws").asInt());
    JsonNode results = answer.get("results");
    double least = Double.POSITIVE_INFINITY;
    for (JsonNode each : results) {
      boolean simple = each.get("minus_own_mean").isNull();
      assertEquals(simple, each.get("covers").isNull());
      if (!simple) {
        assertTrue(each.get("covers_low").asDouble() <= each.get("covers").asDouble());
        assertTrue(each.get("covers").asDouble() <= each.get("covers_high").asDouble());
      }
      if (each.get("by").asText().equals("all") && each.get("way").asText().equals("own_mean")) {
        least = each.get("error").asDouble();
      }
      if (each.get("by").asText().equals("all") && each.get("way").asText().equals("calibrated")) {
        assertEquals(
            each.get("error").asDouble() - least, each.get("minus_own_mean").asDouble(), 1e-12);
        assertTrue(
            each.get("minus_own_mean_low").asDouble() < each.get("minus_own_mean").asDouble());
      }
    }
    Path out = folder.resolve("out.csv");
    Run csv =
        Run.of(
            "backtest",
            posts(folder, 120).toString(),
            "--platform",
            "tiktok",
            "--format",
            "csv",
            "--out",
            out.toString());
    assertEquals("", csv.out());
    List<String> lines = Files.readAllLines(out);
    assertEquals(results.size() + 1, lines.size());
    assertEquals(
        "by,cell,from,below,accounts,way,foretold_by,error,covers,covers_low,covers_high,"
            + "minus_followers,minus_followers_low,minus_followers_high,minus_own_mean,minus_own_mean_low,"
            + "minus_own_mean_high,minus_decayed_mean,minus_decayed_mean_low,minus_decayed_mean_high",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("all,all,0,,120,followers,"), lines.get(1));
  }

  /** Posts with an order and days, of which several share each; or without the days. */
  private static List<String> ordered(boolean days) {
    Random random = new Random(11);
    List<String> rows = new ArrayList<>();
    for (int account = 0; account < 90; account++) {
      double level = 5 + random.nextGaussian();
      for (int post = 0; post < 6; post++) {
        rows.add(
            "made-up-%d,%d,%s%d,%d"
                .formatted(
                    account,
                    20_000 + account,
                    days ? "2026-03-%02d,".formatted(20 - post / 3) : "",
                    post,
                    Math.round(Math.exp(level + 0.6 * random.nextGaussian()))));
      }
    }
    return rows;
  }

  private static Path file(Path folder, String header, List<String> rows) throws IOException {
    return Files.writeString(
        folder.resolve("posts.csv"), header + "\n" + String.join("\n", rows) + "\n");
  }

  @Test
  void postsWithAnOrderAndNoTimesAreBacktested(@TempDir Path folder) throws IOException {
    Path posts = file(folder, "username,followers,post_index,likes", ordered(false));
    JsonNode answer = json(posts.toString());
    assertEquals(90, answer.get("accounts").asInt());
    for (JsonNode each : answer.get("results")) {
      if (each.get("by").asText().equals("age")) {
        assertEquals("unknown", each.get("cell").asText());
        assertTrue(each.get("from").isNull());
      }
    }
    Run old = Run.of("backtest", posts.toString(), "--platform", "tiktok", "--min-age", "7");
    assertEquals(ExitCode.INPUT, old.code());
    assertTrue(
        old.said()
            .contains(
                "--min-age must go with posts that have a time, those of posts.csv have an order"
                    + " alone: leave it out, or say --map time=COLUMN"),
        old.err());
    Run negative = Run.of("backtest", posts.toString(), "--min-age", "-1");
    assertEquals(ExitCode.USAGE, negative.code());
    assertTrue(negative.said().contains("--min-age must be >= 0, was -1"), negative.err());
  }

  /** An order breaks ties of time; without one, posts of a day have none. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOrderOfTheRowsChangesNeitherScoresNorBacktest(boolean order, @TempDir Path folder)
      throws IOException {
    String header = "username,followers,published,post_index,likes";
    List<String> rows = new ArrayList<>(ordered(true));
    if (!order) {
      header = header.replace("post_index,", "");
      rows.replaceAll(row -> row.replaceFirst("(2026-03-\\d\\d),\\d,", "$1,"));
    }
    String backtest = json(file(folder, header, rows).toString()).toString();
    List<String> scores = scores(folder);
    Collections.reverse(rows);
    assertEquals(backtest, json(file(folder, header, rows).toString()).toString());
    assertEquals(scores, scores(folder));
  }

  private static List<String> scores(Path folder) {
    Run run =
        Run.of(
            "score",
            folder.resolve("posts.csv").toString(),
            "--platform",
            "tiktok",
            "--brand",
            Run.example("brand.toml"),
            "--top",
            "0",
            "--format",
            "csv",
            "--columns",
            "id,score,low,high");
    assertEquals(ExitCode.OK, run.code(), run.err());
    return run.out().lines().sorted().toList();
  }

  @Test
  void ofSeveralPlatformsTheOneWithMostAccountsIsForetold(@TempDir Path folder) throws IOException {
    List<String> rows = new ArrayList<>(ordered(true));
    rows.replaceAll(row -> (row.startsWith("made-up-1") ? "instagram," : "tiktok,") + row);
    Path posts = file(folder, "platform,username,followers,published,post_index,likes", rows);
    for (int again = 0; again < 2; again++) {
      Run run = Run.of("backtest", posts.toString());
      assertEquals(ExitCode.OK, run.code(), run.err());
      assertTrue(run.out().startsWith("Newest posts of 79 accounts on TikTok"), run.out());
      assertTrue(
          run.said().contains("11 accounts on Instagram are left out: --platform"), run.err());
    }
  }
}
