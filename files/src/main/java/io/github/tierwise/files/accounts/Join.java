package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.table.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pair of columns by which accounts and their posts find each other: the one that shares most
 * names. Letter case counts only where two accounts differ by nothing else.
 *
 * @param account the column of the table of accounts
 * @param post the column of a table of posts
 * @param accounts how many different accounts the one names
 * @param posting how many different accounts the other names
 * @param shared how many of these are the same
 */
record Join(int account, int post, int accounts, int posting, int shared) {

  /** With less than this part of the accounts matched nothing is joined. */
  private static final double LEAST = 0.1;

  /** So many must match, and by the next pair only {@link #LEAST}, for a pair to be plain. */
  private static final double PLAIN = 0.5;

  /** What the accounts are called, by each column that may name them. */
  static Map<Integer, Set<String>> names(InputTable accounts) {
    Map<Integer, Set<String>> names = new LinkedHashMap<>();
    accounts.columns().ids().forEach(column -> names.put(column, new HashSet<>()));
    try (Rows rows = accounts.sheet().rows()) {
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
   * @throws InputException if hardly a post finds an account, or it is not plain how they do
   */
  static Join find(InputTable accounts, Map<Integer, Set<String>> names, InputTable posts) {
    List<Join> pairs = pairs(names, posts);
    if (pairs.isEmpty()) {
      throw new InputException(
          "posts must find their accounts: %s and %s must have columns that name the account; say which, as in --map id=COLUMN"
              .formatted(accounts.name(), posts.name()));
    }
    int own = accounts.columns().any().id();
    int theirs = posts.columns().any().id();
    // Of pairs that are as good, the columns that name the accounts anyway are meant.
    pairs.sort(
        Comparator.comparingDouble(Join::matched)
            .reversed()
            .thenComparing(pair -> !(pair.account == own && pair.post == theirs)));
    Join best = pairs.get(0);
    boolean said =
        pairs.size() == 1 && (accounts.isNameSaid() || posts.isNameSaid()) && best.shared > 0;
    if (said) {
      return best;
    }
    if (best.matched() < LEAST) {
      Join usual =
          pairs.stream()
              .filter(pair -> pair.account == own && pair.post == theirs)
              .findFirst()
              .orElse(best);
      throw usual.notFound(accounts, posts);
    }
    boolean rival = pairs.size() > 1 && pairs.get(1).matched() >= LEAST;
    boolean usual = best.account == own && best.post == theirs;
    if (rival && !(usual && best.matched() >= PLAIN)) {
      throw new InputException(
          "accounts and posts can be joined in two ways: %s, or %s; say which, as in %s"
              .formatted(
                  best.words(accounts, posts),
                  pairs.get(1).words(accounts, posts),
                  best.option(accounts, posts)));
    }
    if (best.matched() < PLAIN) {
      throw best.notFound(accounts, posts);
    }
    return best;
  }

  private static List<Join> pairs(Map<Integer, Set<String>> names, InputTable posts) {
    List<Join> pairs = new ArrayList<>();
    for (int column : posts.columns().ids()) {
      Set<String> posting = new HashSet<>();
      try (Rows rows = posts.sheet().rows()) {
        while (rows.next()) {
          posting.add(key(rows.row().cell(column)));
        }
      }
      posting.remove("");
      names.forEach(
          (account, of) ->
              pairs.add(
                  new Join(
                      account,
                      column,
                      of.size(),
                      posting.size(),
                      (int) posting.stream().filter(of::contains).count())));
    }
    return pairs;
  }

  /**
   * The part of the accounts that find posts or of those with posts that find an account, whichever
   * is larger: a list may be a part of what there are posts of, and posts may be of a few only.
   */
  double matched() {
    return shared / (double) Math.max(1, Math.min(accounts, posting));
  }

  private InputException notFound(InputTable from, InputTable posts) {
    return new InputException(
        "posts must find their accounts, half of them at least: %s; say which columns name the account, as in %s"
            .formatted(words(from, posts), option(from, posts)));
  }

  private String words(InputTable from, InputTable posts) {
    return "%s of %s (%s) and %s of %s (%s) have %s in common"
        .formatted(
            from.notes().get(0).name(account),
            from.name(),
            NumberText.of(accounts, "name"),
            posts.notes().get(0).name(post),
            posts.name(),
            NumberText.of(posting, "name"),
            NumberText.count(shared));
  }

  /** How the caller says that these columns are meant. */
  private String option(InputTable from, InputTable posts) {
    return Stream.of(from.notes().get(0).name(account), posts.notes().get(0).name(post))
        .distinct()
        .map(name -> "--map id=" + name)
        .collect(Collectors.joining(" "));
  }

  private static String key(String cell) {
    return AccountName.key(AccountName.of(cell));
  }
}
