package io.github.tierwise.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Any bytes as a brand file: an error that begins with its name, or a brand that scores. */
final class FuzzBrand {

  private static final String NAME = "brand.toml";

  private static final Influencer ACCOUNT =
      Influencer.builder("ana", Platform.INSTAGRAM)
          .followers(48_200)
          .likes(1_900)
          .comments(60)
          .audience("country", "us", 0.4)
          .label("topic", "fashion")
          .build();

  private FuzzBrand() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Brand brand;
    Scorer scorer;
    try {
      brand = BrandFile.read(NAME, new ByteArrayInputStream(bytes));
      scorer = brand.scorer();
    } catch (FileException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith(NAME), e.getMessage());
      return;
    }
    assertEquals(brand.profile(), BrandFile.read(NAME, new ByteArrayInputStream(bytes)).profile());
    Score score = scorer.score(ACCOUNT);
    assertTrue(score.value() >= 0 && score.value() <= 100, () -> "score was " + score.value());
    assertEquals(
        List.of(score.value()),
        List.of(
            score.contributions().stream()
                .map(Score.Contribution::points)
                .reduce(0.0, Double::sum)),
        "a score is the sum of its contributions");
  }
}
