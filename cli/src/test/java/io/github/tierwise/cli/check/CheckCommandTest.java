package io.github.tierwise.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String LIST =
      """
      username,platform,followers,avg_likes,price (EUR)
      acct-01,Instagram,48.2K,900,1.204
      acct-02,Instagram,0,12,850
      Total,Instagram,48200,912,850
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aQuestionEndsTheRunWithTheOptionThatAnswersIt() throws IOException {
    Run run = Run.of("check", file("list.csv", LIST));
    assertEquals(1, run.code(), run.err());
    String out = run.out().replaceAll("\\s+", " ");
    assertTrue(
        out.contains(
            "Questions: no number counts before they are answered - \"price (EUR)\": is \"1.204\" a"
                + " decimal or a group of thousands? say --as price=decimal-dot or --as"
                + " price=decimal-comma"),
        run.out());
    assertTrue(out.contains("0 followers are unknown followers: 1 time"), run.out());
    assertTrue(out.contains("\"Total\", a sum or mean of others"), run.out());
  }

  @Test
  void theAnswerIsTaken() throws IOException {
    Run run = Run.of("check", file("list.csv", LIST), "--as", "price=decimal-comma");
    assertEquals(0, run.code(), run.err());
    assertFalse(run.out().contains("Questions"), run.out());
    assertTrue(run.out().contains("1204"), run.out());
  }

  @Test
  void programsReadTheSameAsPeople() throws IOException {
    Run run = Run.of("check", file("list.csv", LIST), "--format", "json");
    assertEquals(1, run.code(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(2, json.get("accounts").asInt());
    assertEquals("followers", json.get("columns").get(2).get("field").asText());
    assertEquals(48_200, json.get("first_accounts").get(0).get("followers").asDouble());
    assertEquals(4, json.get("rejected").get(0).get("first_line").asInt());
    assertEquals(1, json.get("questions").size());
  }

  @Test
  void aTableIsWrittenOnlyWhenNoQuestionIsOpen() throws IOException {
    Path out = folder.resolve("plain.csv");
    Run asked = Run.of("check", file("list.csv", LIST), "--out", out.toString());
    assertEquals(1, asked.code());
    assertFalse(Files.exists(out));
    assertTrue(asked.said().contains("no file"), asked.err());
  }

  /** Every command reads the plain form back to the same bits: the scores tell. */
  @Test
  void thePlainFormIsReadBackToTheSameBits() throws IOException {
    String list =
        file(
            "list.csv",
            """
            username;platform;followers;avg_likes;avg comments;price;audience_country;interests;topic:art
            acct-01;Instagram;48,2K;900,5;912.3331;€1.200,50;{"DE": 0.41, "AT": 0.2};#food, art;12%
            =acct-02;TikTok;1.204.500;2,5;30;200 €;Deutschland;Fitness & Gym;
            acct 03;YouTube;9.870;402;0;;DE:45%|US:12%;;0,5%
            """);
    String posts =
        file(
            "posts.csv",
            """
            account,posted,likes,comments
            acct-01,2025-01-01T10:00:00Z,100,3
            acct-01,2025-01-03T10:00:00Z,140,5
            acct-01,2025-01-09T10:00:00Z,90,4
            """);
    String plain = folder.resolve("plain.csv").toString();
    Run check = Run.of("check", list, "--posts", posts, "--out", plain);
    assertEquals(0, check.code(), check.out() + check.err());
    String brand =
        file(
            "brand.toml",
            """
            budget = 9000
            currency = "EUR"
            [topics]
            art = 1.0
            food = 1.0
            [audience.country]
            DE = 1.0
            """);
    String[] options = {"--brand", brand, "--top", "0", "--format", "csv", "--quiet"};
    Run first = Run.of(with(options, "score", list, "--posts", posts));
    Run second = Run.of(with(options, "score", plain));
    assertEquals(0, first.code(), first.err());
    assertEquals(0, second.code(), second.err());
    assertEquals(first.out(), second.out());
    Run ids = Run.of("check", plain, "--format", "json");
    JsonNode formula = new ObjectMapper().readTree(ids.out()).get("first_accounts").get(1);
    assertEquals("=acct-02", formula.get("id").asText());
    Run again = Run.of("check", plain, "--out", folder.resolve("again.csv").toString());
    assertEquals(0, again.code(), again.out());
    assertEquals(Files.readString(Path.of(plain)), Files.readString(folder.resolve("again.csv")));
  }

  private static String[] with(String[] options, String... first) {
    String[] all = java.util.Arrays.copyOf(first, first.length + options.length);
    System.arraycopy(options, 0, all, first.length, options.length);
    return all;
  }

  @Test
  void strictRefusesWhatIsOnlyAssumed() throws IOException {
    String brand = file("brand.toml", "budget = 9000\ncurrency = \"EUR\"\n");
    String list = file("list.csv", "username,platform,followers,likes\nacct-01,Instagram,900,9\n");
    assertEquals(0, Run.of("score", list, "--brand", brand).code());
    Run strict = Run.of("score", list, "--brand", brand, "--strict");
    assertEquals(1, strict.code());
    assertEquals(
        "tierwise: list.csv must be read without assumptions, since --strict is said, was with 1:"
            + " likes is taken for means per post\n",
        strict.err());
    assertEquals(
        0, Run.of("score", list, "--brand", brand, "--strict", "--map", "likes=likes").code());
  }

  @Test
  void strictRefusesWhatIsOnlyAssumedHereToo() throws IOException {
    String list = file("list.csv", "username,platform,followers,likes\nacct-01,Instagram,900,9\n");
    Path out = folder.resolve("plain.csv");
    Run run = Run.of("check", list, "--strict", "--out", out.toString());
    assertEquals(1, run.code());
    assertTrue(run.out().contains("mean, assumed"), run.out());
    assertFalse(Files.exists(out));
    assertTrue(run.said().contains("is not written, since something is only assumed"), run.err());
    assertTrue(
        run.err()
            .endsWith(
                "tierwise: list.csv must be read without assumptions, since --strict is said, was"
                    + " with 1: likes is taken for means per post\n"),
        run.err());
    assertEquals(0, Run.of("check", list, "--strict", "--map", "likes=likes").code());
  }

  @Test
  void peersAreCheckedByThemselves() throws IOException {
    Run run = Run.of("check", file("list.csv", LIST), "--peers", "known.csv");
    assertEquals(2, run.code());
    assertEquals(
        "tierwise: --peers must go with a command that scores: check them as FILE",
        run.err().lines().findFirst().orElseThrow());
  }

  @Test
  void anAnswerByWhichNoColumnIsReadIsAnError() throws IOException {
    String list =
        file("list.csv", "username,platform,followers,avg_likes\nacct-01,Instagram,900,9\n");
    for (String reading : new String[] {"price=decimal-dot", "followers=percent"}) {
      Run run = Run.of("check", list, "--as", reading);
      assertEquals(1, run.code(), run.out());
      assertEquals(
          "tierwise: --as "
              + reading
              + " must say how a column is read, and of list.csv none is read by it: tierwise check"
              + " shows what each column is\n",
          run.err());
    }
  }

  /** A header that says percent does not outweigh the caller. */
  @Test
  void whatTheCallerSaysOfARateWins() throws IOException {
    String list = file("list.csv", "username,platform,followers,ER %\nacct-01,Instagram,900,0.5\n");
    assertTrue(Run.of("check", list).out().contains("4.5"));
    assertTrue(Run.of("check", list, "--as", "engagement_rate=fraction").out().contains("450"));
  }

  @Test
  void severalFilesAreOneTableWhoseRejectsNameTheirFile() throws IOException {
    String first = file("a.csv", "username,followers,avg_likes\nana,100,2\nben,x,4\n");
    String second =
        file(
            "b.ndjson",
            "{\"username\":\"cleo\",\"followers\":700,\"avg_likes\":8}\n{\"username\":\"ana\"}\n");
    Run run = Run.of("check", first, second, "--platform", "instagram");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("files      a.csv, b.ndjson\n"), run.out());
    assertTrue(run.out().contains("file       b.ndjson: JSON, an object a line\n"), run.out());
    assertTrue(
        run.out()
            .contains("   1  b.ndjson           2  account must come once, \"ana\" came before"),
        run.out());
    Run twice = Run.of("check", first, first);
    assertEquals(1, twice.code());
    assertEquals(
        "tierwise: each FILE must be another one than those before it, was \"" + first + "\"\n",
        twice.err());
    Run input = Run.of("check", "-", "-");
    assertTrue(
        input.err().contains("each FILE must be another one than those before it, was \"-\""));
    Run sheet = Run.of("check", first, "--sheet", "A");
    assertEquals(
        "tierwise: --sheet must go with a workbook, a.csv is none: leave it out\n", sheet.err());
  }
}
