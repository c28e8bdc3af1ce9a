package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.columns.AudienceShare;
import io.github.tierwise.files.columns.ColumnNotes;
import io.github.tierwise.files.columns.ColumnReading;
import io.github.tierwise.files.table.RejectKind;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tables as accounts.
 *
 * @param name the name of the input that has the accounts
 * @param profiles the accounts in the order of the file; none if they were handed on
 * @param platforms the platforms of the accounts
 * @param rejects the rows that could not be read; they are read again when they are looked at
 * @param rejectKinds why they could not be read, and how many for each reason
 * @param files the names of the files
 * @param rows how many rows the tables have below their headers, blank ones not counted
 * @param posts how many rows were read as posts; 0 if a row is an account
 * @param notes how it was read, for people
 * @param columns the fields for which there is a column, by the names of {@code --map}
 * @param histories the posts of the accounts that have some; their times may be unknown
 * @param sponsored the sponsored posts; they are put together when they are looked at
 * @param questions what only the caller can answer; empty unless he asked for questions
 * @param uses how each column is understood
 * @param shares the shares of audiences that there are
 * @param assumptions what is believed though nothing says it
 * @param readings what the caller says of cells and by which a column is read
 * @param cells finds the cells behind an account of a platform
 */
public record AccountList(
    String name,
    ProfileColumns profiles,
    Set<Platform> platforms,
    List<RejectedRow> rejects,
    List<RejectKind> rejectKinds,
    List<String> files,
    int rows,
    int posts,
    List<ReadNote> notes,
    List<String> columns,
    Map<Influencer, PostHistory> histories,
    Sponsored sponsored,
    List<String> questions,
    List<ColumnUse> uses,
    List<AudienceShare> shares,
    List<String> assumptions,
    Set<ColumnReading> readings,
    BiFunction<Integer, Platform, List<Origin>> cells) {

  /**
   * Posts that are sponsored.
   *
   * @param marked whether a column marks them
   * @param unmarked how many posts are neither said to be sponsored nor not to be
   * @param posts those with an earlier post that is not sponsored, account by account, oldest first
   */
  public record Sponsored(boolean marked, long unmarked, Supplier<List<SponsoredPost>> posts) {

    static final Sponsored NONE = new Sponsored(false, 0, List::of);
  }

  /**
   * How a column of a table is understood.
   *
   * @param table the name of the table
   * @param accounts the network of the accounts that it is understood for; empty if for all
   * @param use what it is
   */
  public record ColumnUse(String table, String accounts, ColumnNotes.Use use) {}

  public AccountList {
    platforms = Collections.unmodifiableSet(new LinkedHashSet<>(platforms));
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    histories = Map.copyOf(histories);
    questions = List.copyOf(questions);
    uses = List.copyOf(uses);
    assumptions = List.copyOf(assumptions);
    readings = Set.copyOf(readings);
  }

  /** The cells that the numbers of an account came from; its row is read again. */
  public List<Origin> origins(int account) {
    return cells.apply(account, profiles.platform(account));
  }

  /** Shows every account for a moment: the profile must not be kept. */
  public void forEach(Consumer<Profile> action) {
    ProfileColumns.Cursor account = profiles.cursor();
    for (int row = 0; row < profiles.size(); row++) {
      action.accept(account.moveTo(row));
    }
  }

  /** The accounts one at a time, each made from its row when it is asked for. */
  public List<Influencer> accounts() {
    return new AbstractList<>() {
      @Override
      public Influencer get(int row) {
        return profiles.get(row);
      }

      @Override
      public int size() {
        return profiles.size();
      }
    };
  }
}
