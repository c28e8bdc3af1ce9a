package io.github.tierwise.cli.brand;

import io.github.tierwise.cli.text.Nearest;
import io.github.tierwise.tier.TierPolicies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ids of published tier definitions as people write them, in any case. */
public final class DefinitionId {

  private static final int NEAREST = 5;

  private DefinitionId() {}

  /** The id as it is spelt; empty if there is no such definition. */
  public static Optional<String> find(String id) {
    return TierPolicies.publishedIds().stream().filter(id::equalsIgnoreCase).findFirst();
  }

  /** What to say of an id that is none. */
  public static String error(String id) {
    return "definition must be a published one, was \"%s\"%s tierwise tiers lists all %d"
        .formatted(id, nearest(id), TierPolicies.publishedIds().size());
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
