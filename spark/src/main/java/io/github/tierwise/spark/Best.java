package io.github.tierwise.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The best accounts, with reasons. */
final class Best {

  /** Utilities are summed in steps so fine, in whole numbers: the order of parts moves no bit. */
  private static final double ONE = 0x1p31;

  private final Dataset<Row> accounts;
  private final Scorer scorer;
  private final AccountColumns columns;

  Best(Dataset<Row> accounts, Scorer scorer, AccountColumns columns) {
    this.accounts = accounts;
    this.scorer = scorer;
    this.columns = columns;
  }

  /** The best eligible accounts, best first, of equal scores the one with the smaller id. */
  Dataset<Row> of(int k) {
    if (k < 0) {
      throw new IllegalArgumentException("k must be at least 0, was " + k);
    }
    Set<Output> outputs = EnumSet.of(Output.SCORE, Output.ELIGIBILITY);
    outputs.addAll(columns.outputs());
    String reason = columns.prefix() + "reason";
    Plan plan = Tierwise.plan(accounts, scorer, columns.withOutputs(outputs), reason);
    Sources sources = plan.sources();
    if (!sources.hasId()) {
      throw new IllegalArgumentException(
          "id must be a column, since it is what tells equal scores apart, were %s: say which with"
                  .formatted(String.join(", ", accounts.columns()))
              + " id(…)");
    }
    Dataset<Row> scored = Tierwise.score(accounts, plan);
    StructType schema = plan.appendTo(accounts.schema()).add(reason, DataTypes.StringType, false);
    String id = accounts.columns()[sources.fields().get(sources.idAt())];
    List<Row> best =
        scored
            .filter(named("eligible"))
            .orderBy(named("score").desc(), Tierwise.named(id).asc())
            .limit(k)
            .collectAsList();
    return accounts.sparkSession().createDataFrame(withReasons(best, sources), schema);
  }

  private List<Row> withReasons(List<Row> best, Sources sources) {
    if (best.isEmpty()) {
      return best;
    }
    ProfileColumns profiles = new RowAccounts(sources).of(best);
    double[] typical = typicalUtilities();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      Row row = best.get(i);
      Object[] cells = new Object[row.length() + 1];
      for (int j = 0; j < row.length(); j++) {
        cells[j] = row.get(j);
      }
      cells[row.length()] = scorer.reason(profiles.get(i), typical);
      rows.add(RowFactory.create(cells));
    }
    return rows;
  }

  /** For each criterion the mean of what is known of eligible accounts. */
  private double[] typicalUtilities() {
    Plan plan =
        Tierwise.plan(
            accounts,
            scorer,
            columns.withOutputs(EnumSet.of(Output.ELIGIBILITY, Output.UTILITIES)));
    List<Column> sums = new ArrayList<>();
    for (Result result : plan.results()) {
      if (result.kind() == Result.Kind.UTILITY) {
        Column utility = Tierwise.named(result.name());
        sums.add(sum(utility.multiply(lit(ONE)).cast(DataTypes.LongType)));
        sums.add(count(utility));
      }
    }
    Row found =
        Tierwise.score(accounts, plan)
            .filter(named("eligible"))
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
            .head();
    double[] typical = new double[scorer.criteria().size()];
    // Nobody's reason is a utility that is known of nobody.
    Arrays.setAll(
        typical,
        i -> found.isNullAt(2 * i) ? 0 : found.getLong(2 * i) / ONE / found.getLong(2 * i + 1));
    return typical;
  }

  private Column named(String result) {
    return Tierwise.named(columns.prefix() + result);
  }
}
