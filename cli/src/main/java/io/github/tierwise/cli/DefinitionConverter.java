package io.github.tierwise.cli;

import io.github.tierwise.cli.text.Nearest;
import io.github.tierwise.tier.TierPolicies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks that a published tier definition has the id, in any case. */
final class DefinitionConverter implements ITypeConverter<String> {

  private static final int NEAREST = 5;

  @Override
  public String convert(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "definition must be a published one, was \"%s\"%s tierwise tiers lists all %d"
                        .formatted(id, nearest(id), TierPolicies.publishedIds().size())));
  }

  /** The id as it is spelt. */
  static Optional<String> find(String id) {
    return TierPolicies.publishedIds().stream().filter(id::equalsIgnoreCase).findFirst();
  }

  /** Ids that contain what was said, then those a slip of the pen away. */
  private static String nearest(String id) {
    String key = id.strip().toLowerCase(Locale.ROOT);
    List<String> ids = TierPolicies.publishedIds();
    List<String> near =
        Stream.concat(
                ids.stream().filter(each -> !key.isEmpty() && each.contains(key)),
                Nearest.some(id, ids, NEAREST).stream())
            .distinct()
            .limit(NEAREST)
            .toList();
    return near.isEmpty() ? ";" : ", did you mean " + Nearest.quoted(near) + "?";
  }
}
