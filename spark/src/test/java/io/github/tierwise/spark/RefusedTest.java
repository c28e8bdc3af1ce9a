package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Scorer;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What cannot be scored is refused before any job, and by its name. */
class RefusedTest {

  private static final Scorer SCORER =
      Scorer.of(BrandProfile.builder().budget(2_000, "USD").build());

  private static Dataset<Row> data(String select) {
    return Sessions.session().sql("select " + select);
  }

  private static AccountColumns.Builder columns() {
    return AccountColumns.builder().platform(Platform.TIKTOK).outputs(Output.SCORE);
  }

  private static void refused(String message, String select, AccountColumns.Builder columns) {
    refused(message, select, SCORER, columns);
  }

  private static void refused(
      String message, String select, Scorer scorer, AccountColumns.Builder columns) {
    Dataset<Row> data = data(select);
    AccountColumns built = columns.build();
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Tierwise.score(data, scorer, built))
            .getMessage());
  }

  @Test
  void aColumnThatIsMissingIsNamed() {
    refused(
        "followers must be a column, were id, fans: say which with measure(Measure.FOLLOWERS, …)",
        "'a' id, 1 fans",
        columns());
    refused(
        "column avg_likes, the likes, must be there once, was there 0 times among id, followers",
        "'a' id, 1 followers",
        columns().measure(Measure.LIKES, "avg_likes"));
    refused(
        "column veg, the topic vegan, must be there once, was there 2 times among followers, veg, VEG",
        "1 followers, 0.5 veg, 0.7 VEG",
        columns().topic("vegan", "veg"));
    refused(
        "column name, the id, must be there once, was there 0 times among id, followers",
        "'a' id, 1 followers",
        columns().id("name"));
    refused(
        "platform must be said, a column or one for all accounts, were id, followers: say it with"
            + " platform(…)",
        "'a' id, 1 followers",
        AccountColumns.builder());
  }

  @Test
  void aColumnOfAnotherTypeIsNamedWithIt() {
    refused(
        "column followers, the followers, must be of numbers, was string: cast it first",
        "'1' followers",
        columns());
    refused(
        "column network, the platform, must be of texts, was int",
        "1 followers, 7 network",
        columns().platform("network"));
  }

  @Test
  void pricesNeedTheCurrencyOfTheBrand() {
    refused(
        "currency must be said for the prices in column price: say it with currency(\"USD\"), say",
        "1 followers, 10 price",
        columns());
    refused(
        "currency must be USD, the brand's, was EUR",
        "1 followers, 10 price",
        columns().currency("eur"));
  }

  @Test
  void aResultDoesNotTakeTheNameOfAColumn() {
    refused(
        "column score must not be there before, since a result is called so: say a prefix, or which"
            + " outputs you want",
        "1 followers, 3 Score",
        columns());
    assertEquals(
        List.of("followers", "Score", "tw_score"),
        List.of(
            Tierwise.score(data("1 followers, 3 Score"), SCORER, columns().prefix("tw_").build())
                .columns()));
  }

  @Test
  void aCriterionThatCannotBeSentIsNamed() {
    Criterion local =
        new Criterion() {
          @Override
          public String name() {
            return "luck";
          }

          @Override
          public double utility(Profile profile) {
            return 1;
          }
        };
    refused(
        "criterion luck must be serializable to be sent to executors, was not: let "
            + local.getClass().getName()
            + " implement Serializable",
        "1 followers",
        SCORER.toBuilder().criterion(local, 1).build(),
        columns());
  }

  @Test
  void aLevelIsSaidWithItsFormula() {
    assertEquals(
        "measure must be none of a level, whose formula must be said too, was level: use level",
        assertThrows(
                IllegalArgumentException.class,
                () -> AccountColumns.builder().measure(Measure.LEVEL, "level"))
            .getMessage());
  }

  @Test
  void aNumberThatCannotBeFailsTheJobWithTheAccount() {
    fails(
        "column likes must be a finite number >= 0, or null for unknown, was -3.0 (id ana): mend it,"
            + " or make it null",
        "'ana' id, 1 followers, -3 likes",
        columns());
    fails(
        "column likes must be a finite number >= 0, or null for unknown, was Infinity (no id): mend"
            + " it, or make it null",
        "1 followers, double('infinity') likes",
        columns());
    fails(
        "column de must be between 0 and 1, or null for unknown, was 62.0 (id 7): mend it, or make it"
            + " null",
        "7 id, 1 followers, 62 de",
        columns().audience("country", "DE", "de"));
    fails(
        "platform must be one of [INSTAGRAM, TIKTOK, YOUTUBE, X, FACEBOOK, LINKEDIN, TWITCH, SNAPCHAT,"
            + " PINTEREST, OTHER], or null, was \"instagran\" (id ana)",
        "'ana' id, 1 followers, 'instagran' platform",
        AccountColumns.builder());
  }

  private static void fails(String message, String select, AccountColumns.Builder columns) {
    fails(message, Tierwise.score(data(select), SCORER, columns.build()));
    fails(message, Sessions.byRows(() -> Tierwise.score(data(select), SCORER, columns.build())));
  }

  private static void fails(String message, Dataset<Row> scored) {
    Throwable failure = assertThrows(Exception.class, scored::collectAsList);
    StringBuilder told = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      told.append(each.getMessage()).append('\n');
    }
    assertTrue(told.toString().contains(message), told::toString);
  }
}
