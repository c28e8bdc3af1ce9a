package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.AudienceCell.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

class AudienceCellTest {

  private static String shares(String cell) {
    return AudienceCell.parse(cell).shares().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{\"DE\": 0.41, \"AT\": 0.2} # DE=0.41 AT=0.2",
        "{\"DE\": 41, \"AT\": 20} # DE=0.41 AT=0.2",
        "{\"DE\": \"41%\", \"AT\": \"20%\"} # DE=0.41 AT=0.2",
        "{'DE': 0.41, 'AT': 0.2} # DE=0.41 AT=0.2",
        "[{\"code\":\"DE\",\"weight\":0.41}] # DE=0.41",
        "[{\"name\":\"Germany\",\"value\":41}] # Germany=0.41",
        "[{\"code\":\"DE\",\"name\":\"Germany\",\"weight\":0.41},{\"code\":\"AT\",\"weight\":0.2}]"
            + " # DE=0.41 AT=0.2",
        "{\"name\":\"Germany\",\"value\":41} # Germany=0.41",
        "DE:45%|AT:12% # DE=0.45 AT=0.12",
        "DE: 45 | AT: 12 # DE=0.45 AT=0.12",
        "Germany (41%), Austria (20%) # Germany=0.41 Austria=0.2",
        "Germany(41%),Austria(20%) # Germany=0.41 Austria=0.2",
        "Germany 41%; Austria 20% # Germany=0.41 Austria=0.2",
        "Germany 41%, Austria 20% # Germany=0.41 Austria=0.2",
        "Germany - 41%, Austria - 20% # Germany=0.41 Austria=0.2",
        "41% Germany, 20% Austria # Germany=0.41 Austria=0.2",
        "41% Germany,20% Austria # Germany=0.41 Austria=0.2",
        "DE=0.41;AT=0.2 # DE=0.41 AT=0.2",
        "DE=0,41;AT=0,2 # DE=0.41 AT=0.2",
        "DE:0.41, AT:0.2 # DE=0.41 AT=0.2",
        "DE:45,AT:12 # DE=0.45 AT=0.12",
        "Germany 0.41; Austria 0.2 # Germany=0.41 Austria=0.2",
        "Germany (0.41), Austria (0.2) # Germany=0.41 Austria=0.2",
        "Milan (38%) # Milan=0.38",
        "Korea, Republic of (38%); Japan (10%) # Korea, Republic of=0.38 Japan=0.1",
        "25-34 (52%) # 25-34=0.52",
        "18-24 (20%),25-34 (52%) # 18-24=0.2 25-34=0.52",
        "18-24: 20%, 25-34: 52%, 65+: 1% # 18-24=0.2 25-34=0.52 65+=0.01",
        "F 62% / M 38% # F=0.62 M=0.38",
        "F: 62 / M: 38 # F=0.62 M=0.38",
        "Female 62,5% Male # ",
        "Female 62,5%; Male 37,5% # Female=0.625 Male=0.375",
        "DE:45%|AT:12%| # DE=0.45 AT=0.12",
        "DE:1 # DE=1.0",
        "DE:0 # DE=0.0"
      })
  void sharesAreReadInManyForms(String cell, String shares) {
    assertEquals(shares == null ? "" : shares, shares(cell));
    assertEquals(List.of(), AudienceCell.parse(cell).labels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Germany (61%), Austria (60%) # has shares of 121% together",
        "DE:0.6|AT:0.6 # has shares of 120% together",
        "{\"DE\": 140} # has a share that is not between 0 and 100%",
        "{\"DE\": -1} # has a share that is not between 0 and 100%",
        "{\"DE\": 1e999} # has a share that is not between 0 and 100%",
        "DE:45%|DE:12% # has two shares of \"DE\"",
        "DE:45%|AT:0.2 # has shares with a percent sign and below 1 without one",
        "DE:45%|AT # has a share for some of its values and none for others",
        "[{\"code\":\"DE\",\"weight\":0.4},{\"code\":\"AT\"}]"
            + " # has a share for some of its values and none for others",
        "{\"DE\": 0.4 # begins as JSON does and is none",
        "{\"DE\": 0.4, \"DE\": 0.2} # begins as JSON does and is none",
        "[DE, AT] # begins as JSON does and is none",
        "{\"DE\": [1]} # is JSON without names and shares",
        "[1, 2] # is JSON without names and shares",
        "0.41 # has a number that stands for nothing",
        "Germany; 41 # has a number that stands for nothing"
      })
  void whatIsNeitherSharesNorLabelsSaysWhy(String text, String reason) {
    AudienceCell cell = AudienceCell.parse(text);
    assertEquals(Quote.of(text) + " " + reason, cell.reason());
    assertEquals(Map.of(), cell.shares());
    assertEquals(List.of(), cell.labels());
  }

