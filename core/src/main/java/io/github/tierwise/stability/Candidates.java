package io.github.tierwise.stability;

import io.github.tierwise.internal.Doubt;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts in the order of their keys, with what is in doubt of each by each criterion. Immutable.
 */
final class Candidates {

  private final String[] keys;
  private final Doubt[][] doubts;
  private final String[] criteria;
  private final List<String> sources = new ArrayList<>();
  private final int[] sourceOf;

  /**
   * Accounts, in the order of their keys.
   *
   * @param keys what draws of an account belong to: its id and platform
   * @param doubts by account, then by criterion
   */
  Candidates(String[] keys, Doubt[][] doubts, String[] criteria) {
    this.keys = keys;
    this.doubts = doubts;
    this.criteria = criteria;
    sourceOf = new int[criteria.length];
    for (int j = 0; j < criteria.length; j++) {
      String source = doubts.length == 0 ? criteria[j] : doubts[0][j].source();
      if (!sources.contains(source)) {
        sources.add(source);
      }
      sourceOf[j] = sources.indexOf(source);
    }
  }

  int size() {
    return keys.length;
  }

  String key(int account) {
    return keys[account];
  }

  int criteria() {
    return criteria.length;
  }

  String criterion(int j) {
    return criteria[j];
  }

  Doubt doubt(int account, int criterion) {
    return doubts[account][criterion];
  }

  /** What may be in doubt; criteria may share one. */
  List<String> sources() {
    return sources;
  }

  int sourceOf(int criterion) {
    return sourceOf[criterion];
  }

  /** The utilities that scores take, by criterion. */
  double[][] values() {
    double[][] values = new double[criteria.length][keys.length];
    for (int j = 0; j < criteria.length; j++) {
      for (int i = 0; i < keys.length; i++) {
        values[j][i] = doubts[i][j].value();
      }
    }
    return values;
  }
}
