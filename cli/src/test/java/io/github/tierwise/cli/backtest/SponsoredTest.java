package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated posts, of which the answer is found here in another way. */
class SponsoredTest {

  private static final Instant COUNTED = Instant.parse("2026-01-01T00:00:00Z");
  private static final int EACH = 8;

  /** A post as it is generated. */
  private record Post(String account, int followers, Instant at, int likes, boolean sponsored) {}

  /** A sponsored post, and what was before. */
  private record Case(Post post, List<Post> before) {
    double rawMean() {
      return before.stream().mapToInt(Post::likes).average().orElseThrow();
    }

    double price() {
      return PriceCurve.published().estimate(post.followers).value();
    }

    Influencer account() {
      PostHistory history =
          PostHistory.of(
              COUNTED,
              before.stream().map(each -> new PostHistory.Post(each.at, each.likes)).toList());
      LevelEstimator.Level level = LevelEstimator.standard(Platform.INSTAGRAM).level(history);
      return Influencer.builder(post.account, Platform.INSTAGRAM)
          .followers(post.followers)
          .likes(rawMean())
          .comments(0)
          .level(
              EngagementModels.standard(Platform.INSTAGRAM).formula(),
              level.log(),
              level.variance(),
              level.deviation())
          .build();
    }
  }

  private static List<Post> posts(int accounts) {
    Random random = new Random(21);
    List<Post> posts = new ArrayList<>();
    for (int account = 0; account < accounts; account++) {
      int followers = (int) Math.pow(10, 3.5 + 2 * random.nextDouble());
      double level = Math.log(followers * 0.03) + random.nextGaussian();
      for (int i = 0; i < EACH; i++) {
        posts.add(
            new Post(
                "made-up-" + account,
                followers,
                COUNTED.minus(Duration.ofDays(10L * (EACH - i))),
                1 + (int) Math.exp(level + 0.5 * random.nextGaussian()),
                i > 0 && random.nextInt(4) == 0));
      }
    }
    return posts;
  }

  private static List<Case> cases(List<Post> posts) {
    List<Case> cases = new ArrayList<>();
    for (Post post : posts) {
      List<Post> before =
          posts.stream()
              .filter(
                  each ->
                      each.account.equals(post.account)
                          && !each.sponsored
                          && each.at.isBefore(post.at))
              .toList();
      if (post.sponsored && !before.isEmpty()) {
        cases.add(new Case(post, before));
      }
    }
    return cases;
  }

  private static Path file(Path folder, List<Post> posts) throws IOException {
    StringBuilder csv = new StringBuilder("username,followers,taken_at,likes,comments,is_ad\n");
    for (Post post : posts) {
      csv.append(
          "%s,%d,%s,%d,0,%s\n"
              .formatted(post.account, post.followers, post.at, post.likes, post.sponsored));
    }
    return Files.writeString(folder.resolve("posts.csv"), csv);
  }

  private static Run run(Path file, String... options) {
    List<String> args = new ArrayList<>(List.of("backtest", file.toString(), "--sponsored"));
    args.addAll(List.of("--platform", "instagram", "--counted-at", COUNTED.toString()));
    args.addAll(List.of(options));
    return Run.of(args.toArray(new String[0]));
  }

