package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49", "-1", "@acct-01", "\tx", "\uFF1Dx"})
  void whatASpreadsheetWouldRunHasAnApostropheInFrontAndIsReadWithout(String text) {
    assertEquals("'" + text, FormulaCell.neutral(text));
    assertEquals(text, FormulaCell.original("'" + text));
  }

  @Property
  void whatIsMadeHarmlessIsReadBack(@ForAll String text) {
    if (!text.startsWith("'")) {
      assertEquals(text, FormulaCell.original(FormulaCell.neutral(text)));
    }
  }
}
