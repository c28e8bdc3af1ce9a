package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertEquals(9, run.out().lines().count(), run.out());
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
    assertTrue(none.said().contains("must have posts with a time, found none"), none.err());
  }

  /**
   * The figures of docs/foretelling.md; the reference is a published protocol's, 0.344 and 0.359.
   */
  @Test
  void theTableInTheDocsIsWhatTheRealFilesGive() throws IOException {
    String[] tikTok = {
      "backtest",
      Run.real("tiktok2020-videos-1.csv").toString(),
      "--posts",
      Run.real("tiktok2020-videos-2.csv").toString(),
      "--posts",
      Run.real("tiktok2020-videos-3.csv").toString(),
      "--posts",
      Run.real("tiktok2020-videos-4.csv").toString(),
      "--posts",
      Run.real("tiktok2020-videos-top.csv").toString()
    };
    String page = Files.readString(Path.of("..", "docs", "foretelling.md"));
    String[] oldPosts = Arrays.copyOf(tikTok, tikTok.length + 2);
    oldPosts[tikTok.length] = "--min-age";
    oldPosts[tikTok.length + 1] = "7";
    Matcher old =
        Pattern.compile("([0-9.]+) +([0-9.]+%)  level, calibrated").matcher(Run.of(oldPosts).out());
    assertTrue(old.find());
    assertTrue(page.contains("by %s (%s)".formatted(old.group(1), old.group(2))), old.group());
    String[][] runs = {
      tikTok,
      {
        "backtest",
        Run.real("instafake-accounts.csv").toString(),
        "--posts",
        Run.real("instafake-posts.csv").toString()
      },
      {
        "backtest",
        Run.real("instagram-coders-accounts.csv").toString(),
        "--posts",
        Run.real("instagram-coders-posts.csv").toString()
      }
    };
    Pattern line = Pattern.compile("^ *([0-9]\\.[0-9]{3}) +([0-9.]+%)? +(.+)$", Pattern.MULTILINE);
    for (int set = 0; set < runs.length; set++) {
      Matcher found = line.matcher(Run.of(runs[set]).out());
      int lines = 0;
      while (found.find()) {
        lines++;
        String coverage = found.group(2) == null ? "" : " (" + found.group(2) + ")";
        String name = found.group(3);
        String cell = found.group(1) + coverage;
        String row =
            page.lines()
                .filter(each -> each.replace("**", "").startsWith("| " + name))
                .findFirst()
                .orElseThrow()
                .replace("**", "");
        assertEquals(cell, row.split("\\|", -1)[2 + set].strip(), name);
      }
      assertEquals(6, lines);
    }
  }
}