  private static JsonNode json(Path file, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("--format", "json", "--quiet"));
    all.addAll(List.of(options));
    Run run = run(file, all.toArray(new String[0]));
    assertEquals(ExitCode.OK, run.code(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private static JsonNode figure(JsonNode answer, String measure, String list, String outcome) {
    for (JsonNode each : answer.get("results")) {
      if (each.get("measure").asText().equals(measure)
          && each.get("list").asText().equals(list)
          && each.get("outcome").asText().equals(outcome)) {
        return each;
      }
    }
    throw new AssertionError(measure + " of " + list + " in " + outcome);
  }

  /** Spearman's rho with ranks by their definition: how many are below, and half of the equal. */
  private static double rho(
      List<Case> cases, ToDoubleFunction<Case> one, ToDoubleFunction<Case> other) {
    double n = cases.size();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (Case each : cases) {
      double x = rank(cases, one, one.applyAsDouble(each)) - n / 2;
      double y = rank(cases, other, other.applyAsDouble(each)) - n / 2;
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double rank(List<Case> cases, ToDoubleFunction<Case> of, double value) {
    return cases.stream()
        .mapToDouble(of)
        .map(each -> each < value ? 1 : each == value ? 0.5 : 0)
        .sum();
  }

  private static Scorer scorer(CompanySize size, Goal goal) {
    return Scorer.of(BrandProfile.builder().budget(5_000, "USD").size(size).goal(goal).build());
  }

  @Test
  void everyListIsHeldAgainstWhatThePostsBrought(@TempDir Path folder) throws IOException {
    List<Post> posts = posts(120);
    List<Case> cases = cases(posts);
    JsonNode answer = json(file(folder, posts));
    assertEquals(cases.size(), answer.get("posts").asInt());
    assertEquals(5_000, answer.get("budget").asInt());
    Scorer large = scorer(CompanySize.LARGE, Goal.AWARENESS);
    Scorer small = scorer(CompanySize.SME, Goal.SALES);
    List<String> names =
        List.of(
            "score of a large brand, awareness",
            "score of an SME, sales",
            "followers",
            "raw mean engagements",
            "raw mean rate");
    List<ToDoubleFunction<Case>> lists =
        List.of(
            each -> large.value(each.account()),
            each -> small.value(each.account()),
            each -> each.post.followers,
            Case::rawMean,
            each -> each.rawMean() / each.post.followers);
    for (int i = 0; i < names.size(); i++) {
      for (Validity.Outcome outcome : Validity.Outcome.values()) {
        ToDoubleFunction<Case> brought =
            switch (outcome) {
              case ENGAGEMENTS -> each -> each.post.likes;
              case RATE -> each -> each.post.likes / (double) each.post.followers;
              case PER_MONEY -> each -> each.post.likes / each.price();
            };
        String name = Records.word(outcome);
        JsonNode figure = figure(answer, "spearman", names.get(i), name);
        assertEquals(
            rho(cases, lists.get(i), brought),
            figure.get("value").asDouble(),
            1e-9,
            names.get(i) + " " + name);
        assertTrue(figure.get("low").asDouble() < figure.get("value").asDouble());
        assertTrue(figure.get("value").asDouble() < figure.get("high").asDouble());
      }
      double spent = 0;
      double left = 5_000;
      ToDoubleFunction<Case> list = lists.get(i);
      for (Case each :
          cases.stream()
              .sorted(
                  Comparator.comparingDouble((Case one) -> -list.applyAsDouble(one))
                      .thenComparing(one -> one.post.account)
                      .thenComparing(one -> one.post.at))
              .toList()) {
        if (each.price() <= left) {
          left -= each.price();
          spent += each.post.likes;
        }
      }
      double most =
          spent / figure(answer, "spent", names.get(i), "engagements").get("value").asDouble();
      // Hindsight: no more than the fractional bound, and not much less.
      double bound = bound(cases);
      assertTrue(most <= bound && most > 0.9 * bound, names.get(i) + " " + most + " " + bound);
    }
    JsonNode plan = figure(answer, "spent_on_draws", "plan", "engagements");
    JsonNode random = figure(answer, "spent_on_draws", "random", "engagements");
    assertTrue(plan.get("value").asDouble() > random.get("value").asDouble(), answer.toString());
    assertTrue(plan.get("deviation").asDouble() > 0);
    assertTrue(plan.get("value").asDouble() <= 1);
  }

  /** The most that 5,000 buys if the last post may be bought in part. */
  private static double bound(List<Case> cases) {
    double left = 5_000;
    double bound = 0;
    for (Case each :
        cases.stream()
            .sorted(Comparator.comparingDouble(one -> -one.post.likes / one.price()))
            .toList()) {
      double part = Math.min(1, left / each.price());
      left -= part * each.price();
      bound += part * each.post.likes;
    }
    return bound;
  }

  @Test
  void theOrderOfTheRowsChangesNothing(@TempDir Path folder) throws IOException {
    List<Post> posts = posts(60);
    String answer = json(file(folder, posts)).toString();
    Collections.reverse(posts);
    assertEquals(answer, json(file(folder, posts)).toString());
  }

  @Test
  void aBrandOfTheCallersIsLookedAtAndSpendsItsBudget(@TempDir Path folder) throws IOException {
    Path posts = file(folder, posts(60));
    JsonNode answer = json(posts, "--brand", Run.example("small-brand.toml"));
    assertEquals(5_000, answer.get("budget").asInt());
    String list = "score of small-brand.toml";
    assertTrue(figure(answer, "spent", list, "engagements").get("value").asDouble() > 0);
    JsonNode more = json(posts, "--brand", Run.example("small-brand.toml"), "--budget", "20000");
    assertEquals(20_000, more.get("budget").asInt());
    Run text = run(posts);
    assertTrue(text.out().contains("5,000 USD spent down a list"), text.out());
    assertTrue(text.out().contains("\nplan "), text.out());
    Run csv = run(posts, "--format", "csv", "--quiet");
    assertTrue(
        csv.out().startsWith("measure,list,outcome,value,low,high,deviation\nspearman,"),
        csv.out());
  }

  @Test
  void errorsNameWhatIsWrong(@TempDir Path folder) throws IOException {
    List<Post> posts = posts(60);
    Path file = file(folder, posts);
    assertSaid(
        "posts.csv must have posts with a column that marks sponsored ones, found none; say which"
            + " it is, as in --map sponsored=COLUMN",
        run(file, "--map", "sponsored=-"));
    Path few = file(folder, posts.subList(0, 10 * EACH));
    assertSaid(
        "posts.csv must have >= 40 sponsored posts that have an earlier one that is not sponsored,",
        run(few));
    assertSaid("--budget must be > 0, was 0", run(few, "--budget", "0"));
    Path brand = Files.writeString(folder.resolve("brand.toml"), "goal = \"sales\"\n");
    assertSaid(
        "budget and currency must be said to spend it, were unknown",
        run(few, "--brand", brand.toString()));
    assertSaid(
        "--budget must go with --sponsored", Run.of("backtest", few.toString(), "--budget", "5"));
    assertSaid(
        "--brand must go with --sponsored in backtest",
        Run.of("backtest", few.toString(), "--brand", brand.toString()));
  }

  private static void assertSaid(String expected, Run run) {
    assertTrue(run.code() != ExitCode.OK);
    assertTrue(run.said().contains(expected), run.err());
  }
}
