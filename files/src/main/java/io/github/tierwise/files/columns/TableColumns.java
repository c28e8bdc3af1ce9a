package io.github.tierwise.files.columns;

import io.github.tierwise.profile.Platform;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a table is understood.
 *
 * @param byNetwork what the columns are for the accounts of a network that has columns of its own
 * @param common what they are for all other accounts; empty if there are none
 * @param wide whether a row without a platform has an account on every network of {@code byNetwork}
 * @param posts whether a row is a post
 * @param ids all columns that may name the account
 * @param questions what only the caller can answer: as long as one is open, no number counts
 * @param readings what the caller says of cells and by which a column is read
 */
public record TableColumns(
    Map<Platform, ColumnRoles> byNetwork,
    Optional<ColumnRoles> common,
    boolean wide,
    boolean posts,
    List<Integer> ids,
    List<String> questions,
    Set<ColumnReading> readings) {

  public TableColumns {
    byNetwork = Collections.unmodifiableMap(new LinkedHashMap<>(byNetwork));
    ids = List.copyOf(ids);
    questions = List.copyOf(questions);
    readings = Set.copyOf(readings);
  }

  /** The columns for accounts of a network. */
  public Optional<ColumnRoles> of(Platform network) {
    return Optional.ofNullable(byNetwork.get(network)).or(() -> common);
  }

  /** The columns of any network, for what is the same for all. */
  public ColumnRoles any() {
    return common.or(() -> byNetwork.values().stream().findFirst()).orElseThrow();
  }

  /** The same, but another column names the account. */
  public TableColumns withId(int column) {
    Map<Platform, ColumnRoles> networks = new LinkedHashMap<>();
    byNetwork.forEach((network, roles) -> networks.put(network, roles.withId(column)));
    return new TableColumns(
        networks, common.map(roles -> roles.withId(column)), wide, posts, ids, questions, readings);
  }
}
