package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.NumberParser.Kind;
import io.github.tierwise.files.cells.NumberParser.Mark;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "48200 | 48200",
        "475.8M | 475800000",
        "12.3k | 12300",
        "0.89k | 890",
        "29.0b | 29000000000",
        "2bn | 2000000000",
        "348.5 | 348.5",
        "1,234,567 | 1234567",
        "48,200 | 48200",
        "1.234.567 | 1234567",
        "12,3k | 12300",
        "1 234 567 | 1234567",
        "1'234'567 | 1234567",
        "1,234.5 | 1234.5",
        "1.234,5 | 1234.5",
        "0,123 | 0.123",
        "477900000.00 | 477900000",
        "1.619883041 | 1.619883041",
        "9.745564893e-05 | 9.745564893e-05",
        "1E6 | 1000000",
        "-3 | -3",
        "+7 | 7",
        "1.39% | 0.0139",
        "1,39 % | 0.0139"
      })
  void numbersAreReadAsPeopleWriteThem(String text, double value) {
    assertEquals(value, NumberParser.parse(text, Mark.DOT).value(), 0.0);
  }

  @Property
  void plainDigitsAreTheNearestDouble(
      @ForAll @LongRange(min = 0, max = 99_999_999_999L) long digits,
      @ForAll @IntRange(min = 0, max = 12) int decimals) {
    String text = BigDecimal.valueOf(digits, decimals).toPlainString();
    if (!NumberParser.looksGroupedByDot(text)) {
      for (Mark mark : Mark.values()) {
        assertEquals(Double.parseDouble(text), NumberParser.parse(text, mark).value(), 0.0);
      }
      assertEquals(decimals > 0, NumberParser.evidence(text).equals(Optional.of(Mark.DOT)));
    }
  }

  @Property
  void plainDigitsAreReadAsAllOtherNumbersAre(@ForAll("nearlyPlain") String text) {
    double plain = NumberParser.plain(text.toCharArray(), 0, text.length());
    if (!Double.isNaN(plain)) {
      // A sign changes nothing but the way by which the number is read.
      for (Mark mark : Mark.values()) {
        assertEquals(NumberParser.parse("+" + text, mark), NumberParser.parse(text, mark));
        assertEquals(
            new NumberParser.Cell(Kind.NUMBER, plain, false, false, ""),
            NumberParser.parse(text, mark));
      }
      assertEquals(NumberParser.evidence("+" + text), NumberParser.evidence(text));
      assertFalse(NumberParser.looksGroupedByDot(text));
    }
  }

  @Property
  void whatStandsAroundADigitIsNotRead(
      @ForAll("nearlyPlain") String before,
      @ForAll("nearlyPlain") String text,
      @ForAll("nearlyPlain") String after) {
    assertEquals(
        NumberParser.plain(text.toCharArray(), 0, text.length()),
        NumberParser.plain(
            (before + text + after).toCharArray(),
            before.length(),
            before.length() + text.length()));
  }

  @Provide
  Arbitrary<String> nearlyPlain() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars('0', '1', '9', '.').ofMaxLength(20),
        Arbitraries.strings().withCharRange('0', '9').ofMaxLength(17),
        Arbitraries.strings().withChars("0123456789.,-+ eK%٣").ofMaxLength(8),
        Arbitraries.strings());
  }

  @Test
  void theMarkDecidesWhatACellAloneDoesNotTell() {
    assertEquals(1234, NumberParser.parse("1,234", Mark.DOT).value());
    assertEquals(1.234, NumberParser.parse("1,234", Mark.COMMA).value());
    assertEquals(48200, NumberParser.parse("48.200", Mark.COMMA).value());
    assertEquals(48.2, NumberParser.parse("48.200", Mark.DOT).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "  ", "-", "–", "N/A", "NA", "N/A'", "n.a.", "null", "NaN", "NaN%", "#VALOR!", "#N/A",
        "#DIV/0!", "unknown", "?"
      })
  void theWaysToSayUnknownAreUnknownAndNotZero(String text) {
    assertEquals(Kind.UNKNOWN, NumberParser.parse(text, Mark.DOT).kind());
    assertTrue(Double.isNaN(NumberParser.parse(text, Mark.DOT).value()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "12 apples",
        "1,23,456",
        "1.2.3",
        "1,234k",
        "12k3",
        "1e999",
        "--3",
        "1,2,3.4",
        "k",
        "%",
        "inf",
        "0x10",
        "1 2"
      })
  void whatIsNoNumberIsNotTakenForOne(String text) {
    assertEquals(Kind.NOT_A_NUMBER, NumberParser.parse(text, Mark.DOT).kind());
  }

  @Test
  void aVeryLongCellIsNoNumber() {
    assertEquals(Kind.NOT_A_NUMBER, NumberParser.parse("9".repeat(10_000), Mark.DOT).kind());
  }

  @Test
  void abbreviatedAndPercentAreTold() {
    assertTrue(NumberParser.parse("1.2K", Mark.DOT).abbreviated());
    assertFalse(NumberParser.parse("1200", Mark.DOT).abbreviated());
    assertTrue(NumberParser.parse("2%", Mark.DOT).percent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "€350 | 350 | EUR",
        "350 EUR | 350 | EUR",
        "eur 350 | 350 | EUR",
        "$1,200 | 1200 | USD",
        "1.2k USD | 1200 | USD",
        "£ 80 | 80 | GBP",
        "350 | 350 | ''"
      })
  void moneyIsReadWithItsCurrency(String text, double amount, String currency) {
    NumberParser.Cell cell = NumberParser.parseMoney(text, Mark.DOT);
    assertEquals(amount, cell.value());
    assertEquals(currency, cell.currency());
  }

  @Test
  void aWordThatIsNoCurrencyIsNoMoney() {
    assertEquals(Kind.NOT_A_NUMBER, NumberParser.parseMoney("350 xyz", Mark.DOT).kind());
    assertEquals(Kind.NOT_A_NUMBER, NumberParser.parseMoney("on request", Mark.DOT).kind());
    assertEquals(Kind.UNKNOWN, NumberParser.parseMoney("N/A", Mark.DOT).kind());
  }

  @Test
  void aCellProvesADecimalMarkOrNot() {
    assertEquals(Optional.of(Mark.DOT), NumberParser.evidence("1.39%"));
    assertEquals(Optional.of(Mark.DOT), NumberParser.evidence("1,234,567"));
    assertEquals(Optional.of(Mark.COMMA), NumberParser.evidence("1.234.567"));
    assertEquals(Optional.of(Mark.COMMA), NumberParser.evidence("12,3k"));
    assertEquals(Optional.of(Mark.COMMA), NumberParser.evidence("1.234,50"));
    assertEquals(Optional.empty(), NumberParser.evidence("48.200"));
    assertEquals(Optional.empty(), NumberParser.evidence("48200"));
    assertEquals(Optional.empty(), NumberParser.evidence("abc"));
  }

  @Test
  void countsAreNumbersOfPeople() {
    assertEquals(OptionalDouble.of(48_200), NumberParser.count("48.2k"));
    assertEquals(OptionalDouble.empty(), NumberParser.count("-3"));
    assertEquals(OptionalDouble.empty(), NumberParser.count("5%"));
    assertEquals(OptionalDouble.empty(), NumberParser.count("many"));
  }

  @Property
  void everyDoubleReadsBackToTheSameBits(@ForAll @DoubleRange(min = 0, max = 1e18) double value) {
    assertEquals(value, NumberParser.parse(Double.toString(value), Mark.DOT).value(), 0.0);
  }

  @Property
  void everyGroupedIntegerReadsBack(@ForAll @LongRange(min = 0, max = 1L << 53) long value) {
    String english = String.format(Locale.ROOT, "%,d", value);
    assertEquals((double) value, NumberParser.parse(english, Mark.DOT).value(), 0.0);
    assertEquals(
        (double) value, NumberParser.parse(english.replace(',', '.'), Mark.COMMA).value(), 0.0);
    assertEquals(
        (double) value, NumberParser.parse(english.replace(',', ' '), Mark.DOT).value(), 0.0);
  }

  @Property
  void everyAbbreviationIsItsNumber(@ForAll @LongRange(min = 0, max = 9_999_999) long tenths) {
    String text = tenths / 10 + "." + tenths % 10;
    assertEquals(tenths * 100.0, NumberParser.parse(text + "K", Mark.DOT).value(), 0.0);
    assertEquals(tenths * 100_000.0, NumberParser.parse(text + "m", Mark.DOT).value(), 0.0);
  }

  @Property
  void noTextBreaksTheReader(@ForAll String text) {
    NumberParser.Cell cell = NumberParser.parse(text, Mark.DOT);
    assertEquals(cell.isNumber(), !Double.isNaN(cell.value()));
    NumberParser.parseMoney(text, Mark.COMMA);
    NumberParser.evidence(text);
  }
}
