package io.github.tierwise.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void theNearestNameIsFoundWhateverTheCase() {
    assertEquals(Optional.of("budget"), Nearest.to("Bugdet", List.of("goal", "budget")));
  }

  @Test
  void aFarNameIsNotOffered() {
    assertEquals(Optional.empty(), Nearest.to("xyz", List.of("goal", "budget")));
    assertEquals("", Nearest.hint("xyz", List.of("goal", "budget")));
  }

  @Test
  void severalNamesComeNearestFirst() {
    assertEquals(List.of("anna", "anne"), Nearest.some("anna", List.of("zoe", "anne", "anna"), 3));
  }

  @Property
  void theDistanceIsSymmetricAndZeroOnlyForTheSame(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertEquals(Nearest.distance(a, b, 20), Nearest.distance(b, a, 20));
    assertEquals(a.equals(b), Nearest.distance(a, b, 20) == 0);
  }
}
