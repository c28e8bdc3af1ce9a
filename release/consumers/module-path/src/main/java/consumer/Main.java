package consumer;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;

/** Scores and explains an account with the library as a named module. */
final class Main {

  private Main() {}

  public static void main(String[] args) {
    Module module = Scorer.class.getModule();
    if (!"io.github.tierwise.core".equals(module.getName())) {
      throw new AssertionError("the library must be a named module, was " + module);
    }
    if (module.isExported("io.github.tierwise.internal")) {
      throw new AssertionError("internal must not be exported");
    }
    Scorer scorer = Scorer.of(BrandProfile.builder().budget(5_000, "USD").build());
    Influencer ana =
        Influencer.builder("ana", Platform.INSTAGRAM)
            .followers(48_000)
            .likes(1_080)
            .comments(72)
            .price(350, "USD")
            .build();
    Explanation why = scorer.explain(ana);
    double sum = 0;
    for (Explanation part : why.parts()) {
      sum += part.value();
    }
    if (sum != scorer.score(ana).value()) {
      throw new AssertionError("the parts must add up to the score");
    }
    System.out.println(
        module.getName()
            + " does not export internal; "
            + scorer.score(ana)
            + ", its parts add up");
  }
}
