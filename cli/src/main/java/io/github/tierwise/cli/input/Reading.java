package io.github.tierwise.cli.input;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.profile.Influencer;
import java.util.List;
import java.util.Map;

/**
 * Tables as accounts.
 *
 * @param name the name of the input that has the accounts
 * @param accounts the accounts in the order of the file
 * @param rejects the rows that could not be read
 * @param header the names of the columns; empty if several tables were read
 * @param rows how many rows the tables have below their headers, blank ones not counted
 * @param posts how many rows were read as posts; 0 if a row is an account
 * @param notes how it was read, for people
 * @param columns the fields for which there is a column, by the names of {@code --map}
 * @param histories the posts of the accounts that have some, if their times are known
 */
public record Reading(
    String name,
    List<Influencer> accounts,
    List<Reject> rejects,
    List<String> header,
    int rows,
    int posts,
    List<Note> notes,
    List<String> columns,
    Map<Influencer, PostHistory> histories) {

  public Reading {
    accounts = List.copyOf(accounts);
    rejects = List.copyOf(rejects);
    header = List.copyOf(header);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    histories = Map.copyOf(histories);
  }
}
