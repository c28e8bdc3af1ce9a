package io.github.tierwise.spark;

import io.github.tierwise.score.Scorer;
import io.github.tierwise.spark.internal.FunctionsOfSessions;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.StructType;

/**
 * The score of an account, before it is known what an account is made of.
 *
 * @param scorer who scores
 * @param columns which field is what
 * @param caseSensitive whether names differ by case
 */
record UnboundValue(Scorer scorer, AccountColumns columns, boolean caseSensitive)
    implements UnboundFunction {

  /** Lets SQL of a classic session find it. */
  static void register(SparkSession session, Scorer scorer, AccountColumns columns) {
    FunctionsOfSessions.put(
        session.conf(),
        "tierwise",
        new UnboundValue(scorer, columns, Tierwise.caseSensitive(session)));
  }

  @Override
  public BoundFunction bind(StructType arguments) {
    if (arguments.size() == 1 && arguments.fields()[0].dataType() instanceof StructType account) {
      try {
        return new ValueFunction(Plan.of(scorer, columns, account, caseSensitive), account);
      } catch (IllegalArgumentException e) {
        // What Spark expects, and shows beside the call.
        throw new UnsupportedOperationException(e.getMessage(), e);
      }
    }
    throw new UnsupportedOperationException(
        "account must be one struct, was %d arguments: say tierwise.value(struct(*)), or name its"
                .formatted(arguments.size())
            + " columns");
  }

  @Override
  public String name() {
    return "value";
  }

  @Override
  public String description() {
    return "tierwise.value(struct(followers, likes, …)): the score of an account";
  }
}
