package io.github.tierwise.spark;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads batches of columns. Not thread-safe. */
final class BatchAccounts {

  private final Sources sources;
  private final DataType idType;
  private final List<Integer> columns;
  private final AccountBlock block;
  private final Map<UTF8String, Platform> platforms = new HashMap<>();

  /** Reads batches whose columns are, for each field of the sources, at a place. */
  BatchAccounts(Sources sources, DataType idType, List<Integer> columns) {
    this.sources = sources;
    this.idType = idType;
    this.columns = columns;
    block = new AccountBlock(sources);
  }

  /** The accounts of a batch; more rows than its own may follow, which mean nothing. */
  ProfileColumns of(ColumnarBatch batch) {
    int rows = batch.numRows();
    if (rows > block.capacity()) {
      block.grow(rows);
    }
    IntFunction<String> names = row -> name(batch, row);
    for (int i = 0; i < sources.numbers().size(); i++) {
      read(batch.column(columns.get(i)), rows, block.numbers(i));
      block.check(i, rows, names);
    }
    if (sources.hasPlatform()) {
      ColumnVector vector = batch.column(columns.get(sources.platformAt()));
      for (int row = 0; row < rows; row++) {
        block.platform(
            row,
            vector.isNullAt(row)
                ? Platform.OTHER
                : platform(vector.getUTF8String(row), row, names));
      }
    }
    return block.accounts();
  }

  private static void read(ColumnVector vector, int rows, double[] numbers) {
    DataType type = vector.dataType();
    if (type instanceof DoubleType) {
      for (int row = 0; row < rows; row++) {
        numbers[row] = vector.isNullAt(row) ? Double.NaN : vector.getDouble(row);
      }
    } else if (type instanceof LongType) {
      for (int row = 0; row < rows; row++) {
        numbers[row] = vector.isNullAt(row) ? Double.NaN : vector.getLong(row);
      }
    } else if (type instanceof IntegerType) {
      for (int row = 0; row < rows; row++) {
        numbers[row] = vector.isNullAt(row) ? Double.NaN : vector.getInt(row);
      }
    } else {
      for (int row = 0; row < rows; row++) {
        numbers[row] = vector.isNullAt(row) ? Double.NaN : rare(vector, type, row);
      }
    }
  }

  private static double rare(ColumnVector vector, DataType type, int row) {
    if (type instanceof FloatType) {
      return vector.getFloat(row);
    }
    if (type instanceof ShortType) {
      return vector.getShort(row);
    }
    if (type instanceof ByteType) {
      return vector.getByte(row);
    }
    if (type instanceof DecimalType decimal) {
      // As for rows: the nearest number, which Spark's own way need not give.
      return vector
          .getDecimal(row, decimal.precision(), decimal.scale())
          .toJavaBigDecimal()
          .doubleValue();
    }
    throw new AssertionError(type);
  }

  private Platform platform(UTF8String name, int row, IntFunction<String> names) {
    Platform known = platforms.get(name);
    if (known == null) {
      known = AccountBlock.named(name.toString(), names.apply(row));
      platforms.put(name.copy(), known);
    }
    return known;
  }

  /** How an account is called in a message. */
  private String name(ColumnarBatch batch, int row) {
    return sources.hasId()
        ? "id " + batch.getRow(row).get(columns.get(sources.idAt()), idType)
        : "no id";
  }
}
