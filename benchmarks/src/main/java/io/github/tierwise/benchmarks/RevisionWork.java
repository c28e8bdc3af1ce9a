package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.ScoreColumns;
import io.github.tierwise.score.Scorer;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * What two revisions of the library are compared by. Loaded once for each of them, so it uses only
 * what both have, and is known to others by interfaces of the JDK. Each piece of work returns a sum
 * of what it made, which must be the same bits for both.
 */
public final class RevisionWork implements Function<String, DoubleSupplier> {

  /** All pieces of work, and how many accounts each goes through. */
  enum Piece {
    VALUE(204_800),
    SCORE(20_480),
    EXPLAIN(2_048),
    BULK(200_000),
    BULK_WITH_RANGES(200_000),
    TOP(200_000);

    final int accounts;

    Piece(int accounts) {
      this.accounts = accounts;
    }
  }

  private static final int ONE_BY_ONE = 1_024;

  private final Scorer scorer = Workload.scorer();
  private final ProfileColumns columns = new Workload(Piece.BULK.accounts).columns();
  private final Influencer[] accounts = new Influencer[ONE_BY_ONE];
  private final double[] scores = new double[columns.size()];
  private final double[] lows = new double[columns.size()];
  private final double[] highs = new double[columns.size()];
  private final ScoreColumns ranges =
      ScoreColumns.builder().scores(scores).intervals(lows, highs).build();

  /** Makes the accounts. */
  public RevisionWork() {
    Arrays.setAll(accounts, columns::get);
  }

  private double each(Piece piece, Function<Influencer, Double> work) {
    double sum = 0;
    for (int i = 0; i < piece.accounts; i++) {
      sum += work.apply(accounts[i & (ONE_BY_ONE - 1)]);
    }
    return sum;
  }

  private double values() {
    double sum = 0;
    for (int i = 0; i < Piece.VALUE.accounts; i++) {
      sum += scorer.value(accounts[i & (ONE_BY_ONE - 1)]);
    }
    return sum;
  }

  private double bulk() {
    scorer.score(columns, 0, columns.size(), scores);
    return Arrays.stream(scores, 0, ONE_BY_ONE).sum();
  }

  private double ranges() {
    scorer.score(columns, 0, columns.size(), ranges);
    return Arrays.stream(lows, 0, ONE_BY_ONE).sum() + Arrays.stream(highs, 0, ONE_BY_ONE).sum();
  }

  private double top() {
    return scorer.top(Reference.TOP, columns, Runnable::run).entries().stream()
        .mapToDouble(entry -> entry.score().value())
        .sum();
  }

  @Override
  public DoubleSupplier apply(String piece) {
    return switch (Piece.valueOf(piece)) {
      case VALUE -> this::values;
      case SCORE -> () -> each(Piece.SCORE, account -> scorer.score(account).low());
      case EXPLAIN -> () -> each(Piece.EXPLAIN, account -> scorer.explain(account).value());
      case BULK -> this::bulk;
      case BULK_WITH_RANGES -> this::ranges;
      case TOP -> this::top;
    };
  }
}
