package io.github.tierwise.deal;

import java.util.function.IntPredicate;

/**
 * Accounts by a key, the greatest first, of equal keys the account that comes first: a heap on
 * arrays, since a hundred thousand accounts are put in order again and again. Not thread-safe.
 */
final class AccountQueue {

  private final double[] keys;
  private final int[] accounts;
  private int size;

  /** With room for so many accounts. */
  AccountQueue(int capacity) {
    keys = new double[capacity];
    accounts = new int[capacity];
  }

  int size() {
    return size;
  }

  /** Puts an account at the end; {@link #order} is called before any is asked for. */
  void append(int account, double key) {
    set(size++, account, key);
  }

  /** Puts all in order. */
  void order() {
    for (int at = size / 2 - 1; at >= 0; at--) {
      down(at);
    }
  }

  /** The account that comes first. */
  int first() {
    return accounts[0];
  }

  /** Its key. */
  double firstKey() {
    return keys[0];
  }

  void removeFirst() {
    size--;
    set(0, accounts[size], keys[size]);
    down(0);
  }

  /** Gives the first account another key that is not greater. */
  void lowerFirst(double key) {
    keys[0] = key;
    down(0);
  }

  /** Leaves out all others. */
  void keep(IntPredicate kept) {
    int all = size;
    size = 0;
    for (int at = 0; at < all; at++) {
      if (kept.test(accounts[at])) {
        append(accounts[at], keys[at]);
      }
    }
    order();
  }

  private void set(int at, int account, double key) {
    accounts[at] = account;
    keys[at] = key;
  }

  private boolean isBefore(int at, int account, double key) {
    return keys[at] > key || (keys[at] == key && accounts[at] < account);
  }

  private void down(int from) {
    int account = accounts[from];
    double key = keys[from];
    int at = from;
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBefore(child + 1, accounts[child], keys[child])) {
        child++;
      }
      if (!isBefore(child, account, key)) {
        break;
      }
      set(at, accounts[child], keys[child]);
      at = child;
    }
    set(at, account, key);
  }
}