  @Test
  void aLineEndPartsShares() {
    assertEquals("DE=0.415 AT=0.2", shares("DE: 41.5%\r\nAT: 20%"));
  }

  @Test
  void topicsMayOverlap() {
    AudienceCell cell = AudienceCell.parse("beauty (80%), travel (60%)", Labels.TOPICS);
    assertEquals(Map.of("beauty", 0.8, "travel", 0.6), cell.shares());
    assertEquals("", cell.reason());
  }

  @Test
  void textWithoutNumbersIsLabels() {
    assertEquals(List.of("DE", "AT"), AudienceCell.parse("DE; AT|DE").labels());
    assertEquals(List.of("DE", "AT"), AudienceCell.parse("[\"DE\", \"AT\"]").labels());
    assertEquals(List.of("DE"), AudienceCell.parse("[{\"code\":\"DE\"}]").labels());
    assertEquals(List.of("Korea, Republic of"), AudienceCell.parse("Korea, Republic of").labels());
    assertEquals(List.of("18-24", "25-34"), AudienceCell.parse("18-24; 25-34").labels());
    assertEquals(List.of("NA"), AudienceCell.parse("NA").labels());
    assertEquals(
        List.of("beauty", "travel", "food", "DIY", "art"),
        AudienceCell.parse("beauty, travel/food & DIY\nart", Labels.TOPICS).labels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "n/a", "unknown", "{}", "[]", "[\"\"]", ";"})
  void whatIsUnknownIsNothingWithoutAReason(String text) {
    AudienceCell cell = AudienceCell.parse(text);
    if (!text.equals("[\"\"]")) {
      assertEquals("", cell.reason());
    }
    assertTrue(cell.labels().isEmpty() && cell.shares().isEmpty());
  }

  @Property
  void sharesAreReadBackInEveryForm(
      @ForAll @IntRange(min = 2, max = 60) int one, @ForAll @IntRange(min = 2, max = 40) int two) {
    Map<String, Double> expected = Map.of("DE", one / 100.0, "AT", two / 100.0);
    for (String form :
        List.of(
            "DE:%d%%|AT:%d%%",
            "DE (%d%%), AT (%d%%)",
            "DE %d%%; AT %d%%",
            "DE %d%% / AT %d%%",
            "{\"DE\":%d,\"AT\":%d}",
            "%d%% DE, %d%% AT",
            "DE=%d;AT=%d",
            "[{\"code\":\"DE\",\"weight\":%d},{\"code\":\"AT\",\"weight\":%d}]")) {
      assertEquals(expected, AudienceCell.parse(form.formatted(one, two)).shares(), form);
    }
  }

  @Property
  void aCellIsSharesOrLabelsOrHasAReason(@ForAll("cells") String text, @ForAll Labels ends) {
    AudienceCell cell = AudienceCell.parse(text, ends);
    assertFalse(!cell.labels().isEmpty() && !cell.shares().isEmpty());
    if (!cell.reason().isEmpty()) {
      assertTrue(cell.labels().isEmpty() && cell.shares().isEmpty());
    }
    cell.shares().forEach((name, share) -> assertTrue(share >= 0 && share <= 1, name));
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("DEAT012.,:=;|()%/ {}[]\"-").ofMaxLength(16));
  }

  @Test
  void cellsOfMegabytesTakeNoTime() {
    for (String part :
        List.of("a", " ", "DE:1%|", "DE 1%,", "(", "[", "{\"a\":", "%", "1", ",", "a (", ": ")) {
      for (int length : new int[] {60_000, 5_000_000}) {
        String text = part.repeat(length / part.length());
        assertTimeout(Duration.ofSeconds(3), () -> AudienceCell.parse(text, Labels.TOPICS), part);
      }
    }
  }
}
