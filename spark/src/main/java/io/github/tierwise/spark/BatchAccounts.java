package io.github.tierwise.spark;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads batches of columns. Not thread-safe. */
final class BatchAccounts {

  private final Sources sources;
  private final DataType idType;
  private final List<Integer> columns;
  private final AccountBlock block;
  private final Platforms platforms = new Platforms();

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
      read(batch, i);
      block.check(i, rows, names);
    }
    if (sources.hasPlatform()) {
      ColumnVector vector = batch.column(columns.get(sources.platformAt()));
      for (int row = 0; row < rows; row++) {
        block.platform(
            row,
            vector.isNullAt(row)
                ? Platform.OTHER
                : platforms.of(vector.getUTF8String(row), names, row));
      }
    }
    return block.accounts();
  }

  private void read(ColumnarBatch batch, int i) {
    ColumnVector vector = batch.column(columns.get(i));
    int rows = batch.numRows();
    double[] numbers = block.numbers(i);
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
        numbers[row] = InternalNumber.of(batch.getRow(row), columns.get(i), type);
      }
    }
  }

  /** How an account is called in a message. */
  private String name(ColumnarBatch batch, int row) {
    return sources.hasId()
        ? "id " + batch.getRow(row).get(columns.get(sources.idAt()), idType)
        : "no id";
  }
}
