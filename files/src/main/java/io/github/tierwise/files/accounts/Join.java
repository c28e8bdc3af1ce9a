package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.table.CsvRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pair of columns by which accounts and their posts find each other: the one by which most
 * posts do. Letter case counts only where two accounts differ by nothing else.
 *
 * @param account the column of the table of accounts
 * @param post the column of a table of posts
 * @param matched the part of the posts that find an account
 */
record Join(int account, int post, double matched) {

  /** With less than this part of the posts matched nothing is joined. */
  private static final double LEAST = 0.1;

  /** So many must match, and by the next pair only {@link #LEAST}, for a pair to be plain. */
  private static final double PLAIN = 0.5;

  /** What the accounts are called, by each column that may name them. */
  static Map<Integer, Set<String>> names(InputTable accounts) {
    Map<Integer, Set<String>> names = new LinkedHashMap<>();
    accounts.columns().ids().forEach(column -> names.put(column, new HashSet<>()));
    try (CsvRows rows = accounts.sheet().rows()) {
      while (rows.next()) {
        names.forEach((column, of) -> of.add(key(rows.row().cell(column))));
      }
    }
    // Blank is no name.
    names.values().forEach(of -> of.remove(""));
    return names;
  }

  /**
   * The best pair of columns.
   *
   * @param names what the accounts are called
   * @throws InputException if hardly a post finds an account, or two pairs are as good
   */
  static Join find(InputTable accounts, Map<Integer, Set<String>> names, InputTable posts) {
    List<Join> pairs = new ArrayList<>();
    for (int column : posts.columns().ids()) {
      Map<Integer, Integer> matched = new HashMap<>();
      int known = 0;
      try (CsvRows rows = posts.sheet().rows()) {
        while (rows.next()) {
          String key = key(rows.row().cell(column));
          known += key.isEmpty() ? 0 : 1;
          names.forEach(
              (account, of) -> matched.merge(account, of.contains(key) ? 1 : 0, Integer::sum));
        }
      }
      for (Map.Entry<Integer, Integer> each : matched.entrySet()) {
        pairs.add(new Join(each.getKey(), column, each.getValue() / (double) Math.max(1, known)));
      }
    }
    pairs.sort(Comparator.comparingDouble(Join::matched).reversed());
    if (pairs.isEmpty() || pairs.get(0).matched < LEAST) {
      throw nothing(accounts, posts, pairs);
    }
    Join best = pairs.get(0);
    int own = accounts.columns().any().id();
    int theirs = posts.columns().any().id();
    // Of pairs that are as good, the columns that name the accounts anyway are meant.
    for (Join pair : pairs) {
      if (pair.matched == best.matched && pair.account == own && pair.post == theirs) {
        best = pair;
      }
    }
    Join chosen = best;
    boolean usual = best.account == own && best.post == theirs;
    boolean plain =
        best.matched >= PLAIN
            && pairs.stream()
                .filter(pair -> !pair.equals(chosen))
                .allMatch(pair -> pair.matched < LEAST);
    if (!usual && !plain) {
      Join other = pairs.get(pairs.indexOf(chosen) == 0 ? Math.min(1, pairs.size() - 1) : 0);
      throw new InputException(
          "accounts and posts can be joined in two ways: %s, or %s; say --map id=COLUMN"
              .formatted(chosen.words(accounts, posts), other.words(accounts, posts)));
    }
    return best;
  }

  private static InputException nothing(InputTable accounts, InputTable posts, List<Join> pairs) {
    Join usual =
        new Join(
            accounts.columns().any().id(),
            posts.columns().any().id(),
            pairs.isEmpty() ? 0 : pairs.get(0).matched);
    return new InputException(
        "posts must find their accounts: %s; say which columns name the account, as in --map id=%s"
            .formatted(usual.words(accounts, posts), accounts.sheet().header().get(usual.account)));
  }

  private String words(InputTable accounts, InputTable posts) {
    return "%s of %s and %s of %s match in %s of the posts"
        .formatted(
            accounts.notes().get(0).name(account),
            accounts.name(),
            posts.notes().get(0).name(post),
            posts.name(),
            NumberText.percent(matched));
  }

  private static String key(String cell) {
    return AccountName.key(AccountName.of(cell));
  }
}
