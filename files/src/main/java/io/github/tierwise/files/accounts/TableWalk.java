package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.TextHashes;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.ColumnStatistics;
import io.github.tierwise.files.table.FilePieces;
import io.github.tierwise.files.table.Lines;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Rows;
import io.github.tierwise.files.table.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * Reads all accounts of a table in one pass, the pieces of a file in several threads, and hands
 * them on in the order of the file: what becomes of them is the same for any number of threads.
 *
 * @param <P> what becomes of a piece
 */
final class TableWalk<P> {

  /**
   * Takes the accounts.
   *
   * @param <P> what becomes of a piece
   */
  interface Sink<P> {

    /** Works on a piece, in any thread and in any order. */
    P part(Batch batch);

    /** Takes a piece over, one after the other in the order of the file. */
    void take(P part);
  }

  /**
   * The money of all prices.
   *
   * @param currency of the first price, and so of all that are known; empty if there is none
   * @param others whether there are prices in others, which are unknown
   */
  record Money(String currency, boolean others) {}

  /** So many rows are a piece where there is no file to cut. */
  private static final int ROWS = 1 << 13;

  /** Lets the pieces through one after the other. */
  private static final class Turns {
    private int next;
    private int last = Integer.MAX_VALUE;

    /** Waits until all pieces before this one are through; false if it is no more wanted. */
    synchronized boolean await(int piece) throws InterruptedException {
      while (next < piece && piece <= last) {
        wait();
      }
      return piece <= last;
    }

    synchronized void pass() {
      next++;
      notifyAll();
    }

    synchronized void endWith(int piece) {
      last = Math.min(last, piece);
      notifyAll();
    }
  }

  private final InputTable table;
  private final LongConsumer progress;
  private final Sink<P> sink;
  private final List<AudienceShare> shares;
  private final Optional<ColumnStatistics> statistics;
  private final TextHashes ids = new TextHashes();
  private Turns sorted = new Turns();
  private Turns taken = new Turns();
  private AtomicInteger next = new AtomicInteger();
  private long lines;
  private String currency = "";
  private boolean otherCurrencies;
  private volatile Optional<Throwable> failure = Optional.empty();

  private TableWalk(InputTable table, LongConsumer progress, Sink<P> sink) {
    this.table = table;
    this.progress = progress;
    this.sink = sink;
    shares = table.columns().any().differentShares();
    statistics = table.statistics();
  }

  /**
   * Walks over a table.
   *
   * @param progress is told how many rows are read, from time to time
   * @return the money of its prices
   */
  static <P> Money over(InputTable table, LongConsumer progress, Sink<P> sink) {
    TableWalk<P> walk = new TableWalk<>(table, progress, sink);
    table.sheet().last();
    table.sheet().parts().forEach(walk::read);
    walk.statistics.ifPresent(table::verify);
    return new Money(walk.currency, walk.otherCurrencies);
  }

  /** Reads one of the files of the table. */
  private void read(Sheet part) {
    Optional<FilePieces> pieces = part.pieces(table.options().pieceBytes());
    if (pieces.isPresent()) {
      sorted = new Turns();
      taken = new Turns();
      next = new AtomicInteger();
      try (FilePieces file = pieces.get()) {
        read(file);
      }
    } else {
      try (Rows rows = part.rows()) {
        read(rows);
      }
    }
  }

  private Batch batch(TableReader reader) {
    Tally tally = new Tally(new RejectedRows(table.sheet()));
    reader.countIn(tally);
    return new Batch(shares, tally, statistics.map(ColumnStatistics::empty));
  }

  private TableReader reader() {
    return new TableReader(table, table.tally());
  }

  /** Puts a piece into its place in the file. */
  private void sort(Batch batch, long linesBefore) {
    batch.leaveOutRepeated(ids, linesBefore, table.columns().any().id());
    batch.kept().settleCurrency(currency);
    currency = currency.isEmpty() ? batch.kept().currency() : currency;
    otherCurrencies |= batch.kept().hasOtherCurrencies();
    table.tally().add(batch.tally(), linesBefore);
    statistics.ifPresent(all -> all.addAll(batch.statistics().orElseThrow()));
    table.requireFewRejects();
    progress.accept(table.tally().read());
  }

  private void read(Rows rows) {
    TableReader reader = reader();
    boolean more = true;
    while (more) {
      Batch batch = batch(reader);
      for (int i = 0; i < ROWS && more; i++) {
        more = rows.next();
        if (more) {
          batch.look(rows.row());
          reader.take(rows.row(), batch);
        }
      }
      sort(batch, 0);
      sink.take(sink.part(batch));
    }
    table.tally().countBlank(rows.blank());
  }

  private void read(FilePieces file) {
    lines = file.linesBefore();
    table.tally().countBlank(file.blankBefore());
    int workers = Math.min(table.options().threads(), file.count());
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < workers; i++) {
      Thread other = new Thread(() -> work(file), "tierwise-read-" + i);
      other.setDaemon(true);
      other.start();
      others.add(other);
    }
    work(file);
    try {
      for (Thread other : others) {
        other.join();
      }
    } catch (InterruptedException e) {
      fail(e);
    }
    failure.ifPresent(
        cause -> {
          if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
          }
          if (cause instanceof Error error) {
            throw error;
          }
          throw new IllegalStateException("reading must not be interrupted, was", cause);
        });
  }

  private synchronized void fail(Throwable cause) {
    if (failure.isEmpty()) {
      failure = Optional.of(cause);
    }
    sorted.endWith(-1);
    taken.endWith(-1);
  }

  private void work(FilePieces file) {
    try {
      TableReader reader = reader();
      Lines rows = file.lines();
      FilePieces.Piece piece = file.piece();
      int index = next.getAndIncrement();
      while (index < file.count() && read(file, index, piece, rows, reader)) {
        index = next.getAndIncrement();
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Reads a piece; false if none behind it is wanted any more. */
  private boolean read(
      FilePieces file, int index, FilePieces.Piece piece, Lines rows, TableReader reader)
      throws InterruptedException {
    file.read(index, piece, rows);
    Batch batch = batch(reader);
    while (rows.next()) {
      batch.look(rows);
      reader.take(rows, batch);
    }
    batch.tally().countBlank(rows.blank());
    boolean simple = rows.isAtEnd();
    if (!sorted.await(index)) {
      return false;
    }
    if (index == 0 && ids.size() == 0) {
      ids.reserve((long) batch.columns().size() * file.count());
    }
    sort(batch, lines);
    lines += rows.lines();
    if (!simple) {
      // Lines behind it may be no rows: what was read of them does not count.
      sorted.endWith(index);
      taken.endWith(index);
    }
    sorted.pass();
    P part = sink.part(batch);
    if (!taken.await(index)) {
      return false;
    }
    sink.take(part);
    if (!simple) {
      try (Rows rest = file.rest(piece.offset(rows.position()), lines)) {
        read(rest);
      }
    }
    taken.pass();
    return simple;
  }
}
