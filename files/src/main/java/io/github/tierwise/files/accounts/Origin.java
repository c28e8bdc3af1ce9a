package io.github.tierwise.files.accounts;

/**
 * Where a number of an account came from, down to the cell.
 *
 * @param field what it is, by the names of {@code --map}
 * @param file the table
 * @param line the line of the table
 * @param column the name of the column
 * @param cell the cell as it is
 * @param rule how the cell became the number where that is not plain; empty if it is
 */
public record Origin(
    String field, String file, long line, String column, String cell, String rule) {}
