package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The best of a Dataset are those of the library, with the same reasons. */
class BestTest {

  private static final Scorer SCORER = RandomAccounts.scorer();

  @Test
  void theBestAreThoseOfTheLibraryWithItsReasons() {
    RandomAccounts accounts = new RandomAccounts(new Random(3), 700);
    List<List<Object>> expected = new ArrayList<>();
    double[] typical =
        SCORER.summary(ProfileColumns.copyOf(accounts.accounts())).typicalUtilities();
    Ranking ranking = SCORER.rank(accounts.accounts());
    for (Ranking.Entry entry : ranking.entries()) {
      Influencer account = accounts.accounts().get(entry.row());
      expected.add(List.of(account.id(), entry.score().value(), SCORER.reason(account, typical)));
    }
    assertTrue(
        expected.stream()
                .map(row -> row.get(2).toString().replaceFirst(":.*", ""))
                .distinct()
                .count()
            > 2,
        "reasons differ");
    assertEquals(expected, best(accounts.dataset(4), 700));
    assertEquals(expected.subList(0, 25), Sessions.byRows(() -> best(accounts.dataset(1), 25)));
  }

  private static List<List<Object>> best(Dataset<Row> data, int k) {
    return Tierwise.best(data, SCORER, RandomAccounts.COLUMNS, k)
        .select("id", "tw_score", "tw_reason")
        .collectAsList()
        .stream()
        .map(row -> List.of(row.get(0), row.get(1), row.get(2)))
        .toList();
  }

  @Test
  void ofEqualScoresTheSmallerIdComesFirstAndNobodyWhoIsNotEligible() {
    Scorer scorer = Scorer.of(BrandProfile.builder().budget(100, "USD").build());
    Dataset<Row> data =
        Sessions.session()
            .sql(
                "select * from values (3, 5000, 90, 50), (1, 5000, 90, 50), (2, 5000, 90, 50),"
                    + " (0, 5000, 90, 500) as t(id, followers, likes, price)")
            .repartition(3);
    AccountColumns columns =
        AccountColumns.builder()
            .platform(Platform.TIKTOK)
            .measure(Measure.LIKES, "likes")
            .currency("USD")
            .outputs(Output.TIER)
            .build();
    Dataset<Row> best = Tierwise.best(data, scorer, columns, 2);
    assertEquals(
        List.of(
            "id", "followers", "likes", "price", "score", "tier", "eligible", "why_not", "reason"),
        List.of(best.columns()));
    assertEquals(List.of(1, 2), best.collectAsList().stream().map(row -> row.getInt(0)).toList());
    assertEquals(0, Tierwise.best(data, scorer, columns, 0).count());
    assertEquals(0, Tierwise.best(data.filter("id = 0"), scorer, columns, 5).count());
  }

  @Test
  void whatCannotBeRankedIsRefused() {
    Dataset<Row> data = Sessions.session().sql("select 1 followers, 'x' reason");
    AccountColumns columns = AccountColumns.builder().platform(Platform.TIKTOK).build();
    assertEquals("k must be at least 0, was -1", refused(data, columns, -1));
    assertEquals(
        "column reason must not be there before, since a result is called so: say a prefix, or which"
            + " outputs you want",
        refused(data, columns, 1));
    assertEquals(
        "id must be a column, since it is what tells equal scores apart, were followers: say which"
            + " with id(…)",
        refused(data.drop("reason"), columns, 1));
  }

  private static String refused(Dataset<Row> data, AccountColumns columns, int k) {
    return assertThrows(
            IllegalArgumentException.class, () -> Tierwise.best(data, SCORER, columns, k))
        .getMessage();
  }
}
