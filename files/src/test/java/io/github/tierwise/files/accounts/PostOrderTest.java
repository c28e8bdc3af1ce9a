package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An order that is known breaks ties of time; without one posts of a moment have none. */
class PostOrderTest {

  /** Posts of few accounts on few days, so that most share theirs. */
  @Provide
  Arbitrary<List<String>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(900, 910),
            Arbitraries.of("DE", "FR", ""))
        .as(
            (account, day, likes, comments, followers, country) ->
                "a%d,2026-03-%02d,%d,%d,%d,%s"
                    .formatted(account, 12 + day, likes, comments, followers, country))
        .list()
        .ofMinSize(3)
        .ofMaxSize(40);
  }

  private static AccountList read(String header, List<String> rows) {
    return AccountReader.read(
        Source.of(
            "posts.csv",
            (header + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8)),
        new ReadOptions(
            Optional.of(Platform.TIKTOK), List.of(ColumnMapping.parse("time=published")), ""),
        read -> {});
  }

  private static void assertSame(AccountList expected, AccountList actual) {
    Set<Influencer> accounts = new HashSet<>(expected.accounts());
    assertEquals(accounts, new HashSet<>(actual.accounts()));
    assertEquals(expected.histories(), actual.histories());
  }

  @Property(tries = 200)
  void theOrderOfTheRowsChangesNothingToTheBit(
      @ForAll("rows") List<String> rows, @ForAll long seed) {
    String header = "username,published,likes,comments,followers,country";
    AccountList read = read(header, rows);
    List<String> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    assertSame(read, read(header, turned));
    Collections.shuffle(turned, new Random(seed));
    assertSame(read, read(header, turned));
  }

  @Test
  void anOrderBreaksTiesOfTimeWhereverTheRowsStand() {
    String header = "username,published,post_index,likes";
    List<String> rows =
        List.of("a,2026-03-12,2,100", "a,2026-03-13,0,300", "a,2026-03-13,1,5", "a,2026-03-12,3,7");
    Map<Influencer, PostHistory> histories = read(header, rows).histories();
    assertEquals(
        List.of(7.0, 100.0, 5.0, 300.0),
        histories.values().iterator().next().posts().stream()
            .map(PostHistory.Post::engagements)
            .toList());
    List<String> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    assertEquals(histories, read(header, turned).histories());
  }
}
