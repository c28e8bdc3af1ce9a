package io.github.tierwise.files;

import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.tier.TierPolicies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ids of published tier definitions as people write them, in any case.
 *
 * @since 0.1.0
 */
public final class DefinitionId {

  private static final int NEAREST = 5;

  private DefinitionId() {}

  /**
   * Finds the id of a definition.
   *
   * @param id as somebody wrote it
   * @return the id as it is spelt; empty if there is no such definition
   */
  public static Optional<String> find(String id) {
    return TierPolicies.publishedIds().stream().filter(id::equalsIgnoreCase).findFirst();
  }

  /**
   * Says what is wrong with an id.
   *
   * @param id as somebody wrote it
   * @return what to say of it, with ids that are like it
   */
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
                NearestName.some(id, ids, NEAREST).stream())
            .distinct()
            .limit(NEAREST)
            .toList();
    return near.isEmpty() ? ";" : ", did you mean " + NearestName.quoted(near) + "?";
  }
}
