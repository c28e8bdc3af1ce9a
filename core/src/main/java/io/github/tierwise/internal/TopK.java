package io.github.tierwise.internal;

import java.util.Arrays;

/** Keeps the k largest of the numbers offered; of equal numbers the one of the lower row. */
public final class TopK {

  private final int capacity;
  private double[] values;
  private int[] rows;
  private int size;

  /** Keeps up to {@code capacity} numbers, at least 0. */
  public TopK(int capacity) {
    this.capacity = capacity;
    int initial = Math.min(capacity, 64);
    values = new double[initial];
    rows = new int[initial];
  }

  /** Whether (value, row) a ranks behind b. */
  private boolean behind(int a, int b) {
    return values[a] < values[b] || (values[a] == values[b] && rows[a] > rows[b]);
  }

  /** Numbers below this are not kept. */
  public double least() {
    return size < capacity || size == 0 ? Double.NEGATIVE_INFINITY : values[0];
  }

  /** Offers one number, not NaN. */
  public void offer(double value, int row) {
    if (size < capacity) {
      if (size == values.length) {
        int larger = (int) Math.min(capacity, size * 2L);
        values = Arrays.copyOf(values, larger);
        rows = Arrays.copyOf(rows, larger);
      }
      set(size, value, row);
      up(size++);
    } else if (size > 0 && (value > values[0] || (value == values[0] && row < rows[0]))) {
      // The root is the worst that is kept.
      set(0, value, row);
      down();
    }
  }

  /** Offers everything that another one keeps. */
  public void offerAll(TopK other) {
    for (int i = 0; i < other.size; i++) {
      offer(other.values[i], other.rows[i]);
    }
  }

  private void set(int i, double value, int row) {
    values[i] = value;
    rows[i] = row;
  }

  private void swap(int a, int b) {
    double value = values[a];
    int row = rows[a];
    set(a, values[b], rows[b]);
    set(b, value, row);
  }

  private void up(int start) {
    int i = start;
    while (i > 0 && behind(i, (i - 1) / 2)) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private void down() {
    int i = 0;
    while (true) {
      int worst = i;
      for (int child = 2 * i + 1; child <= 2 * i + 2 && child < size; child++) {
        if (behind(child, worst)) {
          worst = child;
        }
      }
      if (worst == i) {
        return;
      }
      swap(i, worst);
      i = worst;
    }
  }

  /** The rows kept, best first. Nothing is kept afterwards. */
  public int[] drain() {
    int[] best = new int[size];
    while (size > 0) {
      best[size - 1] = rows[0];
      size--;
      swap(0, size);
      down();
    }
    return best;
  }
}
