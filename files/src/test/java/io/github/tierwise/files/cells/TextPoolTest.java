package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextPoolTest {

  @Property
  void aNameKeepsThePositionAtWhichItCameFirst(
      @ForAll List<@AlphaChars @StringLength(max = 2) String> texts) {
    TextPool names = new TextPool();
    List<String> different = new ArrayList<>();
    for (String text : texts) {
      assertEquals(different.indexOf(text), names.find(text));
      if (!different.contains(text)) {
        different.add(text);
      }
      assertEquals(different.indexOf(text), names.add(text));
    }
    assertEquals(different.size(), names.size());
    for (int i = 0; i < different.size(); i++) {
      assertEquals(different.get(i), names.get(i));
    }
  }

  @Test
  void manyNamesAndLongOnesAreFoundAgain() {
    TextPool names = new TextPool();
    String longName = "née".repeat(50_000);
    for (int i = 0; i < 20_000; i++) {
      assertEquals(i, names.add(i == 7 ? longName : "account " + i));
    }
    assertEquals(longName, names.get(7));
    assertEquals(7, names.find(longName));
    for (int i = 8; i < 20_000; i++) {
      assertEquals(i, names.find("account " + i));
      assertEquals("account " + i, names.get(i));
    }
    assertTrue(names.find("account 7") < 0);
  }
}
