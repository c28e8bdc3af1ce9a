package io.github.tierwise.files.cells;

/** Cells that a spreadsheet would run: written with an apostrophe in front, and read without it. */
public final class FormulaCell {

  /** What a formula begins with, in full width too. */
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private FormulaCell() {}

  private static boolean isFormula(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
  }

  /** The text, with an apostrophe in front if a spreadsheet would run it. */
  public static String neutral(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** The text of which {@link #neutral} made this one. */
  public static String original(String text) {
    return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
  }
}
