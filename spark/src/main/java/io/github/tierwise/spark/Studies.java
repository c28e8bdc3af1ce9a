package io.github.tierwise.spark;

import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Studies of the parts of a Dataset, put together. */
final class Studies {

  private static final int CAPACITY = 4096;

  private Studies() {}

  static TierStudy of(
      Dataset<Row> accounts, AccountColumns columns, List<? extends TierPolicy> definitions) {
    definitions.forEach(each -> Plan.checkSerializable("definition " + each.id(), each));
    Sources sources =
        Sources.of(columns, accounts.schema(), Tierwise.caseSensitive(accounts.sparkSession()));
    // Rows are made of what is asked for, and nothing else.
    Column[] read =
        sources.fields().stream()
            .map(field -> Tierwise.named(accounts.columns()[field]))
            .toArray(Column[]::new);
    Sources selected = sources.selected();
    TierStudy none = TierStudy.builder(definitions).build();
    List<TierPolicy> sent = none.definitions();
    Encoder<TierStudy> encoder = Encoders.javaSerialization(TierStudy.class);
    MapPartitionsFunction<Row, TierStudy> counting =
        rows -> List.of(count(rows, selected, sent)).iterator();
    ReduceFunction<TierStudy> plus = TierStudy::plus;
    // Data without any part has a study too.
    return accounts
        .select(read)
        .mapPartitions(counting, encoder)
        .union(accounts.sparkSession().createDataset(List.of(none), encoder))
        .reduce(plus);
  }

  private static TierStudy count(
      Iterator<Row> rows, Sources sources, List<TierPolicy> definitions) {
    TierStudy.Builder study = TierStudy.builder(definitions);
    RowAccounts accounts = new RowAccounts(sources);
    List<Row> block = new ArrayList<>(CAPACITY);
    while (rows.hasNext()) {
      block.add(rows.next());
      if (block.size() == CAPACITY || !rows.hasNext()) {
        study.add(accounts.of(block), 0, block.size());
        block.clear();
      }
    }
    return study.build();
  }
}
