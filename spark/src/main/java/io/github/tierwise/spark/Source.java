package io.github.tierwise.spark;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;

/**
 * A column that is read as numbers.
 *
 * @param column its name, for messages
 * @param type a type of numbers
 * @param most the largest number that it may hold
 */
record Source(String column, DataType type, double most) implements Serializable {

  /** The number in a row inside of Spark, NaN for null. */
  double read(InternalRow row, int at) {
    if (row.isNullAt(at)) {
      return Double.NaN;
    }
    if (type instanceof DoubleType) {
      return row.getDouble(at);
    }
    if (type instanceof LongType) {
      return row.getLong(at);
    }
    if (type instanceof IntegerType) {
      return row.getInt(at);
    }
    if (type instanceof FloatType) {
      return row.getFloat(at);
    }
    if (type instanceof ShortType) {
      return row.getShort(at);
    }
    if (type instanceof ByteType) {
      return row.getByte(at);
    }
    if (type instanceof DecimalType decimal) {
      // As the public API has it: the nearest number, which Spark's own way need not give.
      return row.getDecimal(at, decimal.precision(), decimal.scale())
          .toJavaBigDecimal()
          .doubleValue();
    }
    throw new AssertionError(type);
  }

  /** What says that a number is out of range. */
  IllegalArgumentException refused(double value, String account) {
    return new IllegalArgumentException(
        "column %s must be %s, or null for unknown, was %s (%s): mend it, or make it null"
            .formatted(
                column, most == 1 ? "between 0 and 1" : "a finite number >= 0", value, account));
  }
}
