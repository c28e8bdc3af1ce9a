package io.github.tierwise.study;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The followers of one platform, cut wherever the answer of a definition may change and on both
 * sides of every disputed edge. Cell 0 is for unknown followers, cell 1 for those below the first
 * cut; in each cell every follower-only definition has one answer.
 */
final class FollowerLine {

  private final double[] cuts;

  private FollowerLine(double[] cuts) {
    this.cuts = cuts;
  }

  static FollowerLine of(Platform platform, List<TierPolicy> policies) {
    TreeSet<Double> cuts = new TreeSet<>();
    for (TierPolicy policy : policies) {
      policy.followerBounds(platform).ifPresent(cuts::addAll);
      for (double edge : policy.disputedEdges(platform)) {
        cuts.add(edge);
        cuts.add(Math.nextUp(edge));
      }
    }
    // Nobody has fewer than 0 followers.
    cuts.remove(0.0);
    return new FollowerLine(cuts.stream().mapToDouble(Double::doubleValue).toArray());
  }

  int cells() {
    return cuts.length + 2;
  }

  int cell(double followers) {
    if (Double.isNaN(followers)) {
      return 0;
    }
    int found = Arrays.binarySearch(cuts, followers);
    return found >= 0 ? found + 2 : -found;
  }

  /** The fewest followers in a cell, NaN for unknown followers. */
  double min(int cell) {
    return cell == 0 ? Double.NaN : cell == 1 ? 0 : cuts[cell - 2];
  }

  /** The first number of followers beyond a cell. */
  double max(int cell) {
    return cell == 0
        ? Double.NaN
        : cell - 1 < cuts.length ? cuts[cell - 1] : Double.POSITIVE_INFINITY;
  }
}
