package io.github.tierwise;

import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.Flip;
import io.github.tierwise.stability.RankStability;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.study.TopStudy;
import io.github.tierwise.tier.Citation;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every public type of the module, and one value of each that is a value. */
final class Samples {

  private static final String BASE = "io.github.tierwise.";

  /** Why an instance is equal to itself alone. */
  static final Map<Class<?>, String> NO_VALUES =
      Map.of(
          ProfileColumns.class,
          "wraps the caller's arrays",
          ProfileColumns.Cursor.class,
          "a view that moves on",
          io.github.tierwise.score.ScoreBlock.class,
          "a view that moves on",
          io.github.tierwise.score.ScoreColumns.class,
          "holds the caller's arrays",
          Scorer.class,
          "plug-ins need not be values; two are the same if their descriptions are",
          DealPlanner.class,
          "as its scorer");

  private Samples() {}

  /** All classes of the module. */
  static List<Class<?>> classes() throws IOException {
    Path folder =
        Path.of(
            URI.create(
                Scorer.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    try (Stream<Path> files = Files.walk(folder)) {
      List<Class<?>> classes = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = folder.relativize(file).toString().replace('/', '.');
        if (name.startsWith(BASE) && name.endsWith(".class") && !name.contains("package-info")) {
          classes.add(classNamed(name.substring(0, name.length() - ".class".length())));
        }
      }
      return classes;
    }
  }

  private static Class<?> classNamed(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Of which users have instances: no interface, no enum, no builder, no class of factories. */
  static List<Class<?>> publicTypes() throws IOException {
    return classes().stream()
        .filter(type -> !type.getPackageName().equals(BASE + "internal"))
        .filter(Samples::isPublic)
        .filter(type -> !type.isInterface() && !type.isEnum())
        .filter(type -> !type.getSimpleName().equals("Builder"))
        .filter(
            type ->
                Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(
                        method ->
                            Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())))
        .toList();
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static Influencer account(int i, int variant) {
    Influencer.Builder account =
        Influencer.builder("acct-" + i + "-" + variant, Platform.INSTAGRAM)
            .followers(2_000.0 * (i + 1) * (i + 1) + 300 * variant)
            .likes(150.0 + 40 * i + variant)
            .comments(5.0 + i)
            .audience("country", "us", 0.1 * (i % 5))
            .label("topic", "food");
    if (i % 2 == 0) {
      account.price(60.0 * (i + 1) + variant, "USD");
    }
    return account.build();
  }

  /**
   * One value of every public type that is one, made anew from the same parts at each call.
   *
   * @param variant another number makes other values
   */
  static Map<Class<?>, Object> values(int variant) {
    Map<Class<?>, Object> samples = new LinkedHashMap<>();
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      accounts.add(account(i, variant));
    }
    BrandProfile brand =
        BrandProfile.builder()
            .budget(900.0 + variant, "USD")
            .size(CompanySize.SME)
            .goal(variant == 0 ? Goal.SALES : Goal.AWARENESS)
            .audience("country", "us", 1)
            .build();
    Scorer scorer = Scorer.builder(brand).minEngagements(200).build();
    TierPolicy forbes = TierPolicies.published("forbes");
    TierPolicy own =
        TierPolicies.ranges("own").tier("micro", 1_000 + 30_000 * variant, 90_000).build();
    ProfileColumns columns = ProfileColumns.copyOf(accounts);
    profiles(samples, accounts, brand, variant);
    scores(samples, scorer, accounts, columns);
    tiers(samples, forbes, own, accounts, variant);
    engagement(samples, variant);
    studies(samples, columns, List.of(forbes, own), scorer);
    deals(samples, scorer, accounts);
    stability(samples, scorer, accounts, variant);
    return samples;
  }

  private static void add(Map<Class<?>, Object> samples, Object... values) {
    for (Object value : values) {
      if (samples.put(value.getClass(), value) != null) {
        throw new AssertionError("sampled twice: " + value.getClass());
      }
    }
  }

  private static void profiles(
      Map<Class<?>, Object> samples, List<Influencer> accounts, BrandProfile brand, int variant) {
    add(samples, accounts.get(2), brand, new Estimate(2, 1, 3 + variant));
  }

  private static void scores(
      Map<Class<?>, Object> samples,
      Scorer scorer,
      List<Influencer> accounts,
      ProfileColumns columns) {
    Ranking ranking = scorer.rank(accounts);
    Score.Contribution part = scorer.score(accounts.get(1)).contributions().get(0);
    Score score = scorer.score(accounts.get(1));
    add(
        samples,
        scorer.explain(accounts.get(1)),
        score,
        part,
        score.flags().get(0),
        ranking,
        ranking.entries().get(0),
        ranking.unranked().get(0),
        scorer.weights().get(1),
        scorer.summary(columns),
        new PriceCurve("USD", 20, 10 + scorer.brand().budget(), 1, 1.5, "test"));
  }

  private static void tiers(
      Map<Class<?>, Object> samples,
      TierPolicy published,
      TierPolicy own,
      List<Influencer> accounts,
      int variant) {
    Citation citation =
        TierPolicies.published(variant == 0 ? published.id() : "iab-uk").citation().orElseThrow();
    add(
        samples,
        own.classify(accounts.get(3)),
        new Unclassified("own", Unclassified.Reason.BELOW_FLOOR, "below " + variant),
        citation,
        citation.statements().get(0));
  }

  private static void engagement(Map<Class<?>, Object> samples, int variant) {
    EngagementModel model = EngagementModels.standard(Platform.INSTAGRAM);
    PostHistory.Post post = new PostHistory.Post(Instant.EPOCH, 10 + variant);
    PostHistory history = new PostHistory(Instant.EPOCH.plusSeconds(90), List.of(post));
    add(
        samples,
        SizeCurve.published(Platform.INSTAGRAM, model).orElseThrow().scaled(2 + variant, "test"),
        post,
        history,
        new LevelEstimator.Peer(history, 3),
        new LevelEstimator.Level(10 + variant, 0.5, 0.6, 12, Instant.EPOCH, 3),
        LevelEstimator.of(1 + variant, 1, -1, 0, 1, "test"));
  }

  private static void studies(
      Map<Class<?>, Object> samples,
      ProfileColumns columns,
      List<TierPolicy> definitions,
      Scorer scorer) {
    TierPolicy first = definitions.get(0);
    TierPolicy second = definitions.get(1);
    TierStudy study = TierStudy.of(columns, first, second);
    Confusion confusion = study.confusion(first, second);
    TierEngagement engagement = study.engagement(second, Platform.INSTAGRAM);
    TopStudy top =
        TopStudy.of(
            scorer.toBuilder().requireTier("micro").build(),
            3,
            columns,
            List.of(first, second, TierPolicies.ranges("huge").tier("mega", 1e6, 1e9).build()));
    add(
        samples,
        study,
        study.agreement(first, second, CommonTier.MICRO),
        confusion,
        engagement,
        engagement.rows().get(0),
        study.slope(Platform.INSTAGRAM),
        study.sizes(Platform.INSTAGRAM).get(0),
        study.points(Platform.INSTAGRAM).get(0),
        study.bands(Platform.INSTAGRAM).get(2),
        top,
        top.change(first, second));
  }

  private static void deals(
      Map<Class<?>, Object> samples, Scorer scorer, List<Influencer> accounts) {
    DealPlanner planner =
        DealPlanner.builder(scorer)
            .overlap(0.2, accounts.get(2).id(), accounts.get(4).id())
            .maxPeople(4)
            .build();
    Deal deal = planner.plan(accounts);
    Frontier frontier = planner.frontier(accounts, 200, scorer.brand().budget(), 3);
    add(
        samples,
        deal,
        deal.people().get(0),
        deal.people().get(0).forecast(),
        frontier,
        frontier.steps().get(1),
        frontier.steps().get(1).best(),
        frontier.bestPost(scorer.brand().budget()).orElseThrow());
  }

  private static void stability(
      Map<Class<?>, Object> samples, Scorer scorer, List<Influencer> accounts, int variant) {
    Flip flip = Flip.between(scorer, accounts.get(2), accounts.get(4));
    Flip.Change change =
        flip.changes().stream().filter(Flip.Change::exists).findFirst().orElseThrow();
    RankStability.WeightDoubt doubt = RankStability.WeightDoubt.around(50 + variant);
    RankStability.Options options =
        RankStability.Options.standard().weights(doubt).error(0.05).top(2);
    RankStability stability = RankStability.of(scorer, accounts, options);
    add(
        samples,
        flip,
        change,
        change.steps().get(0),
        doubt,
        options,
        stability,
        stability.standings().get(0),
        stability.standings().get(0).first(),
        stability.causes().get(0),
        stability.questions().get(0));
  }
}
