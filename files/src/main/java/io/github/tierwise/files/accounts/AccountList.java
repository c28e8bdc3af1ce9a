package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tables as accounts.
 *
 * @param name the name of the input that has the accounts
 * @param profiles the accounts in the order of the file
 * @param rejects the rows that could not be read; they are read again when they are looked at
 * @param header the names of the columns; empty if several tables were read
 * @param rows how many rows the tables have below their headers, blank ones not counted
 * @param posts how many rows were read as posts; 0 if a row is an account
 * @param notes how it was read, for people
 * @param columns the fields for which there is a column, by the names of {@code --map}
 * @param histories the posts of the accounts that have some, if their times are known
 */
public record AccountList(
    String name,
    ProfileColumns profiles,
    List<RejectedRow> rejects,
    List<String> header,
    int rows,
    int posts,
    List<ReadNote> notes,
    List<String> columns,
    Map<Influencer, PostHistory> histories) {

  public AccountList {
    header = List.copyOf(header);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    histories = Map.copyOf(histories);
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
