package io.github.tierwise.cli.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  @TempDir Path folder;

  private static final String FILE = Run.example("influencers.csv");
  private static final String BRAND = Run.example("brand.toml");

  private static Run explain(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "explain";
    args[1] = FILE;
    args[2] = "--brand";
    args[3] = BRAND;
    System.arraycopy(more, 0, args, 4, more.length);
    return Run.of(args);
  }

  @Test
  void theContributionsAreShownWithEveryDigitAndTheirExactSum() {
    Run run = explain("--id", "synthetic-0282");
    assertEquals(0, run.code(), run.err());
    String line = run.out().lines().filter(l -> l.endsWith(", exactly")).findFirst().orElseThrow();
    String[] sides = line.substring(0, line.length() - ", exactly".length()).split(" = ", -1);
    double sum = 0;
    for (String part : sides[0].split(" \\+ ", -1)) {
      sum += Double.parseDouble(part);
    }
    assertEquals(Double.parseDouble(sides[1]), sum, 0.0);
    assertTrue(run.out().contains("engagement-far-above-expected: engagement is "), run.out());
  }

  @Test
  void theDepthIsAsAsked() {
    long one = explain("--id", "synthetic-0282", "--depth", "1").out().lines().count();
    long two = explain("--id", "synthetic-0282").out().lines().count();
    long many = explain("--id", "synthetic-0282", "--depth", "99").out().lines().count();
    assertTrue(one < two && two < many);
    assertEquals(2, explain("--id", "synthetic-0282", "--depth", "-1").code());
  }

  @Test
  void withoutABrandNothingIsAnswered() {
    Run run = Run.of("explain", FILE, "--id", "synthetic-0282", "--quiet");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    assertTrue(run.out().contains("score of synthetic-0282"));
  }

  @Test
  void anotherAccountGivesTheDifference() {
    Run run = explain("--id", "@synthetic-0282", "--against", "SYNTHETIC-0081");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("synthetic-0282 minus synthetic-0081"), run.out());
  }

  @Test
  void jsonIsTheTree() throws IOException {
    JsonNode root =
        new ObjectMapper().readTree(explain("--id", "synthetic-0282", "--format", "json").out());
    assertEquals("score of synthetic-0282", root.get("label").textValue());
    assertEquals("sum", root.get("operation").textValue());
    double sum = 0;
    for (JsonNode part : root.get("parts")) {
      sum += part.get("value").doubleValue();
      assertTrue(part.has("note") && part.has("parts"));
    }
    assertEquals(root.get("value").doubleValue(), sum, 0.0);
  }

  @Test
  void anUnknownAccountIsNamedWithTheNearest() {
    Run run = explain("--id", "synthetik-0282");
    assertEquals(1, run.code());
    assertTrue(
        run.err()
            .startsWith(
                "tierwise: --id must be an account in influencers.csv, was \"synthetik-0282\";"
                    + " nearest are \"synthetic-0282\""),
        run.err());
    assertTrue(
        explain("--id", "x", "--against", "y").err().contains("the first there are \"synthetic-"));
    assertTrue(
        explain("--id", "synthetic-0282", "--against", "y").err().contains("--against must be"));
  }

  @Test
  void anAccountOnTwoPlatformsAsksWhich() {
    String csv = "username,platform,followers,avg_likes\nana,ig,1000,50\nana,tiktok,2000,60\n";
    Run both = Run.withInput(csv, "explain", "-", "--id", "ana");
    assertEquals(1, both.code());
    assertEquals(
        List.of(
            "tierwise: --id must name one account, was \"ana\", which is on Instagram and TikTok:"
                + " add --platform"),
        both.err().lines().toList());
    assertEquals(
        0, Run.withInput(csv, "explain", "-", "--id", "ana", "--platform", "tiktok").code());
  }

  @Test
  void aTableFromAPipeIsExplainedLikeOneFromAFile() throws IOException {
    String table = Files.readString(Path.of(FILE));
    String brand = Files.readString(Path.of(BRAND));
    for (String format : List.of("text", "json")) {
      Run file =
          explain("--id", "synthetic-0282", "--against", "synthetic-0054", "--format", format);
      assertEquals(0, file.code(), file.err());
      Run piped =
          Run.withInput(
              table,
              "explain",
              "-",
              "--brand",
              BRAND,
              "--id",
              "synthetic-0282",
              "--against",
              "synthetic-0054",
              "--format",
              format);
      assertEquals(
          file.out().replace("influencers.csv", "standard input"), piped.out(), piped.err());
      Run pipedBrand =
          Run.withInput(
              brand,
              "explain",
              FILE,
              "--brand",
              "-",
              "--id",
              "synthetic-0282",
              "--against",
              "synthetic-0054",
              "--format",
              format);
      assertEquals(file.out(), pipedBrand.out(), pipedBrand.err());
    }
    Run none = Run.withInput(table, "explain", "-", "--brand", BRAND, "--id", "nobody");
    assertEquals(1, none.code());
    assertTrue(none.err().contains("nobody"), none.err());
  }

  @Test
  void standardInputIsTheTableOrTheBrand() {
    Run run = Run.withInput("x", "explain", "-", "--id", "ana", "--brand", "-");
    assertEquals(2, run.code());
    assertEquals(
        "tierwise: only one of FILE and --brand must be -, were both",
        run.err().lines().findFirst().orElseThrow());
  }

  @Test
  void aFileCannotMoveTheCursor() {
    String csv = "username,followers,avg_likes\n\u001b[2Jana,1000,50\n";
    Run run = Run.withInput(csv, "explain", "-", "--platform", "ig", "--id", "\u001b[2Jana");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().indexOf('\u001b') < 0);
  }

  @Test
  void everyNumberNamesItsCellAndTheRuleThatReadIt() {
    String csv =
        """
        username,followers,avg_likes,ER,price (USD)
        acct-01,48.2K,912,1.95,"1,204"
        acct-02,50000,900,2.5,700
        """;
    Run run = Run.withInput(csv, "explain", "-", "--platform", "ig", "--id", "acct-01");
    assertEquals(0, run.code(), run.err());
    String out = run.out().substring(run.out().indexOf("Read from"));
    assertEquals(
        """
        Read from
          followers "48.2K": standard input line 2, "followers" (K is a thousand)
          likes "912": standard input line 2, "avg_likes"
          engagement rate "1.95": standard input line 2, "ER" (in percent)
          price "1,204": standard input line 2, "price (USD)" (three digits of a group)
        """,
        out);
  }

  private static String readFrom(Run run) {
    assertEquals(0, run.code(), run.err());
    return run.out().substring(run.out().indexOf("Read from"));
  }

  /** A number that is there and not known says why, whichever rule it was. */
  @Test
  void whatIsUnknownNamesItsRule() {
    String csv =
        """
        username,followers,avg_likes,avg_comments,avg_views,clicks,gender:f,gender:m
        acct-01,0,0,12,0,2147483647,0.9,0.8
        """;
    assertEquals(
        """
        Read from
          followers "0": standard input line 2, "followers" (0 followers are unknown followers)
          likes "0": standard input line 2, "avg_likes" (0 likes beside 10 comments or more are hidden likes)
          comments "12": standard input line 2, "avg_comments"
          views "0": standard input line 2, "avg_views" (0 views beside likes, comments or other counts are unknown views)
          clicks "2147483647": standard input line 2, "clicks" (2147483647 and the like, the largest numbers that a field can
            have, stand for unknown)
          gender:f "0.9": standard input line 2, "gender:f" (shares of one dimension that exceed 1.02 together are unknown)
          gender:m "0.8": standard input line 2, "gender:m" (shares of one dimension that exceed 1.02 together are unknown)
        """,
        readFrom(Run.withInput(csv, "explain", "-", "--platform", "ig", "--id", "acct-01")));
  }

  @Test
  void whatPostsGaveIsSaidOfThePosts() throws IOException {
    String posts =
        """
        username,posted,likes,comments,followers
        ana,2025-01-01,100,3,5000
        ben,2025-01-02,7,1,70
        ana,2025-01-03,140,,
        """;
    String[] options = {"--platform", "ig", "--id", "ana", "--counted-at", "2025-02-01"};
    assertEquals(
        """
        Read from
          followers: standard input lines 2 to 4, 2 posts, "followers" (newest known of 2 posts)
          posts: standard input lines 2 to 4, 2 posts (counted)
          likes: standard input lines 2 to 4, 2 posts, "likes" (mean of 2 posts)
          comments: standard input lines 2 to 4, 2 posts, "comments" (mean of 1 of 2 posts)
        """,
        readFrom(Run.withInput(posts, with(options, "explain", "-", "--map", "time=posted"))));
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "username,followers,avg_likes\nana,9000,1\nben,70,2\n");
    Path more = folder.resolve("posts.csv");
    Files.writeString(more, posts);
    assertEquals(
        """
        Read from
          followers "9000": list.csv line 2, "followers"
          posts: posts.csv lines 2 to 4, 2 posts (counted)
          likes: posts.csv lines 2 to 4, 2 posts, "likes" (mean of 2 posts)
          comments: posts.csv lines 2 to 4, 2 posts, "comments" (mean of 1 of 2 posts)
        """,
        readFrom(Run.of(with(options, "explain", list.toString(), "--posts", more.toString()))));
  }

  private static String[] with(String[] options, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(options)).toArray(String[]::new);
  }

  /** Of two by cost alone, so that all can be computed by hand. */
  private static final String TWO =
      """
      username,followers,avg_likes,avg_comments,price (USD)
      ana,10000,300,0,300
      ben,10000,300,0,450
      """;

  private Run explainTwo(String... more) throws IOException {
    Path brand = folder.resolve("brand.toml");
    Files.writeString(
        brand,
        """
        budget = 1000
        currency = "USD"
        [priorities]
        engagement = 0
        conversion = 0
        engaged_audience = 0
        """);
    List<String> args = new ArrayList<>(List.of("explain", "-", "--platform", "ig", "--quiet"));
    args.addAll(List.of("--brand", brand.toString()));
    args.addAll(List.of(more));
    return Run.withInput(TWO, args.toArray(new String[0]));
  }

  @Test
  void againstAnotherItTellsWhatIsEnoughToTurnIt() throws IOException {
    Run run = explainTwo("--id", "ana", "--against", "ben");
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .contains(
                """
                What is enough to put ben before ana, each by itself:
                  one weight: none would do
                  all weights together: none would do
                  price of ben from 450 to 299.99 USD (-33%)
                  engagements of ben: no number would do
                  share of the audience of ben: none that the brand wants is known
                  price of ana from 300 to 450.01 USD (+50%)
                """),
        run.out());
  }

  @Test
  void theTopIsThatOfAllAccountsThatWereRead() throws IOException {
    Run out = explainTwo("--id", "ben", "--top", "1", "--depth", "0");
    assertEquals(0, out.code(), out.err());
    assertTrue(out.out().contains("What is enough to bring ben into the top 1, each by itself:"));
    assertTrue(out.out().contains("  price of ben from 450 to 299.99 USD (-33%)"), out.out());
    Run in = explainTwo("--id", "ana", "--top", "1");
    assertTrue(in.out().contains("What is enough to take ana out of the top 1, each by itself:"));
    assertTrue(in.out().contains("  price of ana from 300 to 450.01 USD (+50%)"), in.out());
    assertFalse(explainTwo("--id", "ana").out().contains("enough"));
    assertEquals(
        "tierwise: --top must be >= 1, was 0",
        explainTwo("--id", "ana", "--top", "0").err().lines().findFirst().orElseThrow());
    assertEquals(
        "tierwise: only one of --against and --top must be given, were both",
        explainTwo("--id", "ana", "--top", "1", "--against", "ben")
            .err()
            .lines()
            .findFirst()
            .orElseThrow());
  }

  @Test
  void jsonHasEveryDigitOfAFlip() throws IOException {
    JsonNode flip =
        new ObjectMapper()
            .readTree(explainTwo("--id", "ana", "--against", "ben", "--format", "json").out())
            .get("flip");
    assertEquals("to put ben before ana", flip.get("goal").textValue());
    JsonNode none = flip.get("changes").get(0);
    assertEquals("weight", none.get("kind").textValue());
    assertTrue(none.get("steps").isEmpty() && none.get("relative").isNull());
    JsonNode price = flip.get("changes").get(2);
    assertEquals("price", price.get("kind").textValue());
    assertEquals("ben", price.get("id").textValue());
    assertEquals(450, price.get("steps").get(0).get("from").doubleValue());
    double to = price.get("steps").get(0).get("to").doubleValue();
    assertTrue(to < 300 && to > 300 - 1e-9, () -> "was " + to);
    assertEquals(1 - to / 450, price.get("relative").doubleValue(), 1e-15);
    assertEquals("price of ben from 450 to 299.99 USD (-33%)", price.get("text").textValue());
  }
}
