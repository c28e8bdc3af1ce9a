package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerTest {

  @ParameterizedTest
  @CsvSource({
    "true, YES",
    "TRUE, YES",
    "1, YES",
    "1.0, YES",
    " yes , YES",
    "x, YES",
    "Sí, YES",
    "ja, YES",
    "sponsored, YES",
    "false, NO",
    "0, NO",
    "0.0, NO",
    "No, NO",
    "nein, NO",
    "organic, NO",
    "'', BLANK",
    "' ', BLANK",
    "n/a, UNKNOWN",
    "2, UNKNOWN",
    "Nike, UNKNOWN",
    "-, UNKNOWN"
  })
  void aCellSaysYesNoOrNothingThatIsKnown(String cell, Marker expected) {
    assertEquals(expected, Marker.parse(cell));
  }
}
