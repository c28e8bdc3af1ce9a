package io.github.tierwise.files.table;

import java.util.List;

/**
 * Which encoding bytes may be in that are read as Windows-1252, where letters above 127 stand alone
 * among others. In East Asian encodings they come in pairs, and pairs in words. It only makes a
 * hint: what is read does not change.
 */
final class OtherEncodings {

  /** The most frequent characters of an encoding. */
  private interface Pairs {
    boolean isFrequent(int first, int second);
  }

  private record Candidate(String name, Pairs pairs) {}

  /**
   * The narrower first: Hangul are where in GB18030 are the first of the Chinese characters, and
   * that a Chinese text has no other is unlikely.
   */
  private static final List<Candidate> EAST_ASIAN =
      List.of(
          new Candidate("EUC-KR", (a, b) -> in(a, 0xB0, 0xC8) && in(b, 0xA1, 0xFE)),
          new Candidate("GB18030", (a, b) -> in(a, 0xB0, 0xD7) && in(b, 0xA1, 0xFE)),
          new Candidate(
              "Big5", (a, b) -> in(a, 0xA4, 0xC6) && (in(b, 0x40, 0x7E) || in(b, 0xA1, 0xFE))),
          new Candidate("Shift_JIS", OtherEncodings::isJapanese));

  /** Of the bytes above 127 so many must be in words of frequent pairs. */
  private static final double MOST = 0.6;

  private OtherEncodings() {}

  /** The name of the likeliest; empty if Windows-1252 is as likely. */
  static String likely(byte[] bytes) {
    String likeliest = "";
    double best = MOST;
    for (Candidate each : EAST_ASIAN) {
      double share = share(bytes, each.pairs());
      if (share > best) {
        best = share;
        likeliest = each.name();
      }
    }
    return likeliest.isEmpty() && areWords(bytes) ? "windows-1251" : likeliest;
  }

  /** How much of what is above 127 is in frequent pairs, two or more behind each other. */
  private static double share(byte[] bytes, Pairs pairs) {
    long high = 0;
    long inWords = 0;
    int word = 0;
    for (int i = 0; i < bytes.length; i++) {
      int first = bytes[i] & 0xFF;
      boolean pair =
          i + 1 < bytes.length && first > 0x7F && pairs.isFrequent(first, bytes[i + 1] & 0xFF);
      if (pair) {
        i++;
        word++;
        high++;
        continue;
      }
      inWords += word > 1 ? word : 0;
      word = 0;
      high += first > 0x7F ? 1 : 0;
    }
    inWords += word > 1 ? word : 0;
    return high == 0 ? 0 : (double) inWords / high;
  }

  /** Whether most letters above 127 are in words of only such, as in Cyrillic. */
  private static boolean areWords(byte[] bytes) {
    long high = 0;
    long inWords = 0;
    int word = 0;
    for (byte each : bytes) {
      if (each < 0) {
        word++;
        high++;
      } else {
        inWords += word > 2 ? word : 0;
        word = 0;
      }
    }
    inWords += word > 2 ? word : 0;
    return inWords > MOST * high;
  }

  /** Kana, and the Chinese characters that Japanese uses most. */
  private static boolean isJapanese(int a, int b) {
    return (a == 0x82 && in(b, 0x9F, 0xF1))
        || (a == 0x83 && in(b, 0x40, 0x96) && b != 0x7F)
        || (a == 0x81 && b == 0x5B)
        || (in(a, 0x88, 0x97) && in(b, 0x40, 0xFC) && b != 0x7F);
  }

  private static boolean in(int value, int low, int high) {
    return value >= low && value <= high;
  }
}
