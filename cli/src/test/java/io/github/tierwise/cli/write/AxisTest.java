package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "999, 500, 1000",
    "1000, 1000, 1000",
    "208673, 200000, 300000",
    "579800000, 500000000, 1000000000",
    "0.0423, 0.03, 0.05",
    "0.001, 0.001, 0.001"
  })
  void anAxisEndsAtTheNextRoundFigure(double value, double floor, double ceil) {
    assertEquals(floor, Axis.floor(value));
    assertEquals(ceil, Axis.ceil(value));
  }
}
