package io.github.tierwise.cli.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOrderTest {

  /** More than one piece of a file. */
  private static final int ROWS = 40_000;

  private static final String QUICK =
      "cost_per_engagement,score,id,tier,platform,followers,engagement_rate,expected_rate,price,eligible";

  @TempDir Path folder;
  private String list = "";
  private String brand = "";

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder text =
        new StringBuilder("username,followers,avg_likes,avg_comments,country,price\n");
    text.append("\"a, \"\"quoted\"\"\",9000,300,9,DE,120\n");
    text.append("=cmd,9000,300,9,DE,\n#first,9000,300,9,AT,\nx;y,9000,300,,DE,99\n");
    Random random = new Random(5);
    for (int i = 0; i < ROWS; i++) {
      text.append("acct_").append(i).append(',').append(1000 + random.nextInt(3_000_000));
      text.append(',').append(random.nextInt(20) == 0 ? "" : 10 + random.nextInt(40_000));
      text.append(',').append(random.nextInt(20) == 0 ? "" : random.nextInt(900));
      text.append(random.nextBoolean() ? ",DE" : ",US");
      text.append(',').append(random.nextBoolean() ? "" : 50 + random.nextInt(9_000)).append('\n');
    }
    list = Files.writeString(folder.resolve("instagram-list.csv"), text).toString();
    brand =
        Files.writeString(
                folder.resolve("brand.toml"),
                """
                budget = 5000
                currency = "USD"
                [audience.country]
                DE = 1.0
                """)
            .toString();
  }

  private Run score(String... more) {
    List<String> args = new ArrayList<>(List.of("score", list, "--brand", brand));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private static Map<String, Map<String, String>> byId(String csv) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : reader) {
        rows.put(row.getField("id"), row.getFieldsAsMap());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  @Test
  void theOrderOfTheFileHasTheSameCellsAsTheRankedOrderButForTheRank() {
    Map<String, Map<String, String>> ranked =
        byId(score("--top", "0", "--format", "csv", "--quiet").out());
    Run run = score("--order", "file", "--format", "csv");
    Map<String, Map<String, String>> inOrder = byId(run.out());

    assertEquals(0, run.code());
    assertEquals(ROWS + 4, inOrder.size());
    List<String> ids = List.copyOf(inOrder.keySet());
    assertEquals(List.of("a, \"quoted\"", "'=cmd", "#first", "x;y", "acct_0"), ids.subList(0, 5));
    assertEquals("acct_" + (ROWS - 1), ids.get(ROWS + 3));
    ranked.values().forEach(row -> row.remove("rank"));
    assertEquals(ranked, inOrder);
    assertEquals(
        score("--format", "csv").err(), run.err(), "what is said is the same for either order");
  }

  @Test
  void columnsThatNeedNoAccountsAreWrittenAsThoseThatDo() {
    String all = score("--order", "file", "--format", "csv", "--quiet").out();
    String quick = score("--order", "file", "--format", "csv", "--quiet", "--columns", QUICK).out();

    assertEquals(QUICK, quick.lines().findFirst().orElseThrow());
    Map<String, Map<String, String>> expected = byId(all);
    expected.values().forEach(row -> row.keySet().retainAll(List.of(QUICK.split(","))));
    assertEquals(expected, byId(quick));
    assertTrue(quick.contains("\"a, \"\"quoted\"\"\""), "quotes");
    assertTrue(quick.contains(",\"#first\",") && quick.contains(",\"x;y\","), "signs");
  }

  @Test
  void jsonInTheOrderOfTheFileHasTheRecordsOfTheRankedOne() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, JsonNode> ranked = new LinkedHashMap<>();
    mapper
        .readTree(score("--top", "0", "--format", "json", "--quiet").out())
        .forEach(each -> ranked.put(each.get("id").asText(), without(each, "rank")));
    JsonNode inOrder =
        mapper.readTree(score("--order", "file", "--format", "json", "--quiet").out());

    assertEquals(ROWS + 4, inOrder.size());
    inOrder.forEach(each -> assertEquals(ranked.get(each.get("id").asText()), each));
    JsonNode some =
        mapper.readTree(
            score("--order", "file", "--format", "json", "--quiet", "--columns", "score,id").out());
    assertEquals(2, some.get(0).size());
  }

  private static JsonNode without(JsonNode record, String field) {
    ((com.fasterxml.jackson.databind.node.ObjectNode) record).remove(field);
    return record;
  }

  @Test
  void aTableOfPostsIsListedInItsOrderToo() throws IOException {
    Path posts = folder.resolve("posts.csv");
    Files.writeString(
        posts,
        """
        post_id,username,platform,followers,time,likes
        p1,zoe,tiktok,900,2026-01-02,40
        p2,abe,tiktok,800,2026-01-03,30
        p3,zoe,tiktok,900,2026-01-04,20
        """);
    Run run =
        Run.of(
            "score",
            posts.toString(),
            "--brand",
            brand,
            "--order",
            "file",
            "--format",
            "csv",
            "--columns",
            "id,eligible",
            "--map",
            "time=time");
    assertEquals("id,eligible\nzoe,true\nabe,true\n", run.out());
  }

  @Test
  void fromAPipeTheReasonIsLeftOutAndThatIsSaid() {
    String text = "username,platform,followers,avg_likes\nana,instagram,900,40\n";
    Run run =
        Run.withInput(text, "score", "-", "--brand", brand, "--order", "file", "--format", "csv");
    assertEquals(0, run.code());
    assertFalse(run.out().lines().findFirst().orElseThrow().contains("reason"));
    assertTrue(
        run.said()
            .contains(
                "left out column reason: it needs the means of all accounts, and a pipe is read"
                    + " once; give the file itself for it"),
        run.said());

    Run asked =
        Run.withInput(
            text,
            "score",
            "-",
            "--brand",
            brand,
            "--order",
            "file",
            "--format",
            "csv",
            "--columns",
            "id,reason");
    assertEquals(2, asked.code());
    assertTrue(
        asked
            .said()
            .contains(
                "--columns reason must go with a file or --order rank: it needs the means of all"
                    + " accounts, and a pipe is read once"),
        asked.said());
  }

  @Test
  void whatCannotBeWrittenSoIsRefused() {
    assertUsage(
        "--order file must go with --format csv or json, since a table is as wide as its widest"
            + " cell",
        "--order",
        "file");
    assertUsage(
        "--order file must be without --top: it lists all accounts",
        "--order",
        "file",
        "--format",
        "csv",
        "--top",
        "5");
    assertUsage("--columns must go with --format csv or json", "--columns", "id");
    assertUsage(
        "was \"scores\", did you mean \"score\"?", "--columns", "id,scores", "--format", "csv");
    assertUsage(
        "--columns rank must go with --order rank: in the order of the file no rank is known yet",
        "--columns",
        "rank",
        "--format",
        "csv",
        "--order",
        "file");
  }

  private void assertUsage(String text, String... more) {
    Run run = score(more);
    assertEquals(2, run.code());
    assertTrue(run.said().contains(text), run.said());
    assertEquals("", run.out());
  }

  @Test
  void theRankedListMayHaveChosenColumnsToo() {
    Run run = score("--top", "2", "--format", "csv", "--columns", "rank,id");
    assertEquals(3, run.out().lines().count());
    assertEquals("rank,id", run.out().lines().findFirst().orElseThrow());
  }
}
