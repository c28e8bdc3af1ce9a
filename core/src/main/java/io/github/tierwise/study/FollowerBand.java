package io.github.tierwise.study;

import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.Unclassified;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An interval of followers in which no definition changes its answer, and who lives there.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param platform the platform
 * @param min the fewest followers, inclusive
 * @param max the first number of followers beyond; positive infinity without an upper end
 * @param accounts accounts of the study in it
 * @param answers what the definitions answer, in their order; those that look at more than
 *     followers are left out
 * @since 0.1.0
 */
public record FollowerBand(
    Platform platform, double min, double max, long accounts, List<Classification> answers) {

  /**
   * Copies the list.
   *
   * @param platform the platform
   * @param min the fewest followers, inclusive
   * @param max the first number of followers beyond
   * @param accounts accounts of the study in it
   * @param answers what the definitions answer
   */
  public FollowerBand {
    answers = List.copyOf(answers);
  }

  /**
   * How many definitions call accounts here by a common name.
   *
   * @param name the name; {@link CommonTier#NONE} counts tiers without a common name
   * @return a number of definitions
   */
  public int calling(CommonTier name) {
    return (int)
        answers.stream()
            .filter(answer -> answer instanceof Tier tier && tier.common() == name)
            .count();
  }

  /**
   * How many definitions have no tier for accounts here, for one reason.
   *
   * @param reason why
   * @return a number of definitions
   */
  public int without(Unclassified.Reason reason) {
    return (int)
        answers.stream()
            .filter(answer -> answer instanceof Unclassified none && none.reason() == reason)
            .count();
  }

  /**
   * Whether the definitions disagree: of those that can tell, not all give the same common name
   * (where there is none, the same label), or some have no tier while others do.
   *
   * @return true if two definitions differ
   */
  public boolean isContested() {
    Set<String> names = new HashSet<>();
    for (Classification answer : answers) {
      if (!Confusion.cannotTell(answer)) {
        names.add(
            answer instanceof Tier tier && tier.common() != CommonTier.NONE
                ? tier.common().name()
                : answer.label());
      }
    }
    return names.size() > 1;
  }

  /** The interval and the accounts, as in {@code 1,000 to below 10,000: 4,120 accounts}. */
  @Override
  public String toString() {
    return Double.isInfinite(max)
        ? "%s and more: %s accounts".formatted(Text.count(min), Text.count((double) accounts))
        : "%s to below %s: %s accounts"
            .formatted(Text.count(min), Text.count(max), Text.count((double) accounts));
  }
}
