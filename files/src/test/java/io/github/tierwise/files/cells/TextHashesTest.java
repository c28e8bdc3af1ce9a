package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TextHashesTest {

  @Property
  void textsAreFoundAgainAndNoOthers(
      @ForAll List<String> texts, @ForAll @LongRange(max = 100_000) long reserved) {
    TextHashes hashes = new TextHashes();
    hashes.reserve(reserved);
    TextHash hash = new TextHash();
    Set<String> known = new HashSet<>();
    for (String text : texts) {
      // What has no UTF-8, such as half a letter, becomes a question mark.
      String written = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      hash.of(text, 1);
      assertEquals(known.add(written), hashes.add(hash.first(), hash.second()), written);
    }
    assertEquals(known.size(), hashes.size());
  }

  /** Names that differ in one letter, on platforms that differ by one. */
  @Test
  void aSeedAndALetterNeverStandForEachOther() {
    TextHashes hashes = new TextHashes();
    TextHash hash = new TextHash();
    Set<Long> firsts = new HashSet<>();
    Set<Integer> seconds = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      for (int seed = 0; seed < 11; seed++) {
        hash.of("acct-" + i, seed);
        assertEquals(true, hashes.add(hash.first(), hash.second()), i + " on " + seed);
        if (i < 1_000) {
          firsts.add(hash.first());
          seconds.add(hash.second());
        }
      }
    }
    assertEquals(1_100_000, hashes.size());
    // Each half tells nearly all apart by itself.
    assertEquals(11_000, firsts.size());
    assertEquals(11_000, seconds.size(), 3);
  }

  @Test
  void aTextOfSevenLettersIsNotOneOfEightWithNothingBehind() {
    TextHash hash = new TextHash();
    hash.of("1234567", 0);
    long seven = hash.first();
    hash.of("1234567\0", 0);
    assertNotEquals(seven, hash.first());
  }
}
