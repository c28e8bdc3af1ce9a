package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
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
}
