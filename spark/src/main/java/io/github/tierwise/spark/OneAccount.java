package io.github.tierwise.spark;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.util.function.IntFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;

/**
 * Reads one row inside of Spark after the other, and makes no object. Not thread-safe.
 *
 * <p>Its arrays change under columns of one row, which is all right as long as the account is asked
 * through the cursor alone: that looks nowhere but into the arrays.
 */
final class OneAccount {

  private final Sources sources;
  private final DataType idType;
  private final AccountBlock block;
  private final Platforms platforms = new Platforms();
  private final Profile account;
  private final IntFunction<String> names = this::name;
  private InternalRow row = InternalRow.empty();

  OneAccount(Sources sources, DataType idType) {
    this.sources = sources;
    this.idType = idType;
    block = new AccountBlock(sources);
    block.grow(1);
    account = block.accounts().cursor().moveTo(0);
  }

  /** The account of a row, until the next one is asked for. */
  Profile of(InternalRow read) {
    row = read;
    for (int i = 0; i < sources.numbers().size(); i++) {
      block.numbers(i)[0] =
          InternalNumber.of(row, sources.fields().get(i), sources.numbers().get(i).type());
      block.check(i, 1, names);
    }
    if (sources.hasPlatform()) {
      int field = sources.fields().get(sources.platformAt());
      block.platform(
          0,
          row.isNullAt(field) ? Platform.OTHER : platforms.of(row.getUTF8String(field), names, 0));
    }
    return account;
  }

  private String name(int any) {
    return sources.hasId()
        ? "id " + row.get(sources.fields().get(sources.idAt()), idType)
        : "no id";
  }
}
