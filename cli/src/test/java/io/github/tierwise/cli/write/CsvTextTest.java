package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.table.RejectedRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"})
  void aTextThatASpreadsheetWouldRunGetsAnApostrophe(String text) {
    assertEquals("'" + text, FormulaCell.neutral(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ana", "433", "a=1", " =1"})
  void otherTextsStayAsTheyAre(String text) {
    assertEquals(text, FormulaCell.neutral(text));
  }

  @Test
  void rejectsKeepTheRowWithLineAndReason() {
    Content csv =
        CsvText.rejects(
            List.of(
                new RejectedRow(
                    "list.csv", 7, "id must not be blank, was \"\"", List.of("", "=1", "a,b"))),
            List.of("name", "x", "y"));
    assertEquals(
        "line,reason,name,x,y\n7,\"id must not be blank, was \"\"\"\"\",,'=1,\"a,b\"\n",
        csv.toText());
  }
}
