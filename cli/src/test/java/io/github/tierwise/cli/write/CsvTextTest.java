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
  void rejectsAreLineColumnReasonAndTheRowAndOfSeveralFilesTheirNames() {
    List<RejectedRow> rejects =
        List.of(
            new RejectedRow("list.csv", 7, "name", "id must not be blank, was \"\"", ",\"a;b\""),
            new RejectedRow("list.csv", 9, "=x", "-1 is none", "=1,2"));
    assertEquals(
        """
        line,column,reason,row
        7,name,"id must not be blank, was \"\"\"\"",",\"\"a;b\"\""
        9,'=x,'-1 is none,"'=1,2"
        """,
        CsvText.rejects(rejects, false).toText());
    assertEquals(
        """
        file,line,column,reason,row
        list.csv,9,'=x,'-1 is none,"'=1,2"
        """,
        CsvText.rejects(rejects.subList(1, 2), true).toText());
  }
}
