package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.demo.DemoCommand;
import io.github.tierwise.cli.demo.SampleData;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What changes when a default is doubted: the synthetic list for the two example brands, by the
 * default scorer and by one with another source. The table is that of docs/evidence.md; with {@code
 * -Dtierwise.docs.update=true} it is written anew.
 */
class DoubtsTest {

  private static final Path PAGE = PageText.ROOT.resolve("docs/evidence.md");
  private static final int TOP = 20;

  /** A default that may be doubted, and a scorer with something else in its place. */
  private record Doubt(String of, String instead, UnaryOperator<Scorer> change) {}

  private static Scorer curve(Scorer scorer, Platform platform, double... followersAndRates) {
    int knots = followersAndRates.length / 2;
    double[] followers = new double[knots];
    double[] rates = new double[knots];
    for (int i = 0; i < knots; i++) {
      followers[i] = followersAndRates[2 * i];
      rates[i] = followersAndRates[2 * i + 1];
    }
    EngagementModel model = EngagementModels.standard(platform);
    SizeCurve curve = SizeCurve.of(platform, model, "doubted", followers, rates);
    return scorer.toBuilder().engagement(model, curve).build();
  }

  /** The geometric middle of a band. */
  private static double middle(double from, double to) {
    return Math.sqrt(from * to);
  }

  /** The power of followers through two prices. */
  private static Scorer prices(
      Scorer scorer, double size, double price, double size2, double price2) {
    double exponent = Math.log(price2 / price) / Math.log(size2 / size);
    double atThousand = price * Math.pow(1_000 / size, exponent);
    return scorer.toBuilder()
        .prices(new PriceCurve("USD", 40, atThousand, exponent, 3.5, "doubted"))
        .build();
  }

  private static Scorer equalWeights(Scorer scorer) {
    BrandProfile.Builder brand = scorer.brand().toBuilder();
    for (Scorer.Weight weight : scorer.weights()) {
      for (Priority priority : Priority.values()) {
        if (priority.label().equals(weight.criterion())) {
          brand.priority(priority, scorer.brand().priority(priority) * 2 / weight.points());
        }
      }
    }
    boolean plausibleOnly = scorer.describe().contains("gate engagement-far-above-expected");
    return Scorer.builder(brand.build()).plausibleOnly(plausibleOnly).build();
  }

  private static List<Doubt> doubts() {
    return List.of(
        new Doubt(
            "expected rate on Instagram",
            "HypeAuditor via EMARKETER, 2026: 1.78%, 0.54%, 0.33%",
            scorer ->
                curve(
                    scorer,
                    Platform.INSTAGRAM,
                    middle(1_000, 10_000),
                    0.0178,
                    middle(10_000, 50_000),
                    0.0054,
                    1_000_000,
                    0.0033)),
        new Doubt(
            "expected rate on Instagram",
            "CreatorIQ (as restated): 8.7%, 3.9%, 1.7%, 1.2%",
            scorer ->
                curve(
                    scorer,
                    Platform.INSTAGRAM,
                    middle(1_000, 10_000),
                    0.087,
                    middle(10_000, 100_000),
                    0.039,
                    middle(100_000, 1_000_000),
                    0.017,
                    1_000_000,
                    0.012)),
        new Doubt(
            "expected rate on TikTok",
            "Influencer Hero, 2024: its own level, half of ours",
            scorer -> curve(scorer, Platform.TIKTOK, 2_000, 0.0195, 70_000, 0.00675, 1e6, 0.00675)),
        new Doubt(
            "expected rate on TikTok",
            "Rival IQ, 2024, brands: 2.6% at any size",
            scorer -> curve(scorer, Platform.TIKTOK, 1_000, 0.026)),
        new Doubt(
            "expected rate on YouTube",
            "CreatorDB: 4% of views",
            scorer -> curve(scorer, Platform.YOUTUBE, 1_000, 0.04)),
        new Doubt(
            "price without a quote",
            "IZEA via dot.LA, 2022: 1,674 USD to 5,497 USD",
            scorer ->
                prices(scorer, middle(10_000, 50_000), 1_674, middle(500_000, 1_000_000), 5_497)),
        new Doubt(
            "price without a quote",
            "Tribe via CrowdMedia, 2017: 75 GBP to 300 GBP, at 1.28 USD",
            scorer ->
                prices(
                    scorer, middle(3_000, 10_000), 75 * 1.28, middle(50_000, 100_000), 300 * 1.28)),
        new Doubt(
            "weights moved by answers",
            "equal weights, whatever the brand answers",
            DoubtsTest::equalWeights),
        new Doubt(
            "tier definition",
            "forbes",
            scorer -> scorer.toBuilder().tiers(TierPolicies.published("forbes")).build()),
        new Doubt(
            "fewest engagements a post",
            "100 people",
            scorer -> scorer.toBuilder().minEngagements(100).build()));
  }

  @Test
  void theTableOfDoubtsIsWhatTheScorersSay() throws IOException {
    ProfileColumns accounts =
        AccountReader.read(
                Source.of("the list", SampleData.csv().getBytes(StandardCharsets.UTF_8)),
                new ReadOptions(Optional.empty(), List.of(), "USD"),
                rows -> {})
            .profiles();
    List<Scorer> scorers =
        List.of("small-brand.toml", "brand.toml").stream()
            .map(DemoCommand::example)
            .map(brand -> brand.scorer())
            .toList();
    StringBuilder table =
        new StringBuilder(
            "| default | instead | SME: change, most, stay | large: change, most, stay |\n");
    table.append("|---|---|---:|---:|\n");
    for (Doubt doubt : doubts()) {
      table.append("| %s | %s |".formatted(doubt.of(), doubt.instead()));
      for (Scorer scorer : scorers) {
        table.append(" %s |".formatted(compared(scorer, doubt.change().apply(scorer), accounts)));
      }
      table.append('\n');
    }
    check(table.toString());
  }

  /** The mean and the largest change of a score, and how many of the top stay in it. */
  private static String compared(Scorer before, Scorer after, ProfileColumns accounts) {
    double[] a = new double[accounts.size()];
    double[] b = new double[accounts.size()];
    before.score(accounts, 0, a.length, a);
    after.score(accounts, 0, b.length, b);
    double sum = 0;
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    Set<Integer> stay = top(before, accounts);
    stay.retainAll(top(after, accounts));
    return String.format(Locale.ROOT, "%.1f, %.1f, %d", sum / a.length, most, stay.size());
  }

  private static Set<Integer> top(Scorer scorer, ProfileColumns accounts) {
    return scorer.top(TOP, accounts).entries().stream()
        .map(Ranking.Entry::row)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void check(String table) throws IOException {
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("tierwise.docs.update")) {
      int start = page.indexOf("| default | instead |");
      page = page.substring(0, start) + table + page.substring(page.indexOf("\n\n", start) + 1);
      Files.writeString(PAGE, page);
    }
    String found = page;
    assertTrue(found.contains(table), () -> "must be in docs/evidence.md:\n" + table);
  }
}
