package consumer;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Scorer;

/** Ranks columns with the library as a plain jar. */
final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (Scorer.class.getModule().isNamed()) {
      throw new AssertionError("the library must be on the class path");
    }
    BrandProfile brand = BrandProfile.builder().budget(50_000, "USD").size(CompanySize.SME).build();
    int accounts = 10_000;
    double[] followers = new double[accounts];
    double[] likes = new double[accounts];
    for (int i = 0; i < accounts; i++) {
      followers[i] = 1_000 + 97.0 * i;
      likes[i] = 1 + i * 7_919L % 5_003;
    }
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, followers).likes(likes).build();
    Scorer scorer = Scorer.of(brand);
    Ranking best = scorer.top(3, columns);
    double[] scores = new double[accounts];
    scorer.score(columns, 0, accounts, scores);
    for (Ranking.Entry entry : best.entries()) {
      if (entry.score().value() != scores[entry.row()]) {
        throw new AssertionError("a ranking must have the scores of the range");
      }
    }
    System.out.println(
        "best of " + accounts + ": " + best.entries().stream().map(Ranking.Entry::score).toList());
  }
}
