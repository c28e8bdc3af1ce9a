package io.github.tierwise.files.cells;

import java.util.regex.Pattern;

/** Names of accounts as people write them. */
public final class AccountName {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private AccountName() {}

  /** The account's name as it is compared and shown: without spaces around it and without @. */
  public static String of(String cell) {
    String id = cell.strip();
    if (hasSpaces(id)) {
      id = SPACES.matcher(id).replaceAll(" ");
    }
    return id.startsWith("@") ? id.substring(1).strip() : id;
  }

  private static boolean hasSpaces(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) <= ' ') {
        return true;
      }
    }
    return false;
  }
}
