package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser.Mark;
import io.github.tierwise.files.table.Lines;
import java.util.Arrays;
import java.util.List;

/**
 * In how many rows a cell of columns of one kind proves which mark is the decimal mark. Two cells
 * of one row are one proof, or an edit of that row could turn all others round.
 */
final class MarkProofs {

  private final List<ColumnStatistic> columns;

  /** What the cells of each of the last rows prove. */
  private final byte[] marks = new byte[Lines.MOST];

  private int dots;
  private int commas;

  MarkProofs(List<ColumnStatistic> columns) {
    this.columns = columns;
  }

  /** Looks at the last rows. */
  void look(int rows) {
    boolean any = false;
    for (ColumnStatistic column : columns) {
      if (column.provesMarks()) {
        if (!any) {
          Arrays.fill(marks, 0, rows, (byte) 0);
        }
        any = true;
        for (int i = 0; i < rows; i++) {
          marks[i] = (byte) (marks[i] | column.provenMarks(i));
        }
      }
    }
    for (int i = 0; i < rows && any; i++) {
      dots += marks[i] & ColumnStatistic.DOT;
      commas += (marks[i] & ColumnStatistic.COMMA) / ColumnStatistic.COMMA;
    }
  }

  void addAll(MarkProofs behind) {
    dots += behind.dots;
    commas += behind.commas;
  }

  int of(Mark mark) {
    return mark == Mark.DOT ? dots : commas;
  }
}
