package io.github.tierwise.stability;

/** Bins for ranks: exact up to 64, beyond that 16 for each doubling. */
final class RankBins {

  private static final int EXACT_BITS = 6;
  private static final int SUB_BITS = 4;
  private static final int EXACT = 1 << EXACT_BITS;

  private RankBins() {}

  /** How many bins ranks from 1 to {@code most} need. */
  static int count(int most) {
    return of(most) + 1;
  }

  static int of(int rank) {
    if (rank < EXACT) {
      return rank;
    }
    int doubling = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rank);
    int sub = (rank >> (doubling - SUB_BITS)) & ((1 << SUB_BITS) - 1);
    return EXACT + ((doubling - EXACT_BITS) << SUB_BITS) + sub;
  }

  /** The first rank of a bin. */
  static int first(int bin) {
    if (bin < EXACT) {
      return bin;
    }
    int beyond = bin - EXACT;
    int doubling = EXACT_BITS + (beyond >> SUB_BITS);
    int sub = beyond & ((1 << SUB_BITS) - 1);
    return ((1 << SUB_BITS) + sub) << (doubling - SUB_BITS);
  }
}
