package io.github.tierwise.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Micro-influencers by iMPACT and Forbes in every published list: what the program says is what the
 * textbook's formula gives on the raw file, read and counted here by other code. Left out, and said
 * so, where the lists are absent.
 */
class RealFilesAreComparedTest {

  /** A file, and where it has the account, its followers and, with a post a row, the time. */
  private record Raw(String name, int header, int id, int followers, int time) {}

  private static Raw accounts(String name, int id, int followers) {
    return new Raw(name, 1, id, followers, -1);
  }

  private static Raw posts(String name) {
    return new Raw(name, 1, 2, 10, 1);
  }

  private static Stream<Raw> files() {
    return Stream.of(
        accounts("insta-top200-2022.csv", 1, 4),
        accounts("instafake-accounts.csv", 0, 2),
        accounts("instagram-coders-accounts.csv", 0, 1),
        accounts("smi2022-instagram-a.csv", 0, 5),
        accounts("smi2022-instagram-jun.csv", 0, 5),
        accounts("smi2022-instagram-sep.csv", 1, 4),
        accounts("smi2022-instagram-nov.csv", 1, 5),
        accounts("smi2022-instagram-dec.csv", 1, 6),
        accounts("smi2022-tiktok-a.csv", 0, 3),
        accounts("smi2022-tiktok-jun.csv", 0, 3),
        accounts("smi2022-tiktok-sep.csv", 1, 4),
        accounts("smi2022-tiktok-nov.csv", 1, 3),
        accounts("smi2022-tiktok-dec.csv", 1, 3),
        accounts("smi2022-youtube-a.csv", 0, 4),
        accounts("smi2022-youtube-jun.csv", 0, 5),
        accounts("smi2022-youtube-sep.csv", 2, 5),
        accounts("smi2022-youtube-nov.csv", 1, 5),
        accounts("smi2022-youtube-dec.csv", 1, 5),
        new Raw("tiktok-nigeria-top200-2025.csv", 2, 2, 3, -1),
        accounts("tiktok-profiles-sample.csv", 0, 6),
        posts("tiktok2020-videos-1.csv"),
        posts("tiktok2020-videos-2.csv"),
        posts("tiktok2020-videos-3.csv"),
        posts("tiktok2020-videos-4.csv"),
        posts("tiktok2020-videos-top.csv"));
  }

  @TestFactory
  Stream<DynamicTest> theFourCellsAndKappaAreThoseOfTheTextbook() {
    return files().map(raw -> DynamicTest.dynamicTest(raw.name(), () -> check(raw)));
  }

  /** Followers of every account: the first row of an account counts, of posts the newest. */
  private static Map<String, Double> followers(Raw raw, Path file) throws IOException {
    Map<String, Double> followers = new HashMap<>();
    Map<String, Double> newest = new HashMap<>();
    Charset charset =
        raw.name().contains("nigeria") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    int records = 0;
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file, charset)) {
      for (CsvRecord row : rows) {
        if (++records <= raw.header() || row.getField(raw.id()).isBlank()) {
          continue;
        }
        String id = row.getField(raw.id()).strip();
        double count = number(row.getField(raw.followers()));
        if (count == 0) {
          followers.putIfAbsent(id, count);
          continue;
        }
        double time = raw.time() < 0 ? 0 : Double.parseDouble(row.getField(raw.time()));
        if (time > newest.getOrDefault(id, Double.NEGATIVE_INFINITY)) {
          newest.put(id, time);
          followers.put(id, count);
        }
      }
    }
    return followers;
  }

  private static double number(String cell) {
    String text = cell.strip().toLowerCase(Locale.ROOT);
    String digits = text.replaceAll("[kmb]$", "");
    double unit =
        text.endsWith("k") ? 1e3 : text.endsWith("m") ? 1e6 : text.endsWith("b") ? 1e9 : 1;
    // Of a decimal fraction times a power of ten nothing is left behind the point.
    return Math.rint(Double.parseDouble(digits) * unit);
  }

  private static void check(Raw raw) throws IOException {
    Path file = Run.real(raw.name());
    long[] cells = new long[4];
    Map<String, Double> followers = followers(raw, file);
    // Nobody has 0 followers: they are unknown.
    int all = followers.size();
    followers.values().removeIf(count -> count == 0);
    assertFalse(followers.isEmpty());
    for (double count : followers.values()) {
      boolean impact = 1_000 <= count && count < 100_000;
      boolean forbes = 10_000 <= count && count < 500_000;
      cells[(impact ? 0 : 2) + (forbes ? 0 : 1)]++;
    }
    JsonNode found = found(file);
    assertEquals(cells[0], found.get("both").asLong());
    assertEquals(cells[1], found.get("only_first").asLong());
    assertEquals(cells[2], found.get("only_second").asLong());
    assertEquals(cells[3], found.get("neither").asLong());
    long unknown = found.get("unknown").asLong();
    double n = all - unknown;
    assertEquals(all, cells[0] + cells[1] + cells[2] + cells[3] + unknown);
    double byImpact = (cells[0] + cells[1]) / n;
    double byForbes = (cells[0] + cells[2]) / n;
    double chance = byImpact * byForbes + (1 - byImpact) * (1 - byForbes);
    if (chance == 1) {
      assertTrue(found.get("kappa").isNull(), "all accounts are of one class");
      assertEquals("neither calls any account so", found.get("kappa_remark").asText());
    } else {
      double kappa = ((cells[0] + cells[3]) / n - chance) / (1 - chance);
      assertEquals(kappa, found.get("kappa").asDouble(), 1e-12);
    }
  }

  /** The pair of iMPACT and Forbes as {@code compare} says it. */
  private static JsonNode found(Path file) throws IOException {
    Run run = Run.of("compare", file.toString(), "--quiet", "--format", "json");
    assertEquals(0, run.code(), run.err());
    JsonNode pair = new ObjectMapper().readTree(run.out()).get("agreement").get(0);
    assertEquals("impact", pair.get("definition").asText());
    assertEquals("forbes", pair.get("other").asText());
    return pair;
  }
}
