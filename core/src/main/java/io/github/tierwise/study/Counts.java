package io.github.tierwise.study;

import io.github.tierwise.internal.Checks;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Counts of which nearly all are 0, as they are written to a stream: the places of the others, in
 * ascending order, and what is counted there. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in them
record Counts(int[] places, long[] values) implements Serializable {

  Counts {
    places = places.clone();
    values = values.clone();
    Checks.require(
        places.length == values.length, () -> "counts must have as many values as places");
    for (int i = 0; i < places.length; i++) {
      Checks.require(
          places[i] > (i == 0 ? -1 : places[i - 1]), () -> "places of counts must ascend from 0");
      Checks.require(values[i] > 0, () -> "counts that are written must be above 0");
    }
  }

  static Counts of(long[] all) {
    int[] places = IntStream.range(0, all.length).filter(i -> all[i] != 0).toArray();
    return new Counts(places, IntStream.of(places).mapToLong(i -> all[i]).toArray());
  }

  /** All counts, with the zeros; an array without any if all are 0. */
  long[] sparse(int length) {
    return places.length == 0 ? new long[0] : dense(length);
  }

  /** All counts, with the zeros. */
  long[] dense(int length) {
    Checks.require(
        places.length == 0 || places[places.length - 1] < length,
        () -> "places of counts must be below " + length);
    long[] all = new long[length];
    for (int i = 0; i < places.length; i++) {
      all[places[i]] = values[i];
    }
    return all;
  }

  /** How many there are in all. */
  long sum() {
    return LongStream.of(values).reduce(0, Math::addExact);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts counts
        && Arrays.equals(places, counts.places)
        && Arrays.equals(values, counts.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(places) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "counts of " + places.length + " places";
  }
}
