package io.github.tierwise.spark;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;

/**
 * A column that is read as numbers. Knows nothing of what is inside of Spark, which clients of
 * Spark Connect, who send it, do not have.
 *
 * @param column its name, for messages
 * @param type a type of numbers
 * @param most the largest number that it may hold
 */
record Source(String column, DataType type, double most) implements Serializable {

  /** What says that a number is out of range. */
  IllegalArgumentException refused(double value, String account) {
    return new IllegalArgumentException(
        "column %s must be %s, or null for unknown, was %s (%s): mend it, or make it null"
            .formatted(
                column, most == 1 ? "between 0 and 1" : "a finite number >= 0", value, account));
  }
}
