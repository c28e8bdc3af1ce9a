package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierColorsTest {

  private static List<String> colors(String definition) {
    TierPolicy policy = TierPolicies.published(definition);
    return policy.tiers().stream()
        .map(tier -> tier.label() + " " + TierColors.of(policy, tier))
        .distinct()
        .toList();
  }

  @Test
  void tiersThatMeanTheSameAreToldApart() {
    assertEquals(
        List.of("nano nano", "micro micro", "mid mid", "macro macro", "top mega", "VIP mega-2"),
        colors("iab-uk"));
  }

  @Test
  void everyColorIsInTheStyleSheetForLightAndForDark() {
    String style = Page.resource(Page.class, "page.css");
    for (String color :
        List.of("nano", "micro", "mid", "macro", "mega", "mega-2", "other", "none", "untold")) {
      assertEquals(2, style.split("--" + color + ": #", -1).length - 1, color);
      assertEquals(2, style.split("--" + TierColors.ink(color) + ": #", -1).length - 1, color);
    }
  }
}
