package io.github.tierwise.spark;

import io.github.tierwise.score.Output;
import io.github.tierwise.score.Scorer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A column that is appended.
 *
 * @param kind what it is
 * @param criterion the position of the criterion, for a utility
 * @param name its name
 */
record Result(Kind kind, int criterion, String name) implements Serializable {

  /** What results there are, in their order. */
  enum Kind {
    SCORE(Output.SCORE, false),
    SCORE_LOW(Output.INTERVAL, false),
    SCORE_HIGH(Output.INTERVAL, false),
    TIER(Output.TIER, false),
    ELIGIBLE(Output.ELIGIBILITY, false),
    WHY_NOT(Output.ELIGIBILITY, true),
    ENGAGEMENT_RATE(Output.ENGAGEMENT_RATE, true),
    EXPECTED_RATE(Output.EXPECTED_RATE, true),
    PRICE(Output.PRICE, true),
    COST_PER_ENGAGEMENT(Output.COST_PER_ENGAGEMENT, true),
    UTILITY(Output.UTILITIES, true);

    final Output output;
    final boolean nullable;

    Kind(Output output, boolean nullable) {
      this.output = output;
      this.nullable = nullable;
    }

    DataType type() {
      return switch (this) {
        case TIER, WHY_NOT -> DataTypes.StringType;
        case ELIGIBLE -> DataTypes.BooleanType;
        default -> DataTypes.DoubleType;
      };
    }
  }

  /** The columns that are asked for. */
  static List<Result> of(AccountColumns columns, Scorer scorer) {
    List<Result> results = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (!columns.outputs().contains(kind.output)) {
        continue;
      }
      String name = columns.prefix() + snake(kind.name());
      if (kind != Kind.UTILITY) {
        results.add(new Result(kind, 0, name));
        continue;
      }
      for (int i = 0; i < scorer.criteria().size(); i++) {
        results.add(new Result(kind, i, name + "_" + snake(scorer.criteria().get(i).name())));
      }
    }
    return List.copyOf(results);
  }

  private static String snake(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
  }

  StructField field() {
    return DataTypes.createStructField(name, kind.type(), kind.nullable);
  }
}
