package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "1604768557, 2020-11-07T17:02:37Z",
    "1604768557.5, 2020-11-07T17:02:37Z",
    "1604768557000, 2020-11-07T17:02:37Z",
    "2020-11-07T17:02:37Z, 2020-11-07T17:02:37Z",
    "2020-11-07T17:02:37.687Z, 2020-11-07T17:02:37.687Z",
    "2020-11-07T17:02:37+01:00, 2020-11-07T16:02:37Z",
    "2020-11-07 17:02:37+0100, 2020-11-07T16:02:37Z",
    "2020-11-07 17:02:37 UTC, 2020-11-07T17:02:37Z",
    "2020-11-07 17:02, 2020-11-07T17:02:00Z",
    "' 2020-11-07 ', 2020-11-07T00:00:00Z",
  })
  void momentsAreReadAsFilesWriteThem(String text, Instant moment) {
    assertEquals(Optional.of(moment), Times.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "31-08-2023",
        "08/11/2020",
        "2020-02-30",
        "2020-11-07T25:00:00Z",
        "2020-11-07T17:00:00+99:00",
        "12",
        "16047685571",
        "yesterday"
      })
  void whatCouldBeTwoMomentsOrNoneIsNotRead(String text) {
    assertEquals(Optional.empty(), Times.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1774591680 | 2026-03-27T06:08:00Z",
        "1774591680000 | 2026-03-27T06:08:00Z",
        "2026-03-27T06:08:00Z | 2026-03-27T06:08:00Z",
        "2026-03-27T06:08:00+0000 | 2026-03-27T06:08:00Z",
        "2026-03-27 06:08 | 2026-03-27T06:08:00Z",
        "2026-03-27 6:08 | 2026-03-27T06:08:00Z",
        "2026-03-27 06:08:00 EDT | 2026-03-27T10:08:00Z",
        "2026/03/27 06:08:05 | 2026-03-27T06:08:05Z",
        "03/27/2026 06:08 | 2026-03-27T06:08:00Z",
        "3/27/2026 6:08:05 PM | 2026-03-27T18:08:05Z",
        "3/27/2026, 12:08 am | 2026-03-27T00:08:00Z",
        "3/27/2026 12:08 p.m. | 2026-03-27T12:08:00Z",
        "27/03/2026 18:15 | 2026-03-27T18:15:00Z",
        "27.03.2026 18:15 | 2026-03-27T18:15:00Z",
        "03.04.2026, 18:15 | 2026-04-03T18:15:00Z",
        "27-03-2026 18:15 | 2026-03-27T18:15:00Z",
        "27 March 2026 18:15 | 2026-03-27T18:15:00Z",
        "March 27, 2026 at 6:15 PM | 2026-03-27T18:15:00Z",
        "Fri Mar 27 06:08:00 +0000 2026 | 2026-03-27T06:08:00Z",
        "Fri Mar 27 06:08:00 CET 2026 | 2026-03-27T05:08:00Z",
        "Fri, 27 Mar 2026 06:08:00 GMT | 2026-03-27T06:08:00Z",
        "Fri, 27 Mar 2026 06:08:00 +0200 | 2026-03-27T04:08:00Z",
        "Fri Mar 27 2026 06:08:00 GMT+0200 (Central European Summer Time) | 2026-03-27T04:08:00Z",
        "27.03.2026 18:15 MESZ | 2026-03-27T16:15:00Z",
        "2026-03-27 06:08:00 GMT-5 | 2026-03-27T11:08:00Z",
        "2026-03-27 06:08:00.250 PDT | 2026-03-27T13:08:00.250Z",
        "2026年3月27日 18:15 | 2026-03-27T18:15:00Z",
        "2026\u00A0-03-27 | ",
      })
  void timesInManyFormsAreExact(String text, Instant moment) {
    assertEquals(Optional.ofNullable(moment).map(Moment::at), Times.parse(text, DateOrder.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-27",
        "2026-3-27",
        "2026/03/27",
        "2026.03.27",
        "03/27/2026",
        "27/03/2026",
        "27.03.2026",
        "27.3.2026",
        "27-03-2026",
        "Mar 27, 2026",
        "mar 27 2026",
        "March 27th, 2026",
        "27 Mar 2026",
        "27-Mar-2026",
        "27th of March 2026",
        "Friday, March 27, 2026",
        "27. März 2026",
        "27. Mär. 2026",
        "Freitag, 27. März 2026",
        "27 de marzo de 2026",
        "27 mar 2026",
        "27 de março de 2026",
        "27 mars 2026",
        "vendredi 27 mars 2026",
        "27 marzo 2026",
        "27 Mart 2026",
        "27 marca 2026",
        "27 Maret 2026",
        "2026年3月27日",
        "2026년 3월 27일",
        "２０２６/03/27",
        " \uFEFF2026-03-27\u00A0"
      })
  void aDateIsTheIntervalOfItsDay(String text) {
    Moment day =
        new Moment(
            Instant.parse("2026-03-27T00:00:00Z"), Instant.parse("2026-03-27T23:59:59.999999999Z"));
    for (DateOrder order : DateOrder.values()) {
      assertEquals(Optional.of(day), Times.parse(text, order), text);
    }
    assertFalse(day.isExact());
    assertFalse(Times.isAmbiguous(text));
  }

  @ParameterizedTest
  @CsvSource({
    "12 Ağustos 2026, 2026-08-12",
    "1er août 2026, 2026-08-01",
    "5 sierpnia 2026, 2026-08-05",
    "5 Agustus 2026, 2026-08-05",
    "5 Okt 2026, 2026-10-05",
    "5 dic 2026, 2026-12-05",
    "5 dez. 2026, 2026-12-05",
    "5 Kasım 2026, 2026-11-05",
    "5 KASIM 2026, 2026-11-05",
    "5 gennaio 2026, 2026-01-05",
    "5 Sept 2026, 2026-09-05",
    "5 Sep 2026, 2026-09-05",
    "5 października 2026, 2026-10-05"
  })
  void monthsHaveNamesInNineLanguages(String text, LocalDate date) {
    assertEquals(
        Optional.of(date.atStartOfDay(ZoneOffset.UTC).toInstant()),
        Times.parse(text, DateOrder.UNKNOWN).map(Moment::earliest));
  }

  @Test
  void anAmbiguousDateIsReadInTheOrderOfItsColumnAlone() {
    for (String text : List.of("03/04/2026", "3/4/2026", "03-04-2026", "03/04/2026 10:00 PM")) {
      assertTrue(Times.isAmbiguous(text));
      assertEquals(Optional.empty(), Times.evidence(text));
      assertEquals(Optional.empty(), Times.parse(text, DateOrder.UNKNOWN));
      assertEquals(
          LocalDate.of(2026, 4, 3),
          LocalDate.ofInstant(
              Times.parse(text, DateOrder.DAY_FIRST).orElseThrow().earliest(), ZoneOffset.UTC));
      assertEquals(
          LocalDate.of(2026, 3, 4),
          LocalDate.ofInstant(
              Times.parse(text, DateOrder.MONTH_FIRST).orElseThrow().earliest(), ZoneOffset.UTC));
    }
  }

  @Test
  void aDayAbove12ProvesTheOrder() {
    assertEquals(Optional.of(DateOrder.DAY_FIRST), Times.evidence("27/03/2026"));
    assertEquals(Optional.of(DateOrder.DAY_FIRST), Times.evidence("27-03-2026 10:00"));
    assertEquals(Optional.of(DateOrder.MONTH_FIRST), Times.evidence("03/27/2026"));
    for (String text :
        List.of("04/04/2026", "27.03.2026", "2026-03-27", "31/02/2026", "13/13/2026", "", "x")) {
      assertEquals(Optional.empty(), Times.evidence(text), text);
    }
  }

  @Test
  void aDateOfOneReadingIsReadInAnyOrder() {
    for (DateOrder order : DateOrder.values()) {
      assertEquals(
          Times.parse("2026-04-04", order), Times.parse("04/04/2026", order), order.name());
      assertEquals(Times.parse("2026-04-03", order), Times.parse("03.04.2026", order));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3/27/26",
        "27.03.26",
        "27/03/1989",
        "27/03/2101",
        "1989-03-27",
        "2101-01-01",
        "13/13/2026",
        "31/02/2026",
        "2026-02-30",
        "2026-13-01",
        "27/03-2026",
        "27 Foo 2026",
        "Mon Mar 27 06:08:00 +0000 2026",
        "Foo, 27 Mar 2026",
        "2026-03-27 25:00",
        "2026-03-27 13:00 PM",
        "2026-03-27 0:30 AM",
        "2026-03-27 10:61",
        "2026-03-27 10:00 BST",
        "2026-03-27 10:00 IST",
        "2026-03-27 10:00 XYZ",
        "2026-03-27 10:00 EST+2",
        "2026-03-27 10:00 +99:00",
        "2026-03-27 10:00 +01:75",
        "20260327",
        "12",
        "yesterday",
        "100000000",
        "27.03",
        "Mar 2026",
        "1,204",
        "27/03/2026 to 28/03/2026"
      })
  void whatIsNoMomentInAnyOrderIsNotRead(String text) {
    for (DateOrder order : DateOrder.values()) {
      assertEquals(Optional.empty(), Times.parse(text, order), text);
    }
    assertFalse(Times.isAmbiguous(text));
    assertEquals(Optional.empty(), Times.evidence(text));
  }

  @Property
  void everyDateIsReadBackInEveryOrderAndLanguage(
      @ForAll @IntRange(min = 0, max = 40_000) int day, @ForAll("languages") String language) {
    LocalDate date = LocalDate.of(1990, 1, 1).plusDays(day);
    Optional<Moment> whole = Times.parse(date.toString(), DateOrder.UNKNOWN);
    assertTrue(whole.isPresent());
    assertEquals(
        whole,
        Times.parse(date.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")), DateOrder.DAY_FIRST));
    assertEquals(
        whole,
        Times.parse(date.format(DateTimeFormatter.ofPattern("M/d/yyyy")), DateOrder.MONTH_FIRST));
    String words =
        date.format(
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag(language)));
    assertEquals(whole, Times.parse(words, DateOrder.UNKNOWN), words);
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("en", "es", "fr", "de", "it", "tr", "pl", "id");
  }

  @Property
  void noTextBreaksTheReader(@ForAll("texts") String text, @ForAll DateOrder order) {
    Times.parse(text, order)
        .ifPresent(moment -> assertFalse(moment.latest().isBefore(moment.earliest())));
    if (Times.isAmbiguous(text)) {
      assertEquals(Optional.empty(), Times.evidence(text));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("0123/-.: +aprPMTZ年月日").ofMaxLength(24));
  }

  @Test
  void cellsOfMegabytesTakeNoTime() {
    for (String part : List.of("1", "/", "a", " ", "2026-", "Mar ", ":")) {
      String text = part.repeat(2_000_000) + "x";
      assertTimeout(
          Duration.ofSeconds(2),
          () -> {
            assertEquals(Optional.empty(), Times.parse(text, DateOrder.DAY_FIRST));
            assertEquals(Optional.empty(), Times.evidence(text));
          });
    }
  }

  @Test
  void aMomentThatEndsBeforeItBeginsIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Moment(Instant.EPOCH, Instant.EPOCH.minusSeconds(1)));
  }
}
