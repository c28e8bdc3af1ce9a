package io.github.tierwise.study;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicy;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is studied: the definitions, the cells of followers in which each has one answer, and the
 * engagement rates. A <em>cell</em> here is numbered over all platforms. Immutable.
 */
final class Partition {

  private static final Platform[] PLATFORMS = Platform.values();

  private final List<TierPolicy> policies;
  private final Map<Platform, EngagementModel> models;
  private final FollowerLine[] lines = new FollowerLine[PLATFORMS.length];

  /** The first cell of each platform, and behind the last the number of cells. */
  private final int[] starts = new int[PLATFORMS.length + 1];

  private final Platform[] platformOfCell;

  /** By definition and cell; no cells for a definition that looks at more than followers. */
  private final int[][] answers;

  /** What an answer counts in a combination, for those that must be asked about every account. */
  private final long[] factors;

  /** How many combined answers these can give. */
  private final long combinations;

  Partition(List<? extends TierPolicy> policies, Map<Platform, EngagementModel> models) {
    this.policies = List.copyOf(policies);
    this.models = Collections.unmodifiableMap(new EnumMap<>(models));
    checkIds();
    for (Platform platform : PLATFORMS) {
      int i = platform.ordinal();
      lines[i] = FollowerLine.of(platform, this.policies);
      starts[i + 1] = starts[i] + lines[i].cells();
    }
    platformOfCell = new Platform[cells()];
    for (Platform platform : PLATFORMS) {
      Arrays.fill(platformOfCell, start(platform), end(platform), platform);
    }
    answers = new int[this.policies.size()][0];
    factors = new long[answers.length];
    long product = cells();
    for (int policy = 0; policy < answers.length; policy++) {
      TierPolicy definition = this.policies.get(policy);
      if (Arrays.stream(PLATFORMS).allMatch(on -> definition.followerBounds(on).isPresent())) {
        answers[policy] = answersByCell(definition);
      } else {
        factors[policy] = product / cells();
        product = Math.multiplyExact(product, definition.outcomes().size());
      }
    }
    combinations = product / cells();
  }

  /** The usual engagement rates, to be changed. */
  static Map<Platform, EngagementModel> standardModels() {
    Map<Platform, EngagementModel> models = new EnumMap<>(Platform.class);
    for (Platform platform : PLATFORMS) {
      models.put(platform, EngagementModels.standard(platform));
    }
    return models;
  }

  private void checkIds() {
    Checks.atLeast(1, policies.size(), "definitions");
    Set<String> ids = new HashSet<>();
    for (TierPolicy policy : policies) {
      Checks.require(
          ids.add(policy.id()), () -> "id of a definition must be used once, was " + policy.id());
    }
  }

  /** Asks once a cell, about an account at its start. */
  private int[] answersByCell(TierPolicy policy) {
    int[] found = new int[cells()];
    for (Platform platform : PLATFORMS) {
      double[] followers = new double[lines[platform.ordinal()].cells()];
      Arrays.setAll(followers, lines[platform.ordinal()]::min);
      policy.classify(
          ProfileColumns.builder(platform, followers).build(),
          0,
          followers.length,
          found,
          start(platform));
    }
    return found;
  }

  /** Whether counts of the one may be added to counts of the other. */
  boolean isLike(Partition other) {
    return policies.equals(other.policies) && models.equals(other.models);
  }

  List<TierPolicy> policies() {
    return policies;
  }

  /** The definitions in words. */
  String ids() {
    return String.join(", ", policies.stream().map(TierPolicy::id).toList());
  }

  Map<Platform, EngagementModel> models() {
    return models;
  }

  EngagementModel model(Platform platform) {
    return Objects.requireNonNull(models.get(platform), "model");
  }

  /** The position of a definition of the study. */
  int position(TierPolicy policy) {
    int position = policies.indexOf(Objects.requireNonNull(policy, "definition"));
    Checks.require(
        position >= 0, () -> "definition must be one of the study's, was " + policy.id());
    return position;
  }

  int cells() {
    return starts[PLATFORMS.length];
  }

  /** The first cell of a platform: the one for unknown followers. */
  int start(Platform platform) {
    return starts[platform.ordinal()];
  }

  int end(Platform platform) {
    return starts[platform.ordinal() + 1];
  }

  int cell(Profile profile) {
    int platform = profile.platform().ordinal();
    return starts[platform] + lines[platform].cell(profile.followers());
  }

  Platform platform(int cell) {
    return platformOfCell[cell];
  }

  double min(int cell) {
    Platform platform = platform(cell);
    return lines[platform.ordinal()].min(cell - start(platform));
  }

  double max(int cell) {
    Platform platform = platform(cell);
    return lines[platform.ordinal()].max(cell - start(platform));
  }

  boolean isByFollowers(int policy) {
    return answers[policy].length > 0;
  }

  /**
   * The position of a definition's answer among its outcomes.
   *
   * @param combination what the definitions that look at more than followers answer together
   */
  int answer(int policy, int cell, long combination) {
    if (isByFollowers(policy)) {
      return answers[policy][cell];
    }
    return (int) (combination / factors[policy] % policies.get(policy).outcomes().size());
  }

  Classification outcome(int policy, int answer) {
    return policies.get(policy).outcomes().get(answer);
  }

  /** What an answer counts in the combination, where a definition looks at more than followers. */
  long factor(int policy) {
    return factors[policy];
  }

  /** How many combined answers the definitions that are asked row by row can give. */
  long combinations() {
    return combinations;
  }

  /**
   * The binary logarithm of the engagement rate: of a typical post where posts were read, else of
   * the mean, as a score states it. Minus infinity for a rate of 0, NaN if unknown.
   */
  double logRate(Profile profile) {
    return Logs.log2(model(profile.platform()).typicalRate(profile));
  }
}
