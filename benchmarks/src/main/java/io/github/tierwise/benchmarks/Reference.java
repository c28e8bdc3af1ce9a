package io.github.tierwise.benchmarks;

/** What the library answers for a workload: what every contender is compared with. */
@SuppressWarnings("ArrayRecordComponent") // never compared as records
record Reference(Workload workload, Outputs outputs, int[] top) {

  /** How many of the best accounts are asked for. */
  static final int TOP = 100;

  static Reference of(Workload workload, Ours ours) {
    Outputs outputs = new Outputs(workload.rows);
    ours.store(outputs);
    return new Reference(workload, outputs, ours.top(TOP, Runnable::run));
  }

  Sums sums() {
    return Sums.of(outputs, workload.rows);
  }

  /** Checks the best rows of another by their scores; gives the largest relative difference. */
  double verifyTop(int[] rows, String who) {
    if (rows.length != top.length) {
      throw new IllegalStateException(
          "best rows by %s must be %d, was %d".formatted(who, top.length, rows.length));
    }
    double worst = 0.0;
    for (int i = 0; i < rows.length; i++) {
      double expected = outputs.scores()[top[i]];
      double difference = Math.abs(outputs.scores()[rows[i]] - expected) / expected;
      if (!(difference <= Outputs.TOLERANCE)) {
        throw new IllegalStateException(
            "row of rank %d by %s must be %d, was %d".formatted(i + 1, who, top[i], rows[i]));
      }
      worst = Math.max(worst, difference);
    }
    return worst;
  }
}
