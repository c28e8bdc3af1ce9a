package io.github.tierwise.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Times all contenders side by side: verified first, then in rounds in which each has a turn and
 * the order rotates, so that whatever else the machine does meets everybody.
 */
final class Comparison {

  /** A turn lasts at least so long, in ns; its figure is the mean of what was done in it. */
  private static final long TURN = 200_000_000;

  private final Results results;
  private final int rounds;
  private final long warmUp;

  /** {@code warmUp}: how long each contender works before the first round at least, in ns. */
  Comparison(Results results, int rounds, long warmUp) {
    this.results = results;
    this.rounds = rounds;
    this.warmUp = warmUp;
  }

  /**
   * Verifies and times everybody.
   *
   * @param rows accounts for those who take columns
   * @param objects accounts for those who take objects, fewer to fit the memory
   * @param c the C reference, compiled; empty to leave it out
   */
  void run(int rows, int objects, String c) throws Exception {
    ExecutorService second = Executors.newFixedThreadPool(1);
    List<AutoCloseable> open = new ArrayList<>();
    try {
      Workload workload = new Workload(rows);
      Ours ours = new Ours(workload);
      Reference reference = Reference.of(workload, ours);
      List<Contender> all = new ArrayList<>(own(reference, ours, second));
      all.addAll(ofObjects(objects));
      if (!c.isEmpty()) {
        CReference program = new CReference(c, workload);
        open.add(program);
        results.about("C compiler", program.version());
        all.addAll(program.contenders(reference.outputs()));
      }
      for (Peer peer : ServiceLoader.load(Peer.class)) {
        open.add(peer);
        results.about("peer", peer.version());
        all.addAll(peer.contenders(reference));
      }
      for (Contender contender : all) {
        results.verified(contender, contender.verify().worst());
      }
      time(all);
    } finally {
      second.shutdown();
      for (AutoCloseable each : open) {
        each.close();
      }
    }
  }

  /** Ourselves, and the plain loop over the same columns. */
  private static List<Contender> own(Reference reference, Ours ours, ExecutorService second) {
    int rows = reference.workload().rows;
    Outputs out = new Outputs(rows);
    return List.of(
        Contender.of(
            "ours",
            rows,
            1,
            () -> ours.store(out),
            () -> {
              ours.store(out);
              return out.verify(reference.outputs(), rows, "ours on one thread");
            }),
        Contender.of(
            "ours",
            rows,
            2,
            () -> ours.store(out, second),
            () -> {
              ours.store(out, second);
              return out.verify(reference.outputs(), rows, "ours on two threads");
            }),
        Contender.of(
            "ours-sums",
            rows,
            1,
            () -> ours.sums(Runnable::run),
            () -> ours.sums(Runnable::run).verify(reference.sums(), "ours")),
        Contender.of(
            "ours-sums",
            rows,
            2,
            () -> ours.sums(second),
            () -> ours.sums(second).verify(reference.sums(), "ours on two threads")),
        Contender.of(
            "ours-top",
            rows,
            1,
            () -> ours.top(Reference.TOP, Runnable::run),
            () -> reference.verifyTop(ours.top(Reference.TOP, Runnable::run), "ours")),
        Contender.of(
            "ours-top",
            rows,
            2,
            () -> ours.top(Reference.TOP, second),
            () -> reference.verifyTop(ours.top(Reference.TOP, second), "ours on two threads")),
        Contender.of(
            "loop",
            rows,
            1,
            () -> JavaPeers.store(reference.workload(), out),
            () -> {
              JavaPeers.store(reference.workload(), out);
              return out.verify(reference.outputs(), rows, "the plain loop");
            }));
  }

  /** Those who take objects, and ourselves over as many accounts. */
  private static List<Contender> ofObjects(int rows) {
    Workload workload = new Workload(rows);
    Ours ours = new Ours(workload);
    Reference reference = Reference.of(workload, ours);
    JavaPeers.Account[] accounts = JavaPeers.accounts(workload);
    Outputs out = new Outputs(rows);
    return List.of(
        Contender.of("ours", rows, 1, () -> ours.store(out), () -> 0.0),
        Contender.of("ours-top", rows, 1, () -> ours.top(Reference.TOP, Runnable::run), () -> 0.0),
        Contender.of(
            "objects",
            rows,
            1,
            () -> JavaPeers.store(accounts, out),
            () -> {
              JavaPeers.store(accounts, out);
              return out.verify(reference.outputs(), rows, "objects");
            }),
        Contender.of(
            "stream",
            rows,
            1,
            () -> JavaPeers.top(Reference.TOP, accounts),
            () -> reference.verifyTop(JavaPeers.top(Reference.TOP, accounts), "the stream")));
  }

  private void time(List<Contender> all) throws Exception {
    for (Contender contender : all) {
      turn(contender, warmUp);
    }
    List<Contender> order = new ArrayList<>(all);
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : order) {
        results.sample(contender, round, turn(contender, TURN));
      }
      Collections.rotate(order, 1);
      System.out.printf("round %d of %d%n", round + 1, rounds);
    }
  }

  /** The mean over a turn. */
  private static Contender.Time turn(Contender contender, long atLeast) throws Exception {
    double wall = 0;
    double cpu = 0;
    int times = 0;
    do {
      Contender.Time time = contender.run().run();
      wall += time.wall();
      cpu += time.cpu();
      times++;
    } while (wall < atLeast);
    return new Contender.Time(wall / times, cpu / times);
  }
}
