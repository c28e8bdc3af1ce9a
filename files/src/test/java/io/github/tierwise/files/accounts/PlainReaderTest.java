package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.profile.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * A file, cut into pieces and read row by row as plain as it is, is the same as any other input.
 */
class PlainReaderTest {

  private record Kind(String header, List<String> cells) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("platform", List.of("Instagram", "TikTok", "YouTube", "ig", "", "x y")),
          new Kind(
              "followers", List.of("48200", "0", "", "12.0", "-1", "2147483647", "9.9k", "7.5")),
          new Kind("avg_likes", List.of("900", "0", "3", "912.333", "1,080", "", "x", "12.5")),
          new Kind("avg_comments", List.of("30", "0", "12", "64", "", "1e3", "007")),
          new Kind("avg_views", List.of("0", "900", "12000", "", "4500000")),
          new Kind("engagement rate %", List.of("1.95", "0.62", "0", "", "3,1", "4.2%", "912")),
          new Kind("price", List.of("850", "", "$40", "€1.250,50", "on request", "0", "1.5")),
          new Kind("currency", List.of("EUR", "usd", "", " EUR ")),
          new Kind("country", List.of("DE", "Germany", "x", "", "DE:45%|AT:12%", "us")),
          new Kind("category", List.of("art", "#fitness", "fitness/food", "7", "", "Art; ART")),
          new Kind("country:DE", List.of("0.5", "0.1", "1", "", "0.05", "1.2")),
          new Kind("country:AT", List.of("0.4", "0.1", "", "0.9")),
          new Kind("avg likes", List.of("900", "0.9k", "", "12.5")));

  private static final List<String> NAMES =
      List.of("user_1", "Ana.2", "ana", "1e7", "total", "@bo3", "u-4", "é5", "12", " x6 ", "x7y");

  @Property(tries = 500)
  void aFileIsReadAsWhatComesThroughAPipeByAnyThreadsInAnyPieces(@ForAll long seed)
      throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Kind> kinds = new ArrayList<>(KINDS);
    kinds.removeIf(kind -> random.nextInt(3) == 0);
    StringBuilder text = new StringBuilder("username");
    kinds.forEach(kind -> text.append(',').append(kind.header()));
    int rows = 1 + random.nextInt(40);
    int odd = random.nextInt(12);
    for (int i = 0; i < rows; i++) {
      text.append('\n').append(pick(NAMES, random)).append(random.nextBoolean() ? i : "");
      for (Kind kind : kinds) {
        String cell = random.nextInt(12) < odd ? pick(kind.cells(), random) : kind.cells().get(0);
        boolean quoted = cell.contains(",") || random.nextInt(20) == 0;
        text.append(',').append(quoted ? '"' + cell + '"' : cell);
      }
    }
    ReadOptions options =
        new ReadOptions(
                random.nextBoolean() ? Optional.empty() : Optional.of(Platform.INSTAGRAM),
                random.nextBoolean() ? List.of() : List.of(ColumnMapping.parse("price=-")),
                random.nextBoolean() ? "" : "EUR")
            .cut(1 + random.nextInt(4), 32 + random.nextInt(2_000));
    Readings.assertSame(text.append('\n').toString(), options);
  }

  private static <T> T pick(List<T> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void manyPiecesWithRepeatedAccountsAndALineThatIsNotSimpleAreReadAsOne() throws IOException {
    StringBuilder text = new StringBuilder("username,platform,followers,avg_likes,bio\n");
    for (int i = 0; i < 120_000; i++) {
      text.append(
          "user_%d,%s,%d,%d,of no. %d\n"
              .formatted(
                  i % 90_000, i % 2 == 0 ? "Instagram" : "TikTok", 1_000 + i, 10 + i % 90, i));
      if (i == 100_000) {
        text.append("late_1,Instagram,5000,40,\"two\nlines\"\n");
      }
      if (i % 50_000 == 7) {
        text.append("\n");
      }
    }
    Readings.assertSame(text.toString(), ReadOptions.none());
  }

  @Test
  void allRowsTogetherMustNotContradictTheFirst() throws IOException {
    StringBuilder text = new StringBuilder("username,platform,followers,engagement_rate\n");
    for (int i = 0; i < 150_000; i++) {
      text.append("user_%d,Instagram,%d,%s\n".formatted(i, 1_000 + i, i < 70_000 ? "0.05" : "5"));
    }
    String asked =
        "can be read in two ways: engagement_rate: fractions or percentages? say --as"
            + " engagement_rate=percent or --as engagement_rate=fraction";
    assertEquals(
        asked,
        Readings.outcome(Readings.file(text.toString()), ReadOptions.none())
            .replaceAll("^\\S+ ", ""));
    Readings.assertSame(text.toString(), ReadOptions.none());
  }

  @Test
  void accountsThatComeAgainBehindTheFirstRowsAreAskedWhereRowsHaveATime() throws IOException {
    StringBuilder text = new StringBuilder("username,platform,date,followers,avg_likes\n");
    for (int i = 0; i < 100_000; i++) {
      int account = i < 80_000 ? i : i - 10_000;
      text.append("user_%d,Instagram,2026-01-01,%d,40\n".formatted(account, 1_000 + i));
    }
    String asked =
        "can be read in two ways: rows: accounts or posts? 100,000 rows for 90,000 accounts; if a"
            + " row is a post, say --map time=\"date\", else --map time=-";
    assertEquals(
        asked,
        Readings.outcome(Readings.file(text.toString()), ReadOptions.none())
            .replaceAll("^\\S+ ", ""));
    Readings.assertSame(text.toString(), ReadOptions.none());
  }

  @Test
  void manyAccountsOfWhichNoneComesAgainAreNoPosts() throws IOException {
    StringBuilder text = new StringBuilder("username,platform,video_url,followers,avg_likes\n");
    for (int i = 0; i < 60_000; i++) {
      text.append("user_%d,Instagram,https://v/%d,%d,40\n".formatted(i, i, 1_000 + i));
    }
    Readings.assertSame(text.toString(), ReadOptions.none());
    assertEquals(
        60_000,
        AccountReader.read(Readings.file(text.toString()), ReadOptions.none(), row -> {}).rows());
  }
}
