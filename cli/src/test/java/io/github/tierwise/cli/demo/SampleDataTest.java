package io.github.tierwise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDataTest {

  private static final List<Influencer> ACCOUNTS = read().accounts();

  private static AccountList read() {
    return AccountReader.read(
        Source.of("sample", SampleData.csv().getBytes(StandardCharsets.UTF_8)),
        ReadOptions.none(),
        rows -> {});
  }

  /** Doublings above what is expected for the size, sorted; unknown ones left out. */
  private static double[] residuals(Platform platform) {
    EngagementModel model = EngagementModels.standard(platform);
    SizeCurve curve = SizeCurve.published(platform, model).orElseThrow();
    return ACCOUNTS.stream()
        .filter(account -> account.platform() == platform)
        .mapToDouble(
            account ->
                Math.log(1 + model.engagements(account)) / Math.log(2) - curve.expectedLog(account))
        .filter(residual -> !Double.isNaN(residual))
        .sorted()
        .toArray();
  }

  @Test
  void theExampleOfTheDocumentationIsTheSample() throws IOException {
    assertEquals(
        Files.readString(Path.of("..", "docs", "examples", "influencers.csv")), SampleData.csv());
  }

  @Test
  void everyRowIsReadAndSaysThatItIsSynthetic() {
    assertEquals(300, ACCOUNTS.size());
    assertEquals(List.of(), read().rejects());
    assertTrue(ACCOUNTS.stream().allMatch(a -> a.id().startsWith("synthetic-")));
  }

  @Test
  void followersHaveAHeavyTail() {
    double[] followers = ACCOUNTS.stream().mapToDouble(Influencer::followers).sorted().toArray();
    assertTrue(followers[0] >= 800);
    assertTrue(followers[299] > 10e6 && followers[299] <= 30e6);
    assertTrue(followers[150] < 100_000);
  }

  @Test
  void engagementScattersAroundThePublishedBenchmarks() {
    for (Platform platform : List.of(Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE)) {
      double[] residuals = residuals(platform);
      double middle = residuals[residuals.length / 2];
      assertTrue(Math.abs(middle) < 0.6, platform + " median " + middle);
      double robust =
          0.7413 * (residuals[residuals.length * 3 / 4] - residuals[residuals.length / 4]);
      assertTrue(robust > 0.8 && robust < 2.4, platform + " spread " + robust);
    }
  }

  @Test
  void thereAreGapsAndAFewImplausibleAccounts() {
    long implausible =
        Arrays.stream(Platform.values())
            .filter(p -> p.ordinal() <= Platform.YOUTUBE.ordinal())
            .mapToLong(p -> Arrays.stream(residuals(p)).filter(r -> r > 3).count())
            .sum();
    assertTrue(implausible >= 3 && implausible <= 15, "was " + implausible);
    for (Measure measure : List.of(Measure.COMMENTS, Measure.PRICE, Measure.CONVERSIONS)) {
      long unknown = ACCOUNTS.stream().filter(a -> Double.isNaN(a.get(measure))).count();
      assertTrue(unknown > 10 && unknown < 290, measure + " unknown for " + unknown);
    }
  }
}
