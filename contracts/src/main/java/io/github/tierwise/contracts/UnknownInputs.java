package io.github.tierwise.contracts;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** That the unknown is not taken for zero: each input alone, and together with others. */
final class UnknownInputs {

  /** Of so many accounts that are known best inputs are varied with others unknown, too. */
  private static final int BEST = 24;

  /** Of so many accounts, and so many of the best, a policy is asked with every amount. */
  private static final int ASKED = 30;

  private static final int BEST_ASKED = 4;

  private final List<Influencer> accounts;
  private final List<Influencer> best;

  /**
   * Varies the inputs of accounts.
   *
   * @param most of how many of them that are as they are
   */
  UnknownInputs(List<Influencer> accounts, int most) {
    this.accounts = spread(accounts, most);
    best =
        accounts.stream()
            .map(account -> new Known(account, known(account)))
            .sorted(Comparator.comparingLong(known -> -known.count()))
            .limit(2 * BEST)
            .map(Known::account)
            .toList();
  }

  private record Known(Influencer account, long count) {}

  private static long known(Influencer account) {
    return Stream.of(Measure.values()).filter(each -> !Double.isNaN(account.get(each))).count();
  }

  /** What a strategy says of an account. */
  interface Answer {

    boolean isKnown();

    /** Whether it says that it may be otherwise. */
    boolean isOpen();

    /** As in a sentence. */
    String text();
  }

  /** Accounts in which the same is unknown besides the input. */
  private record Group(Input input, String besides, List<Influencer> accounts) {

    /** Such as {@code unknown saves}, and what else is unknown. */
    String unknown() {
      return "unknown " + input.name() + besides;
    }
  }

  /**
   * The accounts to vary an input in: as they are; those that are known best; these with one
   * measure after the other unknown, too; and with no other known.
   */
  private List<Group> groups(Input input, int some, int full) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(input, "", spread(accounts.stream().filter(input::isIn).toList(), some)));
    List<Measure> others = input.others();
    if (others.isEmpty()) {
      return groups;
    }
    List<Influencer> whole = spread(best.stream().filter(input::isIn).toList(), full);
    groups.add(new Group(input, "", whole));
    for (Measure other : others) {
      groups.add(
          new Group(
              input,
              " and " + other.label(),
              whole.stream()
                  .filter(account -> !Double.isNaN(account.get(other)))
                  .map(account -> without(account, List.of(other)))
                  .toList()));
    }
    groups.add(
        new Group(
            input,
            " and all other measures",
            whole.stream().map(account -> without(account, others)).toList()));
    return groups;
  }

  private static Influencer without(Influencer account, List<Measure> measures) {
    Influencer.Builder builder = account.toBuilder();
    measures.forEach(measure -> builder.set(measure, Double.NaN));
    return builder.build();
  }

  /** At most so many of them, from all over the list. */
  private static List<Influencer> spread(List<Influencer> accounts, int most) {
    int size = accounts.size();
    return size <= most
        ? accounts
        : IntStream.range(0, most)
            .mapToObj(i -> accounts.get((int) ((long) i * size / most)))
            .toList();
  }

  /**
   * Where an input matters at all, its being unknown must differ from its being none. A single
   * account proves nothing: there the two may be the same by chance.
   *
   * @param part what is asked, if it is a part of what is checked, such as {@code criterion saves,
   *     }; else blank
   * @param rule what else to answer, in words
   * @param same what is the same
   */
  <A extends Answer> void differ(
      Function<Influencer, A> strategy,
      String part,
      String rule,
      String same,
      Violations violations) {
    for (Input input : Input.all()) {
      for (Group group : groups(input, accounts.size(), BEST)) {
        String example = countedAsNone(strategy, group);
        if (!example.isEmpty()) {
          violations.add(
              group.unknown() + " must not count as none" + rule,
              part + "every account",
              "the same %s, such as %s".formatted(same, example));
          break;
        }
      }
    }
  }

  /** An account where the unknown counts as none, if it does wherever it matters; else blank. */
  private static <A extends Answer> String countedAsNone(
      Function<Influencer, A> strategy, Group group) {
    Input input = group.input();
    String example = "";
    for (Influencer account : group.accounts()) {
      A ofNone = strategy.apply(input.with(account, 0));
      // If none is unknown, too, then unknown is not counted as none.
      if (ofNone.isKnown()
          && !ofNone.equals(strategy.apply(input.with(account, input.amounts(account).get(0))))) {
        A ofUnknown = strategy.apply(input.with(account, Double.NaN));
        // With more unknown, none may be as open as the unknown is.
        if (!ofNone.equals(ofUnknown) || (ofUnknown.isOpen() && !group.besides().isEmpty())) {
          return "";
        }
        if (example.isEmpty()) {
          example = "%s for %s".formatted(ofNone.text(), account.id());
        }
      }
    }
    return example;
  }

  /** A policy cannot tell where an input is unknown whose amount decides. */
  void cannotTell(TierPolicy policy, String part, Violations violations) {
    for (Input input : Input.all()) {
      for (Group group : groups(input, ASKED, BEST_ASKED)) {
        if (isTold(policy, part, group, violations)) {
          break;
        }
      }
    }
  }

  private static boolean isTold(
      TierPolicy policy, String part, Group group, Violations violations) {
    Input input = group.input();
    for (Influencer account : group.accounts()) {
      Classification answer = policy.classify(input.with(account, Double.NaN));
      if (answer instanceof Unclassified none && none.reason() == Unclassified.Reason.CANNOT_TELL) {
        continue;
      }
      Classification ofNone = policy.classify(input.with(account, 0));
      for (double amount : input.amounts(account)) {
        Classification ofSome = policy.classify(input.with(account, amount));
        if (ofSome != ofNone) {
          violations.add(
              "with %s it must be unclassified with the reason CANNOT_TELL, since it is %s with 0 and %s with %s"
                  .formatted(group.unknown(), ofNone.label(), ofSome.label(), amount),
              part + account.id(),
              answer);
          return true;
        }
      }
    }
    return false;
  }
}
