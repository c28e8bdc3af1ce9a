package io.github.tierwise.contracts;

import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The checks that several contracts share. */
final class Checks {

  /** By how much followers are multiplied: a purchase of 1% up to a hundredfold. */
  private static final double[] FACTORS = {1.01, 1.1, 1.2, 1.5, 2, 10, 100};

  private static final int THREADS = 4;

  private Checks() {}

  /** A range method, as strategies have it. */
  interface RangeMethod {
    void apply(ProfileColumns columns, int from, int to, double[] out, int at);
  }

  /** More followers, everything else equal, move a value as declared. */
  static void direction(
      Direction direction,
      ToDoubleFunction<Influencer> value,
      List<Influencer> accounts,
      Violations violations) {
    if (direction == Direction.NOT_STATED) {
      return;
    }
    for (Influencer account : accounts) {
      double before = value.applyAsDouble(account);
      if (Double.isNaN(account.followers()) || Double.isNaN(before)) {
        continue;
      }
      for (double factor : FACTORS) {
        double followers = StrictMath.ceil(account.followers() * factor + 1);
        double after = value.applyAsDouble(account.toBuilder().followers(followers).build());
        boolean holds = direction == Direction.INDEPENDENT ? after == before : after <= before;
        violations.require(
            holds,
            "with %s followers instead of %s the value must be %s %s"
                .formatted(
                    followers,
                    account.followers(),
                    direction == Direction.INDEPENDENT ? "the same as" : "at most",
                    before),
            account.id(),
            after);
      }
    }
  }

  /** A range of columns gives what one account at a time gives, wherever it starts and goes. */
  static void range(
      RangeMethod range,
      ToDoubleFunction<Influencer> value,
      List<Influencer> accounts,
      Violations violations) {
    int size = accounts.size();
    ProfileColumns columns = ProfileColumns.copyOf(accounts);
    int[][] splits = {{0, size}, {0, size / 3}, {size / 3, size}, {size / 2, size / 2}};
    for (int[] split : splits) {
      int offset = 3;
      double[] out = new double[split[1] - split[0] + 2 * offset];
      java.util.Arrays.fill(out, -7);
      range.apply(columns, split[0], split[1], out, offset);
      for (int i = 0; i < out.length; i++) {
        int row = split[0] + i - offset;
        if (row >= split[0] && row < split[1]) {
          violations.requireSame(
              value.applyAsDouble(accounts.get(row)),
              out[i],
              "the value in the range %d to %d".formatted(split[0], split[1]),
              accounts.get(row).id());
        } else {
          violations.require(
              out[i] == -7, "a range must write nothing beside itself", "position " + i, out[i]);
        }
      }
    }
  }

  /** Several threads at once, and another order, give the same. */
  static <R> void shared(
      Function<Influencer, R> answer, List<Influencer> accounts, Violations violations) {
    List<R> expected = new ArrayList<>();
    for (Influencer account : accounts) {
      expected.add(answer.apply(account));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        boolean backwards = thread % 2 == 1;
        results.add(
            threads.submit(
                (Callable<Boolean>)
                    () -> {
                      for (int i = 0; i < accounts.size(); i++) {
                        int at = backwards ? accounts.size() - 1 - i : i;
                        if (!expected.get(at).equals(answer.apply(accounts.get(at)))) {
                          return false;
                        }
                      }
                      return true;
                    }));
      }
      for (Future<Boolean> result : results) {
        violations.require(
            result.get(), "shared between threads it must answer the same", "all", "different");
      }
    } catch (ExecutionException e) {
      violations.addThrown("all, shared between threads", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while checking", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** What declares itself serializable comes back and answers the same. */
  static <S, R> void serialization(
      S strategy,
      Class<S> type,
      SampleAnswer<S, R> answer,
      List<Influencer> accounts,
      Violations violations) {
    if (!(strategy instanceof Serializable)) {
      return;
    }
    try {
      S read;
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(written(strategy)))) {
        read = type.cast(in.readObject());
      }
      for (Influencer account : accounts) {
        R expected = answer.of(strategy, account);
        R actual = answer.of(read, account);
        violations.require(
            expected.equals(actual),
            "after serialization the answer must be " + expected,
            account.id(),
            actual);
      }
    } catch (IOException | ClassNotFoundException e) {
      violations.add("it declares Serializable and must survive it", "all", e);
    }
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** Whether everything that the object holds can be written. */
  static boolean isWritable(Object object) {
    try {
      return written(object).length > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a strategy says of an account. */
  interface SampleAnswer<S, R> {
    R of(S strategy, Influencer account);
  }
}
