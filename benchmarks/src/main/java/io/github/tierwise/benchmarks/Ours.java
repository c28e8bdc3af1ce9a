package io.github.tierwise.benchmarks;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The library at work: the one class that calls it for the comparison. */
final class Ours {

  private final Scorer scorer = Workload.scorer();
  private final ProfileColumns columns;
  private final EngagementModel model = EngagementModels.standard(Platform.INSTAGRAM);
  private final SizeCurve curve = SizeCurve.published(Platform.INSTAGRAM, model).orElseThrow();
  private final PriceCurve prices = PriceCurve.published();

  Ours(Workload workload) {
    columns = workload.columns();
  }

  /** The scores of all rows into an array, on one thread. */
  void scores(double[] out) {
    scorer.score(columns, 0, columns.size(), out);
  }

  /** All five outputs of all rows into arrays, on one thread. */
  void store(Outputs out) {
    store(0, columns.size(), out);
  }

  /** All five outputs of all rows into arrays, by a task a range. */
  void store(Outputs out, Executor executor) {
    int size = columns.size();
    List<CompletableFuture<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int from = (int) ((long) size * i / 2);
      int to = (int) ((long) size * (i + 1) / 2);
      tasks.add(CompletableFuture.runAsync(() -> store(from, to, out), executor));
    }
    tasks.forEach(CompletableFuture::join);
  }

  private void store(int from, int to, Outputs out) {
    scorer.score(columns, from, to, out.scores());
    scorer.tiers().classify(columns, from, to, out.tiers(), from);
    columns.map(from, to, model::rate, out.engagementRates(), from);
    columns.map(from, to, p -> curve.expectedRate(p.followers()), out.expectedRates(), from);
    columns.map(from, to, this::cost, out.costsPerEngagement(), from);
  }

  private double cost(Profile profile) {
    double quote = profile.price();
    double price = Double.isNaN(quote) ? prices.price(profile.followers()) : quote;
    return price / model.engagements(profile);
  }

  /** The sums of all five outputs, without storing them. */
  Sums sums() {
    Outputs out = new Outputs(columns.size());
    store(out);
    return Sums.of(out, columns.size());
  }

  /** The rows of the best eligible accounts. */
  int[] top(int count, Executor executor) {
    return scorer.top(count, columns, executor).entries().stream()
        .mapToInt(entry -> entry.row())
        .toArray();
  }
}
