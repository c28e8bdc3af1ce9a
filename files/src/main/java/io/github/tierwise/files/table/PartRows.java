package io.github.tierwise.files.table;

import java.util.List;

/** A walk over the rows of several files, one behind the other. */
final class PartRows implements Rows {

  private final List<Sheet> parts;
  private Rows rows;
  private int part;
  private long blank;

  PartRows(List<Sheet> parts) {
    this.parts = parts;
    rows = parts.get(0).rows();
  }

  @Override
  public boolean next() {
    while (!rows.next()) {
      if (part == parts.size() - 1) {
        return false;
      }
      blank += rows.blank();
      rows.close();
      part++;
      rows = parts.get(part).rows();
    }
    return true;
  }

  @Override
  public Row row() {
    return rows.row();
  }

  @Override
  public long blank() {
    return blank + rows.blank();
  }

  @Override
  public void close() {
    rows.close();
  }
}
