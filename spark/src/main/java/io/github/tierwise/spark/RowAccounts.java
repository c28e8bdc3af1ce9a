package io.github.tierwise.spark;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;

/** Reads rows of the public API, a block at a time. Not thread-safe. */
final class RowAccounts {

  private final Sources sources;
  private final AccountBlock block;
  private final Platforms platforms = new Platforms();

  RowAccounts(Sources sources) {
    this.sources = sources;
    block = new AccountBlock(sources);
  }

  /** The accounts of rows; more rows than these may follow them, which mean nothing. */
  ProfileColumns of(List<Row> rows) {
    if (rows.size() > block.capacity()) {
      block.grow(rows.size());
    }
    IntFunction<String> names = row -> name(rows.get(row));
    for (int i = 0; i < sources.numbers().size(); i++) {
      int field = sources.fields().get(i);
      double[] numbers = block.numbers(i);
      for (int row = 0; row < rows.size(); row++) {
        numbers[row] =
            rows.get(row).get(field) instanceof Number number ? number.doubleValue() : Double.NaN;
      }
      block.check(i, rows.size(), names);
    }
    if (sources.hasPlatform()) {
      int field = sources.fields().get(sources.platformAt());
      for (int row = 0; row < rows.size(); row++) {
        Row each = rows.get(row);
        block.platform(
            row,
            each.isNullAt(field)
                ? Platform.OTHER
                : platforms.of(each.getString(field), names, row));
      }
    }
    return block.accounts();
  }

  /** How an account is called in a message. */
  private String name(Row row) {
    return sources.hasId() ? "id " + row.get(sources.fields().get(sources.idAt())) : "no id";
  }
}
