package io.github.tierwise.spark;

import io.github.tierwise.profile.ProfileColumns;
import java.util.Iterator;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Scores batches of columns, and appends the results to each. The given columns are handed on as
 * they are; those of the results are used for batch after batch, as those of a reader are.
 */
final class BatchScoring implements Iterator<ColumnarBatch> {

  private final Plan plan;
  private final BatchAccounts accounts;
  private final Iterator<ColumnarBatch> batches;
  private ResultBlock results;

  BatchScoring(Plan plan, BatchAccounts accounts, Iterator<ColumnarBatch> batches) {
    this.plan = plan;
    this.accounts = accounts;
    this.batches = batches;
    results = new ResultBlock(plan, 0);
  }

  @Override
  public boolean hasNext() {
    return batches.hasNext();
  }

  @Override
  public ColumnarBatch next() {
    ColumnarBatch batch = batches.next();
    ProfileColumns profiles = accounts.of(batch);
    if (results.capacity() < batch.numRows()) {
      results = new ResultBlock(plan, profiles.size());
    }
    results.score(profiles, batch.numRows());
    int given = batch.numCols();
    ColumnVector[] columns = new ColumnVector[given + results.columns().size()];
    for (int i = 0; i < given; i++) {
      columns[i] = batch.column(i);
    }
    for (int i = given; i < columns.length; i++) {
      columns[i] = results.columns().get(i - given);
    }
    return new ColumnarBatch(columns, batch.numRows());
  }
}
