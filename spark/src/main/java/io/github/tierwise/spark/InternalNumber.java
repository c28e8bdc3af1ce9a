package io.github.tierwise.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;

/** Reads a number of any type inside of Spark. */
final class InternalNumber {

  private InternalNumber() {}

  /** The number of a type in a row inside of Spark, NaN for null. */
  static double of(InternalRow row, int at, DataType type) {
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
}
