package io.github.tierwise.files.columns;

/** What other rooms ask of the words of {@code words.tsv}. */
public final class ColumnWords {

  private ColumnWords() {}

  /** Whether a name is that of a row which sums up other rows, such as {@code Total}. */
  public static boolean isSummary(String name) {
    return ColumnName.isSummary(name);
  }
}
