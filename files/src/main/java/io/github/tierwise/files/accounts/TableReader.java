package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.TableColumns;
import io.github.tierwise.files.table.Lines;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.profile.Platform;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes accounts of the rows of a table. It is of one thread; several may read one table. */
final class TableReader {

  /** Finds the platforms of a row. */
  private interface Where {
    List<Platform> get() throws RowReader.RejectedException;
  }

  private final InputTable table;
  private final TableColumns columns;
  private final Optional<Platform> wanted;
  private final List<Platform> networks;

  /** By identity: to hash all that columns are would take longer than to read a row. */
  private final IdentityHashMap<ColumnRoles, RowReader> readers = new IdentityHashMap<>();

  private final CountryNames countries = new CountryNames();
  private final Optional<PlainReader> plain;
  private Tally tally;

  /**
   * A reader.
   *
   * @param tally counts what becomes of the rows
   */
  TableReader(InputTable table, Tally tally) {
    this.table = table;
    this.tally = tally;
    columns = table.columns();
    wanted = table.options().platform();
    networks = List.copyOf(columns.byNetwork().keySet());
    plain = PlainReader.of(table, reader(columns.any()));
  }

  /** From here on something else counts what becomes of the rows. */
  void countIn(Tally other) {
    tally = other;
    readers.values().forEach(reader -> reader.countIn(other));
  }

  /** Reads lines into a batch; one of which that cannot be is kept with the reason. */
  void take(Lines lines, Batch batch) {
    plain.ifPresent(reader -> reader.read(lines));
    int row = 0;
    while (row < lines.size()) {
      row = plain.isPresent() ? plain.get().add(lines, row, batch) : row;
      if (row < lines.size()) {
        take(lines.row(row), batch);
        row++;
      }
    }
  }

  /** Reads a row; if that cannot be, it is kept with the reason. */
  void take(Row row, InputTable.Sink sink) {
    if (isWhole(row)) {
      take(row, () -> platforms(row), sink);
    }
  }

  /**
   * Reads a row of an account that is known; without a platform of its own it has that of the
   * account with its id.
   *
   * @param known the platforms on which an account is
   */
  void takeKnown(Row row, Function<String, Set<Platform>> known, InputTable.Sink sink) {
    if (!isWhole(row)) {
      return;
    }
    Set<Platform> there =
        known.apply(table.ids().apply(AccountName.of(row.cell(columns.any().id()))));
    if (there.isEmpty()) {
      tally.countStranger();
    } else {
      take(row, () -> List.of(reader(columns.any()).platform(row, there)), sink);
    }
  }

  /** Rejects a row of which the text is broken. */
  private boolean isWhole(Row row) {
    Optional<String> problem = row.problem();
    problem.ifPresent(reason -> tally.reject(row.line(), RejectedRows.NO_COLUMN, reason));
    return problem.isEmpty();
  }

  private RowReader reader(ColumnRoles roles) {
    return readers.computeIfAbsent(
        roles,
        of ->
            new RowReader(
                of,
                table.sheet().header().size(),
                table.platform(),
                table.options().currency(),
                countries,
                tally,
                table.ids()));
  }

  private List<Platform> platforms(Row row) throws RowReader.RejectedException {
    return columns.wide() ? networks : List.of(reader(columns.any()).platform(row));
  }

  private void take(Row row, Where where, InputTable.Sink sink) {
    boolean taken = false;
    try {
      for (Platform found : where.get()) {
        if (wanted.isPresent() && wanted.get() != found) {
          continue;
        }
        Optional<ColumnRoles> roles = columns.of(found);
        if (roles.isEmpty()) {
          throw new RowReader.RejectedException(
              "account is on %s, of which the table has no numbers".formatted(found.displayName()),
              columns.any().platform());
        }
        RowReader reader = reader(roles.get());
        if (!columns.wide() || reader.isThere(row)) {
          sink.accept(row, reader.read(row, found));
          tally.countAccount(found);
          taken = true;
        }
      }
      tally.countRow(taken);
    } catch (RowReader.RejectedException e) {
      tally.reject(row.line(), e.column(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      tally.reject(row.line(), RejectedRows.NO_COLUMN, String.valueOf(e.getMessage()));
    }
  }
}
