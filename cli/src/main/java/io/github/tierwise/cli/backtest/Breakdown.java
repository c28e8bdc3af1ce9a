package io.github.tierwise.cli.backtest;

import io.github.tierwise.files.cells.NumberText;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** By what foretold accounts are told apart. */
enum Breakdown {
  /** All of them. */
  ALL("all accounts"),

  /** Their followers, by decade. */
  FOLLOWERS("followers"),

  /** How many posts there were to foretell from. */
  POSTS("earlier posts"),

  /** How old the newest post was when it was counted. */
  AGE("age of the newest");

  private final String title;

  Breakdown(String title) {
    this.title = title;
  }

  /** Where cells begin. */
  private double[] starts() {
    return switch (this) {
      case ALL -> new double[] {0};
      case FOLLOWERS -> new double[] {0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
      case POSTS -> new double[] {2, 3, 5, 10, 20, 30};
      case AGE -> new double[] {0, 1, 3, 7, 30};
    };
  }

  private double of(Foretold account) {
    return switch (this) {
      case ALL -> 0;
      case FOLLOWERS -> account.followers();
      case POSTS -> account.earlier();
      case AGE -> account.age();
    };
  }

  /**
   * Some of the accounts.
   *
   * @param by what they have in common
   * @param from they have as much of it or more; NaN if it is not known
   * @param below they have less; infinite if any more will do, NaN if it is not known
   * @param accounts at least one
   */
  record Cell(Breakdown by, double from, double below, List<Foretold> accounts) {

    /** What they have in common, in words. */
    String words() {
      if (by == ALL) {
        return "all";
      }
      if (Double.isNaN(from)) {
        return "unknown";
      }
      if (below == Double.POSITIVE_INFINITY) {
        return said(from) + " or more";
      }
      if (from == 0) {
        return "below " + said(below);
      }
      // Days are measured; followers and posts are counted.
      double last = by == AGE ? below : below - 1;
      return from == last ? said(from) : NumberText.count(from) + " to " + said(last);
    }

    private String said(double amount) {
      return by == AGE ? NumberText.of((long) amount, "day") : NumberText.count(amount);
    }
  }

  /** What is told apart, in words. */
  String title() {
    return title;
  }

  /** The cells that have accounts, what is unknown last. */
  List<Cell> cells(List<Foretold> accounts) {
    double[] from = starts();
    return accounts.stream()
        .collect(Collectors.groupingBy(this::cell, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            cell -> {
              int at = cell.getKey();
              boolean known = at < from.length;
              boolean last = at == from.length - 1;
              return new Cell(
                  this,
                  known ? from[at] : Double.NaN,
                  last ? Double.POSITIVE_INFINITY : known ? from[at + 1] : Double.NaN,
                  cell.getValue());
            })
        .toList();
  }

  private int cell(Foretold account) {
    double[] from = starts();
    double value = of(account);
    if (Double.isNaN(value)) {
      return from.length;
    }
    int at = 0;
    while (at + 1 < from.length && value >= from[at + 1]) {
      at++;
    }
    return at;
  }
}
