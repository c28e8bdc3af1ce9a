package io.github.tierwise.stability;

import java.util.Arrays;

/**
 * Puts numbers in order, largest first, of equal ones the one that comes first: by buckets of equal
 * width, and those that hold many by buckets again, so that the time grows with how many there are,
 * however they lie. For one thread.
 */
final class Order {

  private static final int FEW = 24;

  private final int[] places;
  private final int[] spare;
  private final int[] buckets;

  Order(int size) {
    places = new int[size];
    spare = new int[size];
    buckets = new int[size + 1];
  }

  /** The positions of the numbers in their order: the same array every time. */
  int[] of(double[] numbers) {
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    sort(numbers, 0, places.length, buckets);
    return places;
  }

  private void sort(double[] numbers, int from, int to, int[] starts) {
    if (to - from <= FEW) {
      insert(numbers, from, to);
      return;
    }
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (int at = from; at < to; at++) {
      most = Math.max(most, numbers[places[at]]);
      least = Math.min(least, numbers[places[at]]);
    }
    int count = to - from;
    double factor = (count - 1) / (most - least);
    if (!(most > least) || Double.isInfinite(factor)) {
      insert(numbers, from, to);
      return;
    }
    Arrays.fill(starts, 0, count + 1, 0);
    for (int at = from; at < to; at++) {
      starts[bucket(most, numbers[places[at]], factor) + 1]++;
    }
    for (int b = 0; b < count; b++) {
      starts[b + 1] += starts[b];
    }
    System.arraycopy(places, from, spare, from, count);
    for (int at = from; at < to; at++) {
      int place = spare[at];
      places[from + starts[bucket(most, numbers[place], factor)]++] = place;
    }
    // By now a start is the end of its bucket.
    int start = 0;
    for (int b = 0; b < count; b++) {
      int end = starts[b];
      if (end - start > FEW) {
        sort(numbers, from + start, from + end, new int[end - start + 1]);
      } else {
        insert(numbers, from + start, from + end);
      }
      start = end;
    }
  }

  /** It keeps order, as each of its steps does. */
  private static int bucket(double most, double number, double factor) {
    return (int) ((most - number) * factor);
  }

  private void insert(double[] numbers, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      int place = places[at];
      double number = numbers[place];
      int before = at - 1;
      while (before >= from && numbers[places[before]] < number) {
        places[before + 1] = places[before];
        before--;
      }
      places[before + 1] = place;
    }
  }
}
