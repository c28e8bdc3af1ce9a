package io.github.tierwise.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Scores rows of the public API, a block at a time, and appends the results to each. */
final class RowScoring implements Iterator<Row> {

  private static final int CAPACITY = 4096;

  private final Iterator<Row> rows;
  private final RowAccounts accounts;
  private final ResultBlock results;
  private final List<Row> block = new ArrayList<>(CAPACITY);
  private int next;

  RowScoring(Plan plan, Iterator<Row> rows) {
    this.rows = rows;
    accounts = new RowAccounts(plan.sources());
    results = new ResultBlock(plan, CAPACITY);
  }

  @Override
  public boolean hasNext() {
    return next < block.size() || rows.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (next == block.size()) {
      block.clear();
      while (block.size() < CAPACITY && rows.hasNext()) {
        block.add(rows.next());
      }
      results.score(accounts.of(block), block.size());
      next = 0;
    }
    Row row = block.get(next);
    Object[] values = new Object[row.length() + results.columns().size()];
    for (int i = 0; i < row.length(); i++) {
      values[i] = row.get(i);
    }
    for (int i = 0; i < results.columns().size(); i++) {
      ResultColumn column = results.columns().get(i);
      if (!column.isNullAt(next)) {
        values[row.length() + i] = column.value(next);
      }
    }
    next++;
    return RowFactory.create(values);
  }
}
