package io.github.tierwise.cli.input;

import io.github.tierwise.profile.Influencer;
import java.util.List;

/**
 * A table as accounts.
 *
 * @param name the name of the input
 * @param accounts the accounts in the order of the file
 * @param rejects the rows that could not be read
 * @param header the names of the columns
 * @param rows how many rows the table has below its header, blank ones not counted
 * @param notes how it was read, for people
 * @param columns the fields for which there is a column, by the names of {@code --map}
 */
public record Reading(
    String name,
    List<Influencer> accounts,
    List<Reject> rejects,
    List<String> header,
    int rows,
    List<Note> notes,
    List<String> columns) {

  public Reading {
    accounts = List.copyOf(accounts);
    rejects = List.copyOf(rejects);
    header = List.copyOf(header);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
  }
}
