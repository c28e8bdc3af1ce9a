/**
 * Bytes to cells: encoding, separator, header, rows, and the rows that are refused. What is public
 * here is so for other rooms alone.
 */
package io.github.tierwise.files.table;
