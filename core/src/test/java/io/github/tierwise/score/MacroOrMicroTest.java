package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Macro or micro: the size of account that scores best, by budget. The table and the picture in
 * {@code docs} are made here; with {@code -Dtierwise.docs.update=true} they are written anew.
 */
class MacroOrMicroTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final SizeCurve CURVE =
      SizeCurve.published(Platform.INSTAGRAM, EngagementModels.standard(Platform.INSTAGRAM))
          .orElseThrow();

  /** The colours of a picture. */
  private record Look(
      boolean dark, String paper, String title, String text, String label, List<String> bands) {}

  private static final Look LIGHT =
      new Look(false, "#ffffff", "#111111", "#333333", "#666666", List.of("#f4f4f4", "#fafafa"));
  private static final Look DARK =
      new Look(true, "#0d1117", "#f0f6fc", "#c9d1d9", "#9198a1", List.of("#1c222b", "#151b23"));

  /**
   * A kind of brand and the colours of its line, on white and on black, told apart by the
   * colour-blind (Okabe and Ito).
   */
  private record Line(
      String name,
      String onLight,
      String onDark,
      String dash,
      double labelAt,
      BrandProfile.Builder brand) {

    String colour(Look look) {
      return look.dark() ? onDark : onLight;
    }

    double bestFollowers(double budget) {
      Scorer scorer = Scorer.of(brand.budget(budget, "USD").build());
      double best = -1;
      double bestFollowers = Double.NaN;
      for (int step = 200; step <= 800; step++) {
        double followers = Math.rint(Math.pow(10, step / 100.0));
        Influencer onCurve =
            Influencer.builder("x", Platform.INSTAGRAM)
                .followers(followers)
                .engagements(followers * CURVE.expectedRate(followers))
                .build();
        double score = scorer.value(onCurve);
        if (scorer.score(onCurve).eligible() && score > best) {
          best = score;
          bestFollowers = followers;
        }
      }
      return bestFollowers;
    }
  }

  private static List<Line> lines() {
    return List.of(
        new Line(
            "large corporation, awareness",
            "#0072B2",
            "#56B4E9",
            "none",
            20_000,
            BrandProfile.builder().size(CompanySize.LARGE).goal(Goal.AWARENESS)),
        new Line("no preference", "#555555", "#bbbbbb", "6 4", 60_000, BrandProfile.builder()),
        new Line(
            "SME, sales",
            "#D55E00",
            "#E69F00",
            "2 3",
            200_000,
            BrandProfile.builder().size(CompanySize.SME).goal(Goal.SALES)));
  }

  @Test
  void theTableInTheDocsIsWhatTheScorerFinds() throws IOException {
    StringBuilder table = new StringBuilder("| budget (USD) |");
    lines().forEach(line -> table.append(' ').append(line.name()).append(" |"));
    table.append("\n|---:|---:|---:|---:|\n");
    for (double budget : new double[] {1_000, 5_000, 20_000, 50_000, 200_000, 1_000_000}) {
      table.append(String.format(Locale.ROOT, "| %,.0f |", budget));
      for (Line line : lines()) {
        table.append(' ').append(size(line.bestFollowers(budget))).append(" |");
      }
      table.append('\n');
    }
    check(DOCS.resolve("macro-or-micro.md"), table.toString());
  }

  private static String size(double followers) {
    String tier =
        TierPolicies.standard()
                    .classify(
                        Influencer.builder("x", Platform.INSTAGRAM).followers(followers).build())
                instanceof Tier found
            ? found.label()
            : "below nano";
    return "%s, %s".formatted(rounded(followers), tier);
  }

  /** Two significant digits: more would pretend. */
  private static String rounded(double followers) {
    double unit = Math.pow(10, Math.floor(Math.log10(followers)) - 1);
    return String.format(Locale.ROOT, "%,.0f", Math.rint(followers / unit) * unit);
  }

  @Test
  void thePicturesInTheDocsAreDrawnFromTheScorer() throws IOException {
    check(DOCS.resolve("images/macro-or-micro.svg"), picture(LIGHT));
    check(DOCS.resolve("images/macro-or-micro-dark.svg"), picture(DARK));
  }

  @Test
  void moreBudgetNeverMakesTheBestAccountSmaller() {
    for (Line line : lines()) {
      double before = 0;
      for (double budget = 1_000; budget <= 1e6; budget *= 1.5) {
        double best = line.bestFollowers(budget);
        assertTrue(best >= before, line.name() + " at " + budget);
        before = best;
      }
    }
  }

  private static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean("tierwise.docs.update")) {
      String old = Files.exists(file) ? Files.readString(file) : "";
      int start = old.indexOf("| budget (USD) |");
      boolean within = file.toString().endsWith(".md") && start >= 0;
      String rest = within ? old.substring(old.indexOf("\n\n", start) + 1) : "";
      Files.writeString(file, within ? old.substring(0, start) + text + rest : text);
    }
    String found = Files.readString(file);
    if (file.toString().endsWith(".svg")) {
      assertEquals(text, found);
    } else {
      assertTrue(found.contains(text), () -> "must be in " + file + ":\n" + text);
    }
  }

  private static final List<String> TICKS =
      List.of("100", "1K", "10K", "100K", "1M", "10M", "100M");

  private static double x(double budget) {
    return 90 + (Math.log10(budget) - 3) / 3 * 490;
  }

  private static double y(double followers) {
    return 330 - (Math.log10(followers) - 2) / 6 * 290;
  }

  private static String picture(Look look) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 390" role="img" \
        aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
        <title id="t">Macro or micro? The size of account that scores best, by budget</title>
        <desc id="d">Three rising lines: an SME that wants sales is best served by nano and micro \
        accounts, a large corporation that wants awareness by macro accounts and celebrities.</desc>
        """);
    svg.append("<rect width=\"660\" height=\"390\" fill=\"%s\"/>%n".formatted(look.paper()));
    for (Tier tier : TierPolicies.standard().tiers()) {
      double top = y(Math.min(tier.max(), 1e8));
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"90\" y=\"%.1f\" width=\"490\" height=\"%.1f\" fill=\"%s\"/>"
                  + "<text x=\"588\" y=\"%.1f\" fill=\"%s\">%s</text>%n",
              top,
              y(tier.min()) - top,
              look.bands().get(tier.order() % 2),
              (top + y(tier.min())) / 2 + 4,
              look.label(),
              tier.label()));
    }
    for (int log = 2; log <= 8; log++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"82\" y=\"%.1f\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
              y(Math.pow(10, log)) + 4,
              look.text(),
              TICKS.get(log - 2)));
    }
    for (int log = 3; log <= 6; log++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"350\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n",
              x(Math.pow(10, log)),
              look.text(),
              TICKS.get(log - 2)));
    }
    for (Line line : lines()) {
      List<String> points = new ArrayList<>();
      for (int step = 0; step <= 60; step++) {
        double budget = Math.rint(Math.pow(10, 3 + step / 20.0));
        points.add(
            String.format(Locale.ROOT, "%.1f,%.1f", x(budget), y(line.bestFollowers(budget))));
      }
      svg.append(
          String.format(
              Locale.ROOT,
              "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"3\" stroke-dasharray=\"%s\""
                  + " points=\"%s\"/>"
                  + "<text transform=\"translate(%.1f %.1f) rotate(-30)\" text-anchor=\"middle\""
                  + " fill=\"%s\">%s</text>%n",
              line.colour(look),
              line.dash(),
              String.join(" ", points),
              x(line.labelAt()),
              y(line.bestFollowers(line.labelAt())) - 9,
              line.colour(look),
              line.name()));
    }
    svg.append(
        """
        <text x="90" y="24" font-size="16" fill="%s">Macro or micro? The size of account that \
        scores best, by budget</text>
        <text x="335" y="375" text-anchor="middle" fill="%s">budget, USD</text>
        <text x="24" y="185" text-anchor="middle" fill="%s" \
        transform="rotate(-90 24 185)">followers (Instagram)</text>
        </svg>
        """
            .formatted(look.title(), look.text(), look.text()));
    return svg.toString().replace("\r\n", "\n");
  }
}
