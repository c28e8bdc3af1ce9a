package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedRowTest {

  private static TypedRow of(String number) {
    TypedRow row = new TypedRow();
    row.start(1, 1);
    row.setNumber(0, number, "");
    return row;
  }

  @Property
  void aNumberKeepsItsValueAndIsWrittenBrieflyInOneWay(
      @ForAll @Scale(8) @BigRange(min = "-1e12", max = "1e12") BigDecimal any,
      @ForAll @IntRange(max = 8) int decimals) {
    BigDecimal number = any.setScale(decimals, java.math.RoundingMode.DOWN);
    TypedRow row = of(number.toPlainString());
    String text = row.cell(0);
    assertEquals(0, number.compareTo(new BigDecimal(text)), text);
    BigDecimal brief = number.stripTrailingZeros();
    assertNotEquals(3, new BigDecimal(text).scale(), text);
    assertTrue(
        brief.scale() == 3
            || text.equals(brief.setScale(Math.max(0, brief.scale())).toPlainString()),
        text);
    assertEquals(number.signum() < 0 ? Double.NaN : Double.parseDouble(text), row.plain(0), text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "-0.5, -0.5",
    "00.5, 0.5",
    ".5, 0.5",
    "5., 5",
    "1200, 1200",
    "12.50, 12.5",
    "0.045, 0.0450",
    "12.500, 12.5",
    "1e3, 1000",
    "123456789012345678.25, 123456789012345678.25"
  })
  void howeverANumberIsWritten(String written, String cell) {
    assertEquals(cell, of(written).cell(0));
  }
}
