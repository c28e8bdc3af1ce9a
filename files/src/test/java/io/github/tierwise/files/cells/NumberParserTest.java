package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.NumberParser.Kind;
import io.github.tierwise.files.cells.NumberParser.Mark;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
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

  /** A cell such as {@code 48.200}, which alone could be either. */
  private static final Pattern GROUPED_BY_DOT = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

  private static final NumberStyle MONEY = new NumberStyle(Mark.DOT, false, true, 0, "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,200,- | DOT", "1.200,- | COMMA", "€ 1.200,– | COMMA"})
  void whereThereAreNoCentsAMarkGroups(String cell, Mark proven) {
    for (Mark mark : Mark.values()) {
      assertEquals(
          1200, NumberParser.parse(cell, new NumberStyle(mark, false, true, 0, "")).value());
    }
    assertFalse(NumberParser.isAmbiguous(cell));
    assertEquals(Optional.of(proven), NumberParser.evidence(cell));
  }

  @Test
  void aScaledNumberThatMayBeAGroupSaysSo() {
    assertEquals(
        Optional.of(
            "\"1,234%\" is a decimal or a group of thousands; for a decimal say --as"
                + " FIELD=decimal-comma"),
        NumberParser.doubt("1,234%", NumberStyle.of(Mark.DOT)));
    assertEquals(1.234e6, NumberParser.parse("1,234M", NumberStyle.of(Mark.COMMA)).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5만 팔로워", "12,3 tysięcy", "3 millón", "비공개", "masqué"})
  void wordsWithTheirMarksApartAreTheSameWords(String cell) {
    NumberStyle style = new NumberStyle(Mark.COMMA, true, false, 0, "");
    NumberParser.Cell composed = NumberParser.parse(cell, style);
    NumberParser.Cell apart =
        NumberParser.parse(Normalizer.normalize(cell, Normalizer.Form.NFD), style);
    assertTrue(composed.kind() != Kind.NOT_A_NUMBER, cell);
    assertEquals(composed.kind(), apart.kind());
    assertEquals(composed.value(), apart.value());
  }

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
  void digitsAreAWholeNumberWhereverTheyStand(
      @ForAll("nearlyDigits") String text,
      @ForAll @IntRange(max = 9) int before,
      @ForAll @IntRange(max = 9) int behind) {
    byte[] bytes = latin("7".repeat(before) + text + "7".repeat(behind));
    boolean whole = text.matches("[0-9]{1,15}");
    assertEquals(
        whole ? Long.parseLong(text) : -1,
        NumberParser.whole(bytes, before, before + text.length()),
        text);
  }

  @Provide
  Arbitrary<String> nearlyDigits() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(17);
    // The neighbours of digits in ASCII, and bytes that differ from digits in one bit.
    Arbitrary<String> others =
        Arbitraries.strings().withChars("0189/:;.-@pP\u00b0\u00b9\u0000 ").ofMaxLength(10);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, digits), net.jqwik.api.Tuple.of(1, others));
  }

  @Property
  void plainDigitsAreTheNearestDouble(
      @ForAll @LongRange(min = 0, max = 99_999_999_999L) long digits,
      @ForAll @IntRange(min = 0, max = 12) int decimals) {
    String text = BigDecimal.valueOf(digits, decimals).toPlainString();
    if (!GROUPED_BY_DOT.matcher(text).matches()) {
      for (Mark mark : Mark.values()) {
        assertEquals(Double.parseDouble(text), NumberParser.parse(text, mark).value(), 0.0);
      }
      assertEquals(decimals > 0, NumberParser.evidence(text).equals(Optional.of(Mark.DOT)));
    }
  }

  @Property
  void plainDigitsAreReadAsAllOtherNumbersAre(@ForAll("nearlyPlain") String text) {
    double plain = NumberParser.plain(latin(text), 0, text.length());
    if (!Double.isNaN(plain)) {
      // A sign changes nothing but the way by which the number is read.
      for (Mark mark : Mark.values()) {
        assertEquals(NumberParser.parse("+" + text, mark), NumberParser.parse(text, mark));
        assertEquals(
            new NumberParser.Cell(Kind.NUMBER, plain, false, false, ""),
            NumberParser.parse(text, mark));
      }
      assertEquals(NumberParser.evidence("+" + text), NumberParser.evidence(text));
      assertFalse(GROUPED_BY_DOT.matcher(text).matches());
    }
  }

  @Property
  void whatStandsAroundADigitIsNotRead(
      @ForAll("nearlyPlain") String before,
      @ForAll("nearlyPlain") String text,
      @ForAll("nearlyPlain") String after) {
    assertEquals(
        NumberParser.plain(latin(text), 0, text.length()),
        NumberParser.plain(
            latin(before + text + after), before.length(), before.length() + text.length()));
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
        "1,2,456",
        "12,34,56",
        "01,23,456",
        "1.23.456",
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
    NumberParser.Cell cell = NumberParser.parse(text, MONEY);
    assertEquals(amount, cell.value());
    assertEquals(currency, cell.currency());
  }

  @Test
  void aWordThatIsNoCurrencyIsNoMoney() {
    assertEquals(Kind.NOT_A_NUMBER, NumberParser.parse("350 xyz", MONEY).kind());
    assertEquals(Kind.UNKNOWN, NumberParser.parse("N/A", MONEY).kind());
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,34,567 | 1234567",
        "1,50,000 | 150000",
        "12,34,567.50 | 1234567.5",
        "4,56,000 | 456000"
      })
  void indianGroupsAreReadAndProveThatCommasGroup(String text, double value) {
    for (Mark mark : Mark.values()) {
      assertEquals(value, NumberParser.parse(text, mark).value(), 0.0);
    }
    assertEquals(Optional.of(Mark.DOT), NumberParser.evidence(text));
    assertFalse(NumberParser.isAmbiguous(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2万 | 12000 | 万 is ten thousand",
        "3.4w | 34000 | w is ten thousand",
        "3.4W | 34000 | W is ten thousand",
        "1.5亿 | 150000000 | 亿 is a hundred million",
        "1億 | 100000000 | 億 is a hundred million",
        "2萬 | 20000 | 萬 is ten thousand",
        "3千 | 3000 | 千 is a thousand",
        "3천 | 3000 | 천 is a thousand",
        "5만 | 50000 | 만 is ten thousand",
        "2억 | 200000000 | 억 is a hundred million",
        "1.5 lakh | 150000 | lakh is a hundred thousand",
        "2 Lac | 200000 | Lac is a hundred thousand",
        "1.2 crore | 12000000 | crore is ten million",
        "1.2cr | 12000000 | cr is ten million",
        "12 тыс | 12000 | тыс is a thousand",
        "12 ТЫС. | 12000 | ТЫС is a thousand",
        "1,2 млн | 1200000 | млн is a million",
        "2 млрд | 2000000000 | млрд is a billion",
        "12 tys. | 12000 | tys is a thousand",
        "1.2 mln | 1200000 | mln is a million",
        "1,2 Mio | 1200000 | Mio is a million",
        "1,2 Mio. | 1200000 | Mio is a million",
        "3 mrd | 3000000000 | mrd is a billion",
        "3 mld | 3000000000 | mld is a billion",
        "3 mlrd | 3000000000 | mlrd is a billion",
        "1.2MM | 1200000 | MM is a million",
        "1.2 million | 1200000 | million is a million",
        "2 Millions | 2000000 | Millions is a million",
        "3 billion | 3000000000 | billion is a billion",
        "15 thousand | 15000 | thousand is a thousand",
        "12 rb | 12000 | rb is a thousand",
        "12 ribu | 12000 | ribu is a thousand",
        "1,2 jt | 1200000 | jt is a million",
        "1,2 Juta | 1200000 | Juta is a million",
        "475.8M | 475800000 | M is a million",
        "48.2K | 48200 | K is a thousand",
        "2bn | 2000000000 | bn is a billion",
        "2B | 2000000000 | B is a billion",
      })
  void unitsOfManyLanguagesAreReadAndSaid(String text, double value, String rule) {
    NumberParser.Cell cell = NumberParser.parse(text, Mark.DOT);
    assertEquals(value, cell.value(), 0.0);
    assertTrue(cell.abbreviated());
    assertEquals(rule, cell.rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15 mil | es | 15000 | mil is a thousand in Spanish and Portuguese",
        "1,5 mil | pt | 1500 | mil is a thousand in Spanish and Portuguese",
        "1,2 mi | pt | 1200000 | mi is a million in Portuguese",
        "12 B | tr | 12000 | B is a thousand in Turkish",
        "12 bin | tr | 12000 | bin is a thousand",
        "2L | hi | 200000 | L is a hundred thousand",
      })
  void theHeadersLanguageDecidesWhatAUnitIs(
      String text, String language, double value, String rule) {
    NumberParser.Cell cell =
        NumberParser.parse(text, new NumberStyle(Mark.COMMA, true, false, 0, language));
    assertEquals(value, cell.value(), 0.0);
    assertEquals(rule, cell.rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15 mil | '' | '\"15 mil\" is 15 thousand in Spanish and Portuguese, 15 million in"
            + " English'",
        "1.2 M | id | '\"1.2 M\" is 1.2 billion (miliar) in Indonesian, 1.2 million in English'",
        "kr 500 | '' | '\"kr 500\" is 500 in Danish, Swedish, Norwegian or Icelandic crowns'",
        "¥500 | '' | '\"¥500\" is 500 in Japanese yen or Chinese yuan'",
      })
  void whatIsTwoNumbersInTwoLanguagesIsNoneAndBothAreSaid(
      String text, String language, String doubt) {
    NumberStyle style = new NumberStyle(Mark.DOT, false, true, 0, language);
    assertEquals(Kind.NOT_A_NUMBER, NumberParser.parse(text, style).kind());
    assertEquals(Optional.of(doubt), NumberParser.doubt(text, style));
  }

  @Test
  void aNumberAndANonsenseAreInNoDoubt() {
    NumberStyle style = NumberStyle.of(Mark.DOT);
    assertEquals(Optional.empty(), NumberParser.doubt("48.2K", style));
    assertEquals(Optional.empty(), NumberParser.doubt("abc", style));
    assertEquals(Optional.empty(), NumberParser.doubt("hidden", style));
  }

  private static NumberParser.Cell whole(String text) {
    return NumberParser.parse(text, new NumberStyle(Mark.DOT, true, false, 0, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48.200 | 48200 | the dot groups digits",
        "48,200 | 48200 | the comma groups digits",
        "1.204.500 | 1204500 | ''",
        "1,204,500 | 1204500 | ''",
        "0.031 | 0.031 | ''",
        "0,031 | 0.031 | ''",
        "12000.0 | 12000 | ''",
        "1.234M | 1234000 | M is a million",
        "1.5 | 1.5 | ''",
        "-1 | -1 | ''",
        "10K+ | 10000 | K is a thousand; rounded, as said",
        "500+ | 500 | 'rounded, as said'",
        "1.2万+ | 12000 | 万 is ten thousand; rounded, as said",
        "~5k | 5000 | k is a thousand; rounded, as said",
        "ca. 48.200 | 48200 | the dot groups digits; rounded, as said",
        "approx 500 | 500 | 'rounded, as said'",
        "48.2K followers | 48200 | K is a thousand",
        "5万粉丝 | 50000 | 万 is ten thousand",
        "1,204 Follower | 1204 | the comma groups digits"
      })
  void countsOfPeopleAreWhole(String text, double value, String rule) {
    for (Mark mark : Mark.values()) {
      if (!(text.contains("M") && mark == Mark.COMMA)) {
        NumberParser.Cell cell =
            NumberParser.parse(text, new NumberStyle(mark, true, false, 0, ""));
        assertEquals(value, cell.value(), 0.0);
        assertEquals(rule, cell.rule());
      }
    }
  }

  @Test
  void wholeDoesNotHoldUnderAUnit() {
    NumberStyle millions = new NumberStyle(Mark.DOT, true, false, 6, "");
    assertEquals(31_000, NumberParser.parse("0.031", millions).value(), 0.0);
    assertEquals(1_204_000, NumberParser.parse("1.204", millions).value(), 0.0);
    assertEquals(475_800, NumberParser.parse("475.8K", millions).value(), 0.0);
    assertEquals(
        "times a million, as the header says", NumberParser.parse("0.031", millions).rule());
    assertTrue(NumberParser.parse("0.031", millions).abbreviated());
    assertEquals(0.5, NumberParser.parse("50%", millions).value(), 0.0);
    assertEquals(Kind.NOT_A_NUMBER, whole("1,234k").kind());
    assertEquals("", NumberParser.parse("0", NumberStyle.of(Mark.DOT)).rule());
  }

  @Property
  void aHeadersUnitIsExact(
      @ForAll @LongRange(min = 0, max = 99_999_999) long digits,
      @ForAll @IntRange(min = 0, max = 6) int decimals,
      @ForAll @IntRange(min = 1, max = 9) int power) {
    BigDecimal written = BigDecimal.valueOf(digits, decimals);
    assertEquals(
        written.scaleByPowerOfTen(power).doubleValue(),
        NumberParser.parse(
                written.toPlainString(), new NumberStyle(Mark.DOT, true, false, power, ""))
            .value(),
        0.0);
  }

  @Property
  void plainDigitsInAStyleAreReadAsInACell(
      @ForAll("nearlyPlain") String text,
      @ForAll Mark mark,
      @ForAll boolean whole,
      @ForAll boolean money,
      @ForAll @IntRange(min = 0, max = 12) int power) {
    NumberStyle style = new NumberStyle(mark, whole, money, power, "");
    double plain = NumberParser.plain(latin(text), 0, text.length(), style);
    if (!Double.isNaN(plain)) {
      assertEquals(plain, NumberParser.parse(text, style).value(), 0.0);
    }
  }

  @Property
  void anAmbiguousCellIsTwoNumbersAndNoOtherIs(@ForAll("likelyNumbers") String text) {
    double dot = NumberParser.parse(text, MONEY).value();
    double comma =
        NumberParser.parse(text, new NumberStyle(Mark.COMMA, false, true, 0, "")).value();
    if (!Double.isNaN(dot) && !Double.isNaN(comma)) {
      assertEquals(dot != comma, NumberParser.isAmbiguous(text), text);
    }
    if (NumberParser.isAmbiguous(text)) {
      assertEquals(Optional.empty(), NumberParser.evidence(text));
    }
  }

  @Property
  void whatIsProvenIsANumberWithTheProvenMark(@ForAll("likelyNumbers") String text) {
    NumberParser.evidence(text)
        .ifPresent(
            mark ->
                assertTrue(
                    NumberParser.parse(text, new NumberStyle(mark, true, true, 0, "")).kind()
                        != Kind.NOT_A_NUMBER,
                    text));
  }

  @Provide
  Arbitrary<String> likelyNumbers() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("01239.,").ofMaxLength(9),
        Arbitraries.strings().withChars("12.,k% +$€'").ofMaxLength(8),
        Arbitraries.of("$", "€", "+", "-", " ", "~", "")
            .flatMap(
                before ->
                    Arbitraries.of(
                            "1.204",
                            "1,204",
                            "0.204",
                            "1.204.500",
                            "1.95",
                            "12,345",
                            "1204,5",
                            "1.204%",
                            "1,204k")
                        .map(number -> before + number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.204",
        "1,204",
        "48.200",
        "999,999",
        "+1.204",
        "-1,204",
        "$1.204",
        "1,204 EUR",
        " 1.204 ",
        "€ 1,204",
        "1,204 followers",
        "1,204+",
        "~1.204",
        "１．２０４"
      })
  void aCellThatCanBeReadInTwoWaysIsAmbiguous(String text) {
    assertTrue(NumberParser.isAmbiguous(text));
    assertEquals(Optional.empty(), NumberParser.evidence(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.204",
        "1.204.500",
        "1.95",
        "1204",
        "12345.678",
        "1.204%",
        "1.204k",
        "1,204M",
        "1.204e3",
        "1 204",
        "1 204,500",
        "12,34,567",
        "abc",
        "",
        "1.204 apples",
        "1.204 - 1.300"
      })
  void aCellThatCanBeReadInOneWayOrNoneIsNotAmbiguous(String text) {
    assertFalse(NumberParser.isAmbiguous(text));
  }

  @Test
  void whatIsNoNumberProvesNoMark() {
    for (String text : new String[] {"27.03.2026", "1.2.3", "1,2,3", "1,2 apples", "1.5-2.5"}) {
      assertEquals(Optional.empty(), NumberParser.evidence(text), text);
    }
    assertEquals(Optional.of(Mark.COMMA), NumberParser.evidence("€1.204,50"));
    assertEquals(Optional.of(Mark.COMMA), NumberParser.evidence("~1,5 Mio."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden",
        "Hidden",
        "private",
        "none",
        "--",
        "…",
        "...",
        "–",
        ".",
        "k.A.",
        "k. A.",
        "s/d",
        "нет",
        "无",
        "\\N",
        "oculto",
        "非公開",
        "\uFEFF",
        "\u00A0-\u00A0",
        "\u200B"
      })
  void wordsForUnknownInManyLanguagesAreUnknown(String text) {
    assertTrue(NumberParser.isUnknown(text));
    assertEquals(Kind.UNKNOWN, NumberParser.parse(text, Mark.DOT).kind());
  }

  @Test
  void aHiddenCountSaysWhyItIsUnknown() {
    assertEquals("\"Hidden\" means unknown", whole(" Hidden ").rule());
    assertEquals("", whole(" ").rule());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20k-50k", "400 - 700", "20K – 50K", "5 to 10", "1-2", "1.5~2.5"})
  void aRangeIsNoNumber(String text) {
    assertEquals(Kind.NOT_A_NUMBER, whole(text).kind());
    assertEquals('"' + text + "\" is a range and no number", whole(text).rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "US$650 | 650 | USD",
        "us$ 650 | 650 | USD",
        "650 US$ | 650 | USD",
        "CA$650 | 650 | CAD",
        "C$650 | 650 | CAD",
        "A$650 | 650 | AUD",
        "R$ 1.200,50 | 1200.5 | BRL",
        "Rs. 25,000.50 | 25000.5 | INR",
        "Rs500 | 500 | INR",
        "₹1,50,000 | 150000 | INR",
        "1 200,50 zł | 1200.5 | PLN",
        "500 USD / post | 500 | USD",
        "500 USD/post | 500 | USD",
        "700 USD per post | 700 | USD",
        "$700 per post | 700 | USD",
        "700€ pro Beitrag | 700 | EUR",
        "1.2k USD / post | 1200 | USD",
        "500,- € | 500 | EUR",
        "ca. $500 | 500 | USD",
        "Rp 1,5 jt | 1500000 | IDR",
        "₩5만 | 50000 | KRW",
        "USD500 | 500 | USD",
        "500\u00A0€ | 500 | EUR"
      })
  void moneyIsReadWithManySigns(String text, double amount, String currency) {
    NumberParser.Cell cell = NumberParser.parse(text, MONEY);
    assertEquals(amount, cell.value(), 0.0);
    assertEquals(currency, cell.currency());
  }

  @Test
  void aSignOfManyCurrenciesIsReadWhereTheLanguageTells() {
    assertEquals(
        "SEK",
        NumberParser.parse("500 kr", new NumberStyle(Mark.DOT, false, true, 0, "sv")).currency());
    assertEquals(
        "JPY",
        NumberParser.parse("¥500", new NumberStyle(Mark.DOT, false, true, 0, "ja")).currency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from 300 | is a bound and no quote",
        "ab 300 | is a bound and no quote",
        "ab 300 € | is a bound and no quote",
        "from $300 | is a bound and no quote",
        "up to 500 USD | is a bound and no quote",
        "min. 300 | is a bound and no quote",
        ">300 | is a bound and no quote",
        "$500+ | is a bound and no quote",
        "500+ USD | is a bound and no quote",
        "$400 - $700 | is a range and no quote",
        "400-700 EUR | is a range and no quote",
        "400 to 700 | is a range and no quote",
        "on request | is no quote",
        "On Request | is no quote",
        "gifted | is no quote",
        "negotiable | is no quote",
        "auf Anfrage | is no quote",
        "面议 | is no quote",
        "TBD | is no quote",
        "700 USD per reel | is no price of a post",
        "n/a | means unknown"
      })
  void whatIsNoQuoteIsUnknownWithAReason(String text, String reason) {
    NumberParser.Cell cell = NumberParser.parse(text, MONEY);
    assertEquals(Kind.UNKNOWN, cell.kind());
    assertTrue(Double.isNaN(cell.value()));
    assertEquals('"' + text + "\" " + reason, cell.rule());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from 300",
        "$500",
        "500 USD",
        "500 / post",
        "gifted",
        "48.2K likes",
        "12k k",
        "5%%",
        "++5",
        "~~5",
        "2L",
        "1.2 mi",
        "5 fans fans",
        "15 mil",
        ">10k",
        "1\n234",
        "1万2千"
      })
  void whatBelongsToMoneyOrToNothingIsNoCount(String text) {
    assertEquals(Kind.NOT_A_NUMBER, whole(text).kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "٤٨٢٠٠ | 48200",
        "۴۸۲۰۰ | 48200",
        "४८२०० | 48200",
        "４８２００ | 48200",
        "４８，２００ | 48200",
        "٤٨٬٢٠٠ | 48200",
        "١٫٢٠٤ | 1.204",
        "٥٠٪ | 0.5",
        "48\u202F200 | 48200",
        "48\u00A0200 | 48200",
        "48\u2009200 | 48200",
        "48’200 | 48200",
        "48\u200B200 | 48200",
        "\uFEFF48200 | 48200"
      })
  void digitsAndSpacesOfAnyScriptAreRead(String text, double value) {
    assertEquals(value, NumberParser.parse(text, Mark.DOT).value(), 0.0);
  }

  @Test
  void aStyleOutOfReachIsRefused() {
    assertEquals(
        "power must be in [0, 12], was 13",
        assertThrows(
                IllegalArgumentException.class,
                () -> new NumberStyle(Mark.DOT, true, false, 13, ""))
            .getMessage());
  }

  @Test
  void cellsOfMegabytesTakeNoTime() {
    for (String unit : new String[] {"9", "#", "-", " ", "$", "1.", "1,234 ", "k", "٣", "~"}) {
      String text = "1" + unit.repeat(2_000_000) + "1";
      assertTimeout(
          Duration.ofSeconds(2),
          () -> {
            for (Mark mark : Mark.values()) {
              NumberStyle style = new NumberStyle(mark, true, true, 3, "es");
              assertEquals(Kind.NOT_A_NUMBER, NumberParser.parse(text, style).kind());
            }
            assertFalse(NumberParser.isUnknown(text));
            assertFalse(NumberParser.isAmbiguous(text));
            assertEquals(Optional.empty(), NumberParser.evidence(text));
          });
    }
  }

  @Property
  void noTextBreaksAnyStyle(
      @ForAll("anyText") String text,
      @ForAll Mark mark,
      @ForAll boolean whole,
      @ForAll boolean money,
      @ForAll @IntRange(min = 0, max = 12) int power) {
    NumberParser.Cell cell =
        NumberParser.parse(text, new NumberStyle(mark, whole, money, power, "es"));
    assertEquals(cell.isNumber(), !Double.isNaN(cell.value()));
    assertFalse(Double.isInfinite(cell.value()));
    NumberParser.isAmbiguous(text);
  }

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("0123.,-–+~ '$€kKmM%eE/postab万").ofMaxLength(12));
  }

  @Property
  void noTextBreaksTheReader(@ForAll String text) {
    NumberParser.Cell cell = NumberParser.parse(text, Mark.DOT);
    assertEquals(cell.isNumber(), !Double.isNaN(cell.value()));
    NumberParser.parse(text, new NumberStyle(Mark.COMMA, false, true, 0, ""));
    NumberParser.evidence(text);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
