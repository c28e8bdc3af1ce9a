package io.github.tierwise.cli.score;

import io.github.tierwise.cli.write.Section;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability;
import io.github.tierwise.stability.RankStability.Options;
import io.github.tierwise.stability.RankStability.Share;
import io.github.tierwise.stability.RankStability.Standing;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/** Where accounts stand, by whom they are. Immutable. */
final class Standings {

  /** How programs call the columns of {@link #shares}. */
  static final List<String> NAMES = List.of("first", "first_error", "top", "top_error");

  /** An account is one on one platform. */
  private record Key(String id, Platform platform) {}

  private final RankStability stability;
  private final Map<Key, Standing> standings = new HashMap<>();

  Standings(RankStability stability, ProfileColumns accounts) {
    this.stability = stability;
    for (Standing standing : stability.standings()) {
      standings.put(new Key(standing.id(), accounts.platform(standing.row())), standing);
    }
  }

  static RankStability stability(Scorer scorer, ProfileColumns accounts, Options options) {
    return RankStability.of(scorer, list(accounts), options);
  }

  /** Columns as a list whose accounts are made when they are asked for. */
  static List<Influencer> list(ProfileColumns accounts) {
    return new Accounts(accounts);
  }

  private static final class Accounts extends AbstractList<Influencer> implements RandomAccess {
    private final ProfileColumns columns;

    Accounts(ProfileColumns columns) {
      this.columns = columns;
    }

    @Override
    public Influencer get(int row) {
      return columns.get(row);
    }

    @Override
    public int size() {
      return columns.size();
    }
  }

  /** Empty for an account that was not drawn for. */
  Optional<Standing> of(ListedScore listed) {
    Influencer account = listed.account();
    return Optional.ofNullable(standings.get(new Key(account.id(), account.platform())));
  }

  /** Adds how often an account is first and in the top, with errors; empty where none is known. */
  static <T> Section<T> shares(
      Section<T> section, int top, Function<? super T, Optional<Standing>> standings) {
    Function<T, Optional<Share>> first = row -> standings.apply(row).map(Standing::first);
    Function<T, Optional<Share>> best = row -> standings.apply(row).map(Standing::top);
    return section
        .people("first in", 13, row -> words(first.apply(row)))
        .right()
        .people("in the top " + top, 16, row -> words(best.apply(row)))
        .right()
        .data("first", row -> first.apply(row).map(Share::value))
        .data("first_error", row -> first.apply(row).map(Share::error))
        .data("top", row -> best.apply(row).map(Share::value))
        .data("top_error", row -> best.apply(row).map(Share::error));
  }

  private static String words(Optional<Share> share) {
    return share.map(Share::toString).orElse("");
  }

  int top() {
    return stability.top();
  }

  /** In how many draws the best account is first. */
  String ofFirst() {
    return stability.standings().get(0).first().toString();
  }

  /** What the draws say of the best account, in a sentence. */
  String sentence() {
    return "In %s draws of what is not known for sure, %s is first in %s"
        .formatted(
            NumberText.count(stability.draws()), stability.standings().get(0).id(), ofFirst());
  }
}
