package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QuoteTest {

  @Test
  void aCellIsShownInQuotes() {
    assertEquals("\"15 mil\"", Quote.of("15 mil"));
    assertEquals("\"\"", Quote.of(""));
  }

  @Test
  void lineEndsAndControlCharactersAreSpaces() {
    assertEquals("\"a b c [31md  e\"", Quote.of("a\nb\tc\u001B[31md\r\ne"));
    assertEquals("\"a b c d\"", Quote.of("a\u2028b\u202Ec\u0085d"));
  }

  @Test
  void ofALongCellTheBeginningIsShownAndHowLongItIs() {
    assertEquals('"' + "x".repeat(60) + '"', Quote.of("x".repeat(60)));
    assertEquals('"' + "x".repeat(59) + "…\" (61 characters)", Quote.of("x".repeat(61)));
    assertEquals(
        '"' + "x".repeat(59) + "…\" (1,000,000 characters)", Quote.of("x".repeat(1_000_000)));
  }

  @Test
  void aNameStandsWithoutQuotes() {
    assertEquals("ana", Quote.name("ana"));
    assertEquals("x".repeat(59) + "… (61 characters)", Quote.name("x".repeat(61)));
  }

  @Test
  void noCharacterIsCutInHalf() {
    String flags = "😀".repeat(40);
    assertEquals('"' + "😀".repeat(29) + "…\" (80 characters)", Quote.of(flags));
  }

  @Property
  void aQuoteIsALineOfAtMost62Characters(@ForAll String cell) {
    String quote = Quote.start(cell);
    assertTrue(Quote.of(cell).startsWith(quote));
    assertEquals(cell.length() <= Quote.LONGEST, Quote.of(cell).equals(quote));
    assertTrue(quote.length() <= Quote.LONGEST + 2);
    assertEquals(1, quote.lines().count());
    assertTrue(quote.startsWith("\"") && quote.endsWith("\""));
    assertTrue(quote.chars().noneMatch(Character::isISOControl));
  }
}
