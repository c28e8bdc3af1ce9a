package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  @Test
  void theNearestNameIsFoundWhateverTheCase() {
    assertEquals(Optional.of("budget"), NearestName.to("Bugdet", List.of("goal", "budget")));
  }

  @Test
  void aFarNameIsNotOffered() {
    assertEquals(Optional.empty(), NearestName.to("xyz", List.of("goal", "budget")));
    assertEquals("", NearestName.hint("xyz", List.of("goal", "budget")));
    assertEquals("", NearestName.hint("sell", List.of("help")));
  }

  @Test
  void severalNamesComeNearestFirst() {
    assertEquals(
        List.of("anna", "anne"), NearestName.some("anna", List.of("zoe", "anne", "anna"), 3));
  }

  @Property
  void theDistanceIsSymmetricAndZeroOnlyForTheSame(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertEquals(NearestName.distance(a, b, 20), NearestName.distance(b, a, 20));
    assertEquals(a.equals(b), NearestName.distance(a, b, 20) == 0);
  }
}
