package io.github.tierwise.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.internal.Text;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What the library says of a number and what the command line says of it is the same text. */
class NumbersAlikeTest {

  @Property
  void percentagesPrintAlike(@ForAll @DoubleRange(min = 0, max = 1_000) double fraction) {
    assertEquals(Text.percent(fraction), NumberText.percent(fraction));
  }

  @Property
  void halvesPrintAlike(@ForAll @IntRange(max = 100_000) int eighths) {
    for (double scale : new double[] {1, 8, 80, 800, 8_000}) {
      assertEquals(Text.percent(eighths / scale), NumberText.percent(eighths / scale));
    }
  }

  @Property
  void largeNumbersAndMoneyPrintAlike(@ForAll @DoubleRange(min = 100, max = 1e15) double number) {
    assertEquals(Text.count(number), NumberText.count(number));
    assertEquals(Text.money(number, "EUR"), NumberText.money(number, "EUR"));
    assertEquals(Text.plain(number), NumberText.plain(number));
  }

  @Example
  void whatIsNoNumberPrintsAlike() {
    for (double each : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0}) {
      assertEquals(Text.percent(each), NumberText.percent(each));
    }
    assertEquals("1,234%", NumberText.percent(12.34));
  }
}
