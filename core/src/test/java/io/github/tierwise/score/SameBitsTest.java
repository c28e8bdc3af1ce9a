package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.profile.ProfileColumns;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One at a time, a range, any split, any number of threads: the same bits. */
class SameBitsTest {

  private static Digests.Results whole(Digests.Kind kind, ProfileColumns columns) {
    Digests.Results results = new Digests.Results(Digests.scorer(kind), columns.size(), true);
    results.take(Digests.scorer(kind), columns, 0, columns.size());
    return results;
  }

  @ParameterizedTest
  @EnumSource
  void aRangeGivesWhatOneAtATimeGives(Digests.Kind kind) {
    ProfileColumns columns = Digests.columns(kind, 3_000);
    Scorer scorer = Digests.scorer(kind);
    Digests.Results single = new Digests.Results(scorer, columns.size(), true);
    for (int row = 0; row < columns.size(); row++) {
      single.set(row, scorer, scorer.score(columns.get(row)));
    }
    assertEquals("", single.difference(whole(kind, columns)));
  }

  @ParameterizedTest
  @EnumSource
  void valueIsTheValueOfTheScore(Digests.Kind kind) {
    ProfileColumns columns = Digests.columns(kind, 2_000);
    Scorer scorer = Digests.scorer(kind);
    ProfileColumns.Cursor cursor = columns.cursor();
    for (int row = 0; row < columns.size(); row++) {
      double value = scorer.score(columns.get(row)).value();
      assertEquals(value, scorer.value(columns.get(row)), "row " + row);
      assertEquals(value, scorer.value(cursor.moveTo(row)), "row " + row);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anySplitGivesTheSame(Digests.Kind kind) {
    ProfileColumns columns = Digests.columns(kind, 3_000);
    Scorer scorer = Digests.scorer(kind);
    Digests.Results split = new Digests.Results(scorer, columns.size(), true);
    int from = 0;
    for (int length = 1; from < columns.size(); length = length * 3 + 1) {
      int to = Math.min(columns.size(), from + length);
      split.take(scorer, columns, from, to);
      from = to;
    }
    assertEquals("", split.difference(whole(kind, columns)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void anyNumberOfThreadsGivesTheSame(int threads) {
    Digests.Kind kind = Digests.Kind.GAPS;
    ProfileColumns columns = Digests.columns(kind, 140_000);
    Scorer scorer = Digests.scorer(kind);
    Digests.Results parallel = new Digests.Results(scorer, columns.size(), false);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      parallel.take(scorer, columns, executor);
    } finally {
      executor.shutdown();
    }
    Digests.Results one = new Digests.Results(scorer, columns.size(), false);
    one.take(scorer, columns, 0, columns.size());
    assertEquals("", parallel.difference(one));
  }
}
