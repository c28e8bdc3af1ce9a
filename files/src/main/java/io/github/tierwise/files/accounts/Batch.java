package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.cells.TextHash;
import io.github.tierwise.files.cells.TextHashes;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.ColumnStatistics;
import io.github.tierwise.files.table.Lines;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.profile.Platform;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Some rows of a table that follow each other, as accounts; one thread makes it, one has it. */
final class Batch implements InputTable.Sink {

  private static final int USUAL = 1 << 15;

  /** Of very many shares not so many rows have room from the start. */
  private static final int USUAL_NUMBERS = 1 << 24;

  /** So many hashes are looked for at once. */
  private static final int EXPECTED = 1 << 6;

  private final AccountsBuilder accounts;
  private final Tally tally;
  private final Optional<ColumnStatistics> statistics;
  private final TextHash hash = new TextHash();
  private final BitSet repeated = new BitSet();
  private long[] firsts = new long[USUAL];
  private int[] seconds = new int[USUAL];
  private AccountsBuilder kept;
  private long linesBefore;

  /**
   * No rows.
   *
   * @param shares the shares that a row may have
   * @param tally counts what becomes of the rows
   * @param statistics counts what the cells are like, where that is asked
   */
  Batch(List<AudienceShare> shares, Tally tally, Optional<ColumnStatistics> statistics) {
    this.statistics = statistics;
    accounts = new AccountsBuilder(shares, Math.min(USUAL, USUAL_NUMBERS / (shares.size() + 1)));
    kept = accounts;
    this.tally = tally;
  }

  @Override
  public void accept(Row row, AccountRow account) {
    accounts.add(account, row.line());
    hash.of(account.id(), account.platform().ordinal());
    keepHash();
  }

  /**
   * Adds the account of a line by a name that is plain; its numbers and labels are set behind it.
   */
  void add(Lines lines, int row, int id, Platform platform) {
    accounts.add(lines, row, id, platform);
    lines.hash(hash, row, id, platform.ordinal());
    keepHash();
    tally.countAccount(platform);
  }

  private void keepHash() {
    int at = accounts.size() - 1;
    if (at == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * at);
      seconds = Arrays.copyOf(seconds, 2 * at);
    }
    firsts[at] = hash.first();
    seconds[at] = hash.second();
  }

  /** The columns, to be filled. */
  AccountsBuilder columns() {
    return accounts;
  }

  /** Looks at a row before it is read. */
  void look(Row row) {
    statistics.ifPresent(all -> all.add(row));
  }

  /** Looks at rows before they are read. */
  void look(Lines lines) {
    statistics.ifPresent(all -> all.add(lines));
  }

  Optional<ColumnStatistics> statistics() {
    return statistics;
  }

  Tally tally() {
    return tally;
  }

  /**
   * Leaves out the accounts that were there before, and what follows them in their row.
   *
   * @param before the accounts of all rows before these; those of these are added
   * @param lines how many lines of the file are before the first of these
   * @param column the position of the column that names the account
   */
  void leaveOutRepeated(TextHashes before, long lines, int column) {
    linesBefore = lines;
    long rejected = -1;
    for (int i = 0; i < accounts.size(); i++) {
      if (i % EXPECTED == 0) {
        before.expect(firsts, seconds, i, Math.min(i + EXPECTED, accounts.size()));
      }
      boolean known = accounts.line(i) != rejected && before.add(firsts[i], seconds[i]);
      if (known) {
        continue;
      }
      repeated.set(i);
      tally.forgetAccount(accounts.platform(i));
      if (accounts.line(i) != rejected) {
        rejected = accounts.line(i);
        tally.rejectRepeated(
            rejected,
            column,
            "account must come once, %s came before".formatted(Quote.of(accounts.id(i))));
      }
    }
    firsts = new long[0];
    seconds = new int[0];
    if (!repeated.isEmpty()) {
      kept = new AccountsBuilder(accounts.shares(), accounts.size());
      kept.addAll(accounts, repeated, 0);
    }
  }

  /** The accounts that are not left out; their lines are counted from the first of these rows. */
  AccountsBuilder kept() {
    return kept;
  }

  /** Adds the accounts that are not left out to others. */
  void addTo(AccountsBuilder others) {
    others.addAll(kept, new BitSet(), linesBefore);
  }
}
