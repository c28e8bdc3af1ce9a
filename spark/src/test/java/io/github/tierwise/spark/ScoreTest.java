package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark gives is what the library gives for one account, bit for bit. */
class ScoreTest {

  private static final Scorer SCORER = RandomAccounts.scorer();

  /** Blocks of core and of this module end after 512 and 4,096 rows. */
  private static final int[] SIZES = {0, 1, 2, 100, 511, 512, 513, 4095, 4096, 4097};

  @Property(tries = 12)
  void scoresAreThoseOfOneAccountAtATime(@ForAll long seed) {
    Random random = new Random(seed);
    RandomAccounts accounts = new RandomAccounts(random, SIZES[random.nextInt(SIZES.length)]);
    Dataset<Row> data = accounts.dataset(1 + random.nextInt(5));
    checkScores(accounts, score(data));
    checkScores(accounts, Sessions.byRows(() -> score(data)));
  }

  static Dataset<Row> score(Dataset<Row> data) {
    return Tierwise.score(data, SCORER, RandomAccounts.COLUMNS);
  }

  /** That there is each account, with its own cells, and the numbers of core behind them. */
  static void checkScores(RandomAccounts accounts, Dataset<Row> scored) {
    Map<Object, Row> found = new HashMap<>();
    for (Row row : scored.collectAsList()) {
      assertEquals(null, found.put(row.get(0), row), "an id comes once");
    }
    assertEquals(accounts.rows().size(), found.size());
    for (int i = 0; i < accounts.rows().size(); i++) {
      Row given = accounts.rows().get(i);
      List<Object> expected = new ArrayList<>(cells(given));
      expected.addAll(results(accounts.accounts().get(i)));
      assertEquals(expected, cells(found.get(given.get(0))));
    }
  }

  /** What core gives for an account, as values of Spark. */
  static List<Object> results(Influencer account) {
    Score score = SCORER.score(account);
    List<Object> results = new ArrayList<>();
    results.add(score.value());
    results.add(score.low());
    results.add(score.high());
    results.add(score.tier().label());
    results.add(score.eligible());
    results.add(score.eligible() ? null : score.failures().get(0).code());
    Stream.of(
            score.engagementRate(), score.expectedRate(), score.price(), score.costPerEngagement())
        .forEach(number -> results.add(Double.isNaN(number) ? null : number));
    score
        .contributions()
        .forEach(each -> results.add(each.assumed() ? null : (Object) each.utility()));
    return results;
  }

  /** The cells of a row with values that compare as values. */
  private static List<Object> cells(Row row) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      Object cell = row.get(i);
      if (cell instanceof BigDecimal number) {
        cell = number.stripTrailingZeros();
      } else if (cell instanceof Object[] items) {
        cell = Arrays.asList(items);
      } else if (cell instanceof Seq<?> items) {
        cell = CollectionConverters.asJava(items);
      }
      cells.add(cell);
    }
    return cells;
  }
}
