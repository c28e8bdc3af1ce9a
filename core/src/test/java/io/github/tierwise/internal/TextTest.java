package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void plainIsTheShortestExactText() {
    assertEquals("-3", Text.plain(-3));
    assertEquals("0.25", Text.plain(0.25));
    assertEquals("NaN", Text.plain(Double.NaN));
    assertEquals("Infinity", Text.plain(Double.POSITIVE_INFINITY));
    assertEquals("1.0E300", Text.plain(1e300));
  }

  @Test
  void countsHaveSeparators() {
    assertEquals("48,200", Text.count(48_200));
    assertEquals("1.5", Text.count(1.5));
    assertEquals("349", Text.count(348.6));
    assertEquals("unknown", Text.count(Double.NaN));
    assertEquals("unbounded", Text.count(Double.POSITIVE_INFINITY));
  }

  @Test
  void aNounFollowsItsCount() {
    assertEquals("1 account", Text.of(1, "account"));
    assertEquals("0 accounts", Text.of(0, "account"));
    assertEquals("48,200 accounts", Text.of(48_200, "account"));
    assertEquals("1 person engages with a post", Text.engage(1.2));
    assertEquals("0 people engage with a post", Text.engage(0.3));
  }

  @Test
  void percentagesHaveTwoSignificantDigits() {
    assertEquals("2.4%", Text.percent(0.0241));
    assertEquals("0.031%", Text.percent(0.000314));
    assertEquals("13%", Text.percent(0.125));
    assertEquals("6.3%", Text.percent(0.0625));
    assertEquals("100%", Text.percent(1));
    assertEquals("1,500%", Text.percent(15));
    assertEquals("0%", Text.percent(0));
    assertEquals("unknown", Text.percent(Double.NaN));
    assertEquals("unbounded", Text.percent(Double.POSITIVE_INFINITY));
  }

  @Test
  void moneyNamesItsCurrency() {
    assertEquals("1,940 USD", Text.money(1_940, "USD"));
    assertEquals("40.50 EUR", Text.money(40.5, "EUR"));
    assertEquals("7.00", Text.money(7, ""));
  }

  @Test
  void fixedNeverPrintsAMinusZero() {
    assertEquals("0.0", Text.fixed(-0.04, 1));
    assertEquals("-0.1", Text.fixed(-0.06, 1));
    assertEquals("unknown", Text.fixed(Double.NaN, 1));
  }

  @Test
  void theLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("48,200", Text.count(48_200));
      assertEquals("12.5", Text.fixed(12.5, 1));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void numbersPrintAsTheJdkFormatsThem(
      @ForAll double value, @ForAll @IntRange(max = 3) int decimals) {
    double magnitude = Math.abs(value) < 1e-30 ? 0 : value;
    String expected = String.format(Locale.ROOT, "%,." + decimals + "f", magnitude);
    assertEquals(
        expected.matches("-0(\\.0*)?") ? expected.substring(1) : expected,
        Text.fixed(magnitude, decimals));
  }

  @Property
  void countsPrintAsTheJdkFormatsThem(
      @ForAll @LongRange(min = 0, max = 9_000_000_000L) long thousandths) {
    double value = thousandths / 1_000.0;
    boolean whole = value == Math.rint(value) || value >= 100;
    assertEquals(String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", value), Text.count(value));
    assertEquals(String.format(Locale.ROOT, "%,.2f", value), Text.fixed(value, 2));
  }
}
