package io.github.tierwise.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DisplayTest {

  @Test
  void wideCharactersTakeTwoCellsAndMarksNone() {
    assertEquals(4, Display.width("서은"));
    assertEquals(2, Display.width("🔥"));
    assertEquals(1, Display.width("e\u0301"));
    assertEquals(3, Display.width("ana"));
  }

  @Test
  void aFileCannotMoveTheCursor() {
    assertEquals("\uFFFD[31mred", Display.clean("\u001b[31mred"));
    assertEquals("a\uFFFDb", Display.clean("a\u202Eb"));
  }

  @Test
  void aRightToLeftNameIsIsolated() {
    assertEquals("\u2068مرحبا\u2069", Display.clean("مرحبا"));
    assertEquals(100_002, Display.clean("م".repeat(100_000)).length());
    assertEquals("ana \u2068مرحبا بك\u2069, 3", Display.clean("ana مرحبا بك, 3"));
    assertEquals(3, Display.width(Display.cut(Display.clean("مرحبا"), 3)));
    assertTrue(Display.cut(Display.clean("مرحبا"), 3).endsWith("\u2069"));
  }

  @Test
  void aLongTextIsCutWithAnEllipsis() {
    assertEquals("influ…", Display.cut("influencer", 6));
    assertEquals("ana", Display.cut("ana", 6));
  }

  @Test
  void linesBreakAtSpaces() {
    assertEquals(List.of("one two", "three"), Display.wrap("one two three", 8));
  }

  @Test
  void laterLinesHangBelowTheLabel() {
    assertEquals(
        List.of("   16.7  engagement: far", "         above"),
        Display.hang("   16.7  engagement: far above", 25));
    assertEquals(List.of("   16.7  short"), Display.hang("   16.7  short", 25));
    assertEquals(List.of("no label"), Display.hang("no label", 4));
  }

  @Property
  void whatIsCutFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int cells) {
    assertFalse(Display.width(Display.cut(Display.clean(text), cells)) > cells);
  }
}
