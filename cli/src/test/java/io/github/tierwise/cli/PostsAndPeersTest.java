package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of {@code score} and {@code explain} that name more files. */
class PostsAndPeersTest {

  private static final String BRAND = Run.example("small-brand.toml");

  @TempDir Path folder;
  private String accounts;
  private String posts;

  @BeforeEach
  void twoFiles() throws IOException {
    accounts = file("instagram.csv", "username,followers\nana,9000\nben,8000\n");
    posts =
        file(
            "posts.csv",
            """
            username,created_at,likes,comments
            ana,2020-11-01,300,10
            ana,2020-11-02,320,12
            ana,when,1,1
            """);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** A list on which engagement is a power of the size. */
  private String peers(String name, int count, double power) throws IOException {
    StringBuilder text = new StringBuilder("username,followers,avg_likes,avg_comments\n");
    for (int i = 0; i < count; i++) {
      double followers = 1_000 * Math.pow(1.2, i);
      text.append("p%d,%.0f,%.0f,0\n".formatted(i, followers, 500 * Math.pow(1.2, i * power)));
    }
    return file(name, text.toString());
  }

  /** Posts that come to half of their engagements in 1.2 days, the newest of several ages. */
  private String peersWithPosts(String name, int count) throws IOException {
    StringBuilder text = new StringBuilder("username,followers,time,likes,comments\n");
    Instant counted = Instant.parse("2020-11-06T00:00:00Z");
    for (int i = 0; i < count; i++) {
      for (int day = 0; day <= 5; day++) {
        double age = 0.4 * (i % 6) + day;
        double share = Math.pow((age + 0.02) / (age + 0.02 + 0.64 * 1.2), 1.4);
        Instant at = counted.minusSeconds(Math.round(age * 86_400));
        text.append(
            "p%d,%d,%s,%d,0\n".formatted(i, 1_000 + 100 * i, at, Math.round(40_000 * share)));
      }
    }
    return file(name, text.toString());
  }

  @Test
  void postsOfAnotherFileMakeTheLevel() {
    Run run = Run.of("score", accounts, "--posts", posts, "--brand", BRAND);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.said().contains("2 read as posts + 1 rejected = 3 rows in posts.csv"));
    assertTrue(run.said().contains("counted the end of 2020-11-02, the newest time in the file"));
    Run why =
        Run.of(
            "explain",
            accounts,
            "--posts",
            posts,
            "--id",
            "ana",
            "--depth",
            "5",
            "--counted-at",
            "2020-12-01",
            "--quiet");
    assertEquals(0, why.code(), why.err());
    assertTrue(why.out().contains("from 2 posts"), why.out());
  }

  @Test
  void postsThatLackAPartAreALowerBoundInEveryAnswerAndInThePlainForm() throws IOException {
    String lacking =
        file(
            "lacking.csv",
            "username,created_at,likes,comments\nana,2020-11-01,300,10\nana,2020-11-02,320,\n");
    String plain = folder.resolve("plain.csv").toString();
    assertEquals(0, Run.of("check", accounts, "--posts", lacking, "--out", plain).code());
    String[] scores = new String[2];
    for (int i = 0; i < scores.length; i++) {
      List<String> args = new ArrayList<>(List.of("score", "--brand", BRAND, "--format", "json"));
      args.addAll(i == 0 ? List.of(accounts, "--posts", lacking) : List.of(plain));
      scores[i] = Run.of(args.toArray(new String[0])).out();
    }
    assertEquals(scores[0], scores[1]);
    assertTrue(scores[0].contains("engagements-at-least"), scores[0]);
    Run plan = Run.of("plan", accounts, "--posts", lacking, "--brand", BRAND, "--format", "json");
    assertTrue(plan.out().contains("some interactions of which are unknown"), plan.out());
    assertTrue(plan.said().contains("plausible_only is not recommended"), plan.said());
  }

  @Test
  void ratesByPostsSayThatTheyAreNoMeans() {
    Run score = Run.of("score", accounts, "--posts", posts, "--brand", BRAND);
    assertTrue(score.said().contains("engagement rates are of these levels"), score.said());
    assertTrue(score.out().contains("% by the level of its posts against"), score.out());
    Run compare = Run.of("compare", accounts, "--posts", posts, "--quiet");
    String by = "by the level of posts where an account has some";
    assertTrue(compare.out().contains("and the middle half, " + by), compare.out());
    Run json = Run.of("compare", accounts, "--posts", posts, "--quiet", "--format", "json");
    assertTrue(json.out().contains("likes + comments by followers, " + by), json.out());
    Run means = Run.of("compare", Run.example("influencers.csv"), "--quiet", "--format", "json");
    assertFalse(means.out().contains(by), means.out());
  }

  @Test
  void rejectsOfSeveralFilesNameTheirFile() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    Run run =
        Run.of(
            "score", accounts, "--posts", posts, "--brand", BRAND, "--rejects", rejects.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(
        "file,line,column,reason,row\n"
            + "posts.csv,4,created_at,\"time must be Unix seconds or milliseconds or ISO 8601, as in"
            + " 2020-11-08T12:00:00Z, was \"\"when\"\"\",\"ana,when,1,1\"\n",
        Files.readString(rejects));
  }

  @Test
  void aFileIsReadOnceOnly() {
    Run twice = Run.of("score", accounts, "--posts", posts, "--posts", posts, "--brand", BRAND);
    assertEquals(1, twice.code());
    assertEquals(
        "tierwise: --posts must be another file than those before it, was \"" + posts + "\"\n",
        twice.err());
    Run same = Run.of("explain", accounts, "--peers", accounts, "--id", "ana");
    assertEquals(1, same.code());
    assertEquals(
        "tierwise: --peers must be another file than the candidates', or an account is compared"
            + " with itself, was \""
            + accounts
            + "\"\n",
        same.err());
  }

