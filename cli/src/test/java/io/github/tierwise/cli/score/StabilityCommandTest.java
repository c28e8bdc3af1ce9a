package io.github.tierwise.cli.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityCommandTest {

  private static final String FILE = Run.example("influencers.csv");
  private static final String BRAND = Run.example("small-brand.toml");

  @TempDir Path folder;

  private static Run run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command, FILE, "--brand", BRAND, "--quiet"));
    args.addAll(List.of(more));
    return Run.of(args.toArray(new String[0]));
  }

  private static JsonNode json(String command, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--format", "json"));
    Run run = run(command, args.toArray(new String[0]));
    assertEquals(0, run.code(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void sharesAddUpAndScoresAreThoseOfTheRanking() throws IOException {
    JsonNode answer = json("stability", "--top", "3", "--error", "1");
    double first = 0;
    double top = 0;
    for (JsonNode account : answer.get("accounts")) {
      first += account.get("first").asDouble();
      top += account.get("top").asDouble();
    }
    assertEquals(1, first, 1e-9);
    assertEquals(3, top, 1e-9);
    JsonNode ranking = json("score", "--top", "0");
    int compared = 0;
    for (JsonNode account : ranking) {
      if (!account.get("rank").isNull()) {
        JsonNode standing = answer.get("accounts").get(compared++);
        assertEquals(account.get("score"), standing.get("score"));
      }
    }
    assertEquals(answer.get("accounts").size(), compared);
    assertEquals(45, answer.get("pairs").size());
    assertEquals("[]", answer.get("rejected").toString());
    assertEquals(0, answer.get("left_out").asInt());
    assertTrue(answer.get("draws").asInt() % 2_000 == 0);
    assertFalse(answer.get("questions").isEmpty());
    assertTrue(
        answer.get("questions").get(0).get("text").asText().contains("decides who is first"));
  }

  @Test
  void aRankingSaysWithItWhereAccountsStand() throws IOException {
    JsonNode answer = json("stability", "--top", "5");
    JsonNode ranking = json("score", "--top", "5", "--stability");
    for (int i = 0; i < 5; i++) {
      assertEquals(answer.get("accounts").get(i).get("first"), ranking.get(i).get("first"));
      assertEquals(answer.get("accounts").get(i).get("top"), ranking.get(i).get("top"));
    }
    assertFalse(json("score", "--top", "5").get(0).has("first"));
    String text = run("score", "--top", "5", "--stability").out();
    assertTrue(text.lines().findFirst().orElseThrow().contains("first in  in the top 5"), text);
    assertTrue(text.contains("draws of what is not known for sure, "), text);
    Run columns =
        run("score", "--top", "2", "--stability", "--format", "csv", "--columns", "id,first");
    assertTrue(columns.out().startsWith("id,first\n"), columns.out());
  }

  @Test
  void csvHasEveryAccountAndSoHasAFile() throws IOException {
    Path file = folder.resolve("stability.csv");
    Run run = run("stability", "--format", "csv", "--out", file.toString());
    assertEquals(0, run.code(), run.err());
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "rank,id,platform,score,low,high,first,first_error,top,top_error,expected_rank,"
            + "expected_rank_error,rank_low,rank_high,confidence,confidence_error",
        lines.get(0));
    assertEquals(json("stability").get("accounts").size() + 1, lines.size());
  }

  @Test
  void fewerCandidatesLeaveOthersOutAndSaySo() {
    String text = run("stability", "--candidates", "5", "--top", "3").out();
    assertTrue(text.contains(" of the accounts were left out of the draws"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--top 0 | --top must be >= 1, was 0",
        "--candidates 1 | --candidates must be between 2 and 10,000, was 1",
        "--error 0 | --error must be between 0.05 and 50 percent, was 0.0",
        "--weights order --concentration 5 | --concentration must go with --weights around",
        "--concentration 0 | --concentration must be a finite number > 0, was 0.0"
      })
  void wrongUsageIsRefused(String options, String message) {
    Run run = run("stability", options.split(" ", -1));
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().startsWith("tierwise: " + message + "\n"), run.err());
  }

  @Test
  void aListInItsOwnOrderHasNoStandings() {
    Run run = run("score", "--stability", "--order", "file", "--format", "csv");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(
        run.err()
            .startsWith(
                "tierwise: --stability must go with --order rank: it draws for all accounts together"),
        run.err());
  }

  @Test
  void aListOfWhichNobodyMayBeRankedIsRefused() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("dear.csv"),
            "username,followers,avg_likes,price (USD)\nana,10000,500,900000\n");
    Run run = Run.of("stability", list.toString(), "--brand", BRAND, "--platform", "instagram");
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(
        run.said().contains("dear.csv must have an account that may be ranked, had none"),
        run.said());
    Run score =
        Run.of(
            "score", list.toString(), "--brand", BRAND, "--platform", "instagram", "--stability");
    assertEquals(0, score.code(), score.err());
  }
}
