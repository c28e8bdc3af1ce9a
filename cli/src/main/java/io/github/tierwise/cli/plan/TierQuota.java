package io.github.tierwise.cli.plan;

import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.tier.CommonTier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/**
 * How many accounts of a tier there must or may be.
 *
 * @param tier its common name
 * @param people how many
 */
public record TierQuota(CommonTier tier, int people) {

  /** Reads {@code micro=3}. */
  public static TierQuota parse(String text) {
    String[] parts = text.split("=", -1);
    Optional<CommonTier> tier =
        Arrays.stream(CommonTier.values())
            .filter(each -> each != CommonTier.NONE)
            .filter(each -> each.name().equalsIgnoreCase(parts[0].strip()))
            .findFirst();
    if (parts.length != 2 || tier.isEmpty() || !parts[1].strip().matches("[0-9]{1,9}")) {
      throw new TypeConversionException(
          "must be a tier (nano, micro, mid, macro or mega) and a number as in micro=3, was \"%s\"%s"
              .formatted(text, tier.isEmpty() ? NearestName.hint(parts[0].strip(), names()) : ""));
    }
    return new TierQuota(tier.get(), Integer.parseInt(parts[1].strip()));
  }

  private static List<String> names() {
    return Arrays.stream(CommonTier.values())
        .filter(each -> each != CommonTier.NONE)
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The common name in lower case. */
  String name() {
    return tier.name().toLowerCase(Locale.ROOT);
  }
}
