package io.github.tierwise.files.table;

/**
 * A row that could not be read.
 *
 * @param file the name of the input
 * @param line the line of the file on which the row starts
 * @param column the name of the column whose cell is wrong; empty if it is not a single one
 * @param reason the name, the rule and the value
 * @param row the row as it stands in the file; of a workbook and a list of JSON its cells as CSV
 */
public record RejectedRow(String file, long line, String column, String reason, String row) {}
