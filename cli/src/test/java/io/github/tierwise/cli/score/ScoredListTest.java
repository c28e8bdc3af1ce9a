package io.github.tierwise.cli.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.demo.DemoCommand;
import io.github.tierwise.cli.demo.SampleData;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.table.Source;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoredListTest {

  @Property
  void theHighestComesFirstAndEqualOnesInTheirOrder(
      @ForAll double @DoubleRange(max = 4) [] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.rint(values[i]) + 0.0;
    }
    int[] expected =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
            .mapToInt(i -> i)
            .toArray();
    assertArrayEquals(expected, ScoredList.highestFirst(values));
  }

  @Test
  void allAccountsOneByOneAreRankedAsTheBestAreTogether() {
    AccountList reading =
        AccountReader.read(
            Source.of("sample", SampleData.csv().getBytes(StandardCharsets.UTF_8)),
            ReadOptions.none(),
            rows -> {});
    Brand brand = DemoCommand.example("brand.toml");
    ScoredList some = ScoredList.of(brand.scorer(), reading.profiles(), 1000);
    ScoredList none = ScoredList.of(brand.scorer(), reading.profiles(), 0);
    List<ListedScore> best = some.best();
    List<ListedScore> all = none.all().toList();
    assertEquals(List.of(), none.best());
    assertEquals(300, all.size());
    assertTrue(best.size() < 300 && best.size() > 200, "some are not eligible");
    for (int i = 0; i < best.size(); i++) {
      assertEquals(best.get(i).rank(), all.get(i).rank());
      assertEquals(best.get(i).account(), all.get(i).account());
      assertEquals(best.get(i).score().value(), all.get(i).score().value());
      assertEquals(best.get(i).reason(), all.get(i).reason());
    }
    List<String> others = all.stream().skip(best.size()).map(s -> s.account().id()).toList();
    assertEquals(others.stream().sorted().toList(), others, "in the order of the file");
    assertTrue(all.stream().skip(best.size()).allMatch(s -> s.rank().isEmpty()));
    assertEquals(some.ranking().eligible(), none.ranking().eligible());
    assertEquals(some.ranking().ineligible(), none.ranking().ineligible());
  }
}
