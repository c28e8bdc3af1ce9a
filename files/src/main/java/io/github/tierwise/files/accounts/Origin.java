package io.github.tierwise.files.accounts;

/**
 * Where a number of an account came from: a cell, or the column of its posts.
 *
 * @param field what it is, by the names of {@code --map}
 * @param file the table
 * @param line the line of the table; of posts that of the first
 * @param lastLine the line of the last post; else the same
 * @param posts how many posts the table has of the account; 0 for a cell of its own row
 * @param column the name of the column; empty if there is none
 * @param cell the cell as it is; empty for several
 * @param rule how the cell became the number where that is not plain; empty if it is
 */
public record Origin(
    String field,
    String file,
    long line,
    long lastLine,
    int posts,
    String column,
    String cell,
    String rule) {}
