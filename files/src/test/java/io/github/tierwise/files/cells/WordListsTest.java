package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListsTest {

  @Test
  void wordsKeepTheirOrderAndTheirLetters() {
    assertEquals(
        List.of("crore", "crores", "cr", "करोड़"),
        WordLists.read(WordLists.class, "numbers").get("power7"));
  }

  @Test
  void aFileThatIsMissingIsAnErrorWithItsName() {
    Exception error =
        assertThrows(
            NullPointerException.class, () -> WordLists.read(WordLists.class, "no-such-list"));
    assertEquals("no-such-list.properties", error.getMessage());
  }
}
