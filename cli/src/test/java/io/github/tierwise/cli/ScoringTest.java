package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.brand.Brand;
import io.github.tierwise.cli.input.AccountReader;
import io.github.tierwise.cli.input.Reading;
import io.github.tierwise.cli.input.Source;
import io.github.tierwise.cli.output.Scored;
import io.github.tierwise.cli.sample.SampleData;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoringTest {

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
    assertArrayEquals(expected, Scoring.highestFirst(values));
  }

  @Test
  void allAccountsOneByOneAreRankedAsTheBestAreTogether() {
    Reading reading =
        AccountReader.read(
            Source.of("sample", SampleData.csv().getBytes(StandardCharsets.UTF_8)),
            AccountReader.Options.none(),
            rows -> {});
    Brand brand = DemoCommand.example("brand.toml");
    Scoring some = Scoring.of(brand.scorer(Optional.empty()), reading.profiles(), 1000);
    Scoring none = Scoring.of(brand.scorer(Optional.empty()), reading.profiles(), 0);
    List<Scored> best = some.best();
    List<Scored> all = none.all().toList();
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
