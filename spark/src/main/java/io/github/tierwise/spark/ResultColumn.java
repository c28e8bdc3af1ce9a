package io.github.tierwise.spark;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/** A column of results over an array that is filled block after block. */
abstract class ResultColumn extends ColumnVector {

  private int rows;

  private ResultColumn(DataType type) {
    super(type);
  }

  /** Numbers, NaN where unknown. */
  static ResultColumn numbers(DataType type, double[] values) {
    return new Numbers(type, values);
  }

  /** Texts by their position, -1 for none. */
  static ResultColumn texts(DataType type, int[] positions, List<String> texts) {
    return new Texts(type, positions, texts);
  }

  /** True where there is no position. */
  static ResultColumn flags(DataType type, int[] positions) {
    return new Flags(type, positions);
  }

  /** The result of a known row as a value of the public API. */
  abstract Object value(int row);

  void rows(int filled) {
    rows = filled;
  }

  @Override
  public boolean hasNull() {
    return numNulls() > 0;
  }

  @Override
  public int numNulls() {
    int nulls = 0;
    for (int row = 0; row < rows; row++) {
      nulls += isNullAt(row) ? 1 : 0;
    }
    return nulls;
  }

  /** The arrays go on to the next block. */
  @Override
  public void close() {}

  @Override
  public boolean getBoolean(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public byte getByte(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public short getShort(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public int getInt(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public long getLong(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public float getFloat(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public double getDouble(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public UTF8String getUTF8String(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public byte[] getBinary(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public ColumnarArray getArray(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public ColumnarMap getMap(int row) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    throw new UnsupportedOperationException(dataType().simpleString());
  }

  private static final class Numbers extends ResultColumn {
    private final double[] values;

    private Numbers(DataType type, double[] values) {
      super(type);
      this.values = values;
    }

    @Override
    public boolean isNullAt(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public double getDouble(int row) {
      return values[row];
    }

    @Override
    Object value(int row) {
      return values[row];
    }
  }

  private static final class Texts extends ResultColumn {
    private final int[] positions;
    private final List<String> texts;
    private final UTF8String[] bytes;

    private Texts(DataType type, int[] positions, List<String> texts) {
      super(type);
      this.positions = positions;
      this.texts = texts;
      bytes = texts.stream().map(UTF8String::fromString).toArray(UTF8String[]::new);
    }

    @Override
    public boolean isNullAt(int row) {
      return positions[row] < 0;
    }

    @Override
    public UTF8String getUTF8String(int row) {
      return bytes[positions[row]];
    }

    @Override
    Object value(int row) {
      return texts.get(positions[row]);
    }
  }

  private static final class Flags extends ResultColumn {
    private final int[] positions;

    private Flags(DataType type, int[] positions) {
      super(type);
      this.positions = positions;
    }

    @Override
    public boolean isNullAt(int row) {
      return false;
    }

    @Override
    public boolean getBoolean(int row) {
      return positions[row] < 0;
    }

    @Override
    Object value(int row) {
      return positions[row] < 0;
    }
  }
}