  @Test
  void anOutputIsNoneOfTheInputs() {
    Run run = Run.of("score", accounts, "--posts", posts, "--brand", BRAND, "--out", posts);
    assertEquals(1, run.code());
    assertTrue(run.err().contains("output must be another file than the input"));
  }

  @Test
  void aCountingTimeThatIsNoneIsWrongUsage() {
    Run run =
        Run.of("score", accounts, "--posts", posts, "--brand", BRAND, "--counted-at", "8.11.20");
    assertEquals(2, run.code());
    assertTrue(run.said().contains("time must be Unix seconds or milliseconds or ISO 8601"));
  }

  @Test
  void peersMoveTheExpectation() throws IOException {
    String peers = peers("peers-instagram.csv", 40, 1);
    String list =
        file("list-instagram.csv", "username,followers,avg_likes,avg_comments\nana,9000,400,9\n");
    Run without = Run.of("explain", list, "--id", "ana", "--brand", BRAND);
    Run with = Run.of("explain", list, "--id", "ana", "--brand", BRAND, "--peers", peers);
    assertEquals(0, with.code(), with.err());
    assertTrue(
        with.said().contains("peers Instagram: level fitted to 40 peers, published shape kept; "),
        with.err());
    assertTrue(with.said().contains("expected at 10,000 followers, published 2.5%"), with.err());
    assertTrue(!with.out().equals(without.out()));
  }

  @Test
  void aSteepSlopeIsCalledARankedListsSelection() throws IOException {
    String peers = peers("peers-instagram.csv", 40, 0);
    Run run = Run.of("score", accounts, "--brand", BRAND, "--peers", peers);
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.said().contains("their slope of -1.00 is a ranked list's selection, not an effect of"),
        run.err());
  }

  @Test
  void peersWithPostsCalibrateTheHalfLife() throws IOException {
    String peers = peersWithPosts("peers-instagram.csv", 35);
    Run run = Run.of("score", accounts, "--posts", posts, "--brand", BRAND, "--peers", peers);
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.said()
            .contains(
                "peers Instagram posts: calibrated on 35 peers, half-life 1.2 days instead of 0"),
        run.err());
    assertTrue(
        run.said().contains("with a half-life of 1.2 days [calibrated on 35 peers, "), run.err());
  }

  @Test
  void tooFewPeersAreAnError() throws IOException {
    String peers = peers("peers-instagram.csv", 29, 1);
    Run run = Run.of("score", accounts, "--brand", BRAND, "--peers", peers);
    assertEquals(1, run.code());
    assertEquals(
        "tierwise: --peers peers-instagram.csv: Instagram: peers with known followers and"
            + " engagements must be >= 30, was 29\n",
        run.err());
  }

  @Test
  void candidatesAmongThePeersAreCountedAloud() throws IOException {
    String peers = peers("peers-instagram.csv", 40, 1);
    String list = file("list-instagram.csv", "username,followers,avg_likes\np3,9000,400\n");
    Run run = Run.of("score", list, "--brand", BRAND, "--peers", peers, "--map", "id=username");
    assertTrue(run.said().contains("1 account among the candidates too"), run.err());
  }

  @Test
  void aMappingThatThePeersDoNotHaveIsForTheCandidatesOnly() throws IOException {
    String peers = peers("peers-instagram.csv", 40, 1);
    String list = file("list-instagram.csv", "username,followers,hearts_given\nana,9000,400\n");
    Run run =
        Run.of("score", list, "--brand", BRAND, "--peers", peers, "--map", "likes=hearts_given");
    assertEquals(0, run.code(), run.err());
  }

  /** What is said of cells counts for every table, what is said of a header for FILE alone. */
  @Test
  void readingsCountForPeersAndAHeaderForTheFileAlone() throws IOException {
    String list = file("instagram-list.csv", "my list\nusername,followers,avg_likes\nana,900,9\n");
    StringBuilder text = new StringBuilder("username,followers,ER\n");
    for (int i = 0; i < 40; i++) {
      text.append("p%d,%d,0.5\n".formatted(i, 1_000 + 100 * i));
    }
    String peers = file("instagram-peers.csv", text.toString());
    Run asked = Run.of("score", list, "--brand", BRAND, "--peers", peers, "--header", "2");
    assertEquals(1, asked.code());
    assertTrue(asked.err().contains("--as engagement_rate=percent"), asked.err());
    String[] said = {"--as", "engagement_rate=percent", "--header", "2"};
    Run run =
        Run.of(
            Stream.concat(
                    Stream.of("score", list, "--brand", BRAND, "--peers", peers), Stream.of(said))
                .toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    Run without =
        Run.of(
            Stream.concat(Stream.of("score", list, "--brand", BRAND), Stream.of(said))
                .toArray(String[]::new));
    assertEquals(1, without.code());
    assertTrue(
        without.err().contains("--as engagement_rate=percent must say how a column is read"),
        without.err());
  }

  @Test
  void aTableOfPostsHasAHeaderOfItsOwn() throws IOException {
    String list = file("instagram-list.csv", "my list\nusername,followers\nana,900\n");
    assertEquals(
        0, Run.of("score", list, "--posts", posts, "--brand", BRAND, "--header", "2").code());
    String late = file("late.csv", "posts of 2020\nusername,created_at,likes\nana,2020-11-01,3\n");
    Run run = Run.of("score", accounts, "--posts", late, "--brand", BRAND);
    assertEquals(1, run.code());
    assertTrue(
        run.err()
            .contains(
                "; line 1 was taken for the header, which seems to be line 2: take off the lines"
                    + " above it, --header is for FILE alone"),
        run.err());
  }
}
