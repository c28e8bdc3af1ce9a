package io.github.tierwise.files.columns;

/**
 * What the name of a column says.
 *
 * @param field what the column is
 * @param preference of several columns for one field the lowest is taken
 * @param mean whether the name says that it is a mean
 * @param total whether the name says that it is a sum over all time
 * @param percent whether the name says that it is in percent
 * @param currency the currency that the name gives; empty if none
 */
record ColumnMeaning(
    Field field, int preference, boolean mean, boolean total, boolean percent, String currency) {}
