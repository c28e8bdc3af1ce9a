package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A study of a Dataset is that of the library, bit for bit. */
class StudyTest {

  private static final List<TierPolicy> DEFINITIONS =
      TierPolicies.publishedIds().stream().limit(5).map(TierPolicies::published).toList();

  @Test
  void studiesAreThoseOfTheLibraryForAnyPartitioning() {
    RandomAccounts accounts = new RandomAccounts(new Random(4), 5_000);
    TierStudy expected = TierStudy.of(ProfileColumns.copyOf(accounts.accounts()), DEFINITIONS);
    for (int partitions : new int[] {1, 3}) {
      assertEquals(
          expected,
          Tierwise.study(accounts.dataset(partitions), RandomAccounts.COLUMNS, DEFINITIONS));
    }
  }

  @Test
  void nobodyHasAStudyToo() {
    Dataset<Row> none = Sessions.session().sql("select 1 followers").filter("false");
    AccountColumns columns = AccountColumns.builder().platform(Platform.X).build();
    assertEquals(0, Tierwise.study(none, columns, DEFINITIONS).accounts());
    assertEquals(
        "followers must be a column, were fans: say which with measure(Measure.FOLLOWERS, …)",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Tierwise.study(
                        none.withColumnRenamed("followers", "fans"), columns, DEFINITIONS))
            .getMessage());
  }
}
