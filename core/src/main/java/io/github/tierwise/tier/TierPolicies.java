package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published tier definitions by name, and a builder for your own.
 *
 * @since 0.1.0
 */
public final class TierPolicies {

  /**
   * On which side a figure falls that a source leaves open: with "1k-10k" beside "10k-50k", or with
   * "1,000-100,000" and nothing above it, where is an account with exactly 10,000 or 100,000?
   *
   * <p>About three in five published rows leave an edge open, and the round figures are the edges.
   *
   * @since 0.1.0
   */
  public enum EdgeReading {
    /** The figure no longer belongs to the lower tier. The default. */
    UPPER_TIER,
    /** The figure still belongs to the lower tier; the upper one starts one follower further up. */
    LOWER_TIER
  }

  private TierPolicies() {}

  /**
   * The default definition: IAB UK's, a trade body's with every edge explicit.
   *
   * @return the policy {@code iab-uk}
   */
  public static TierPolicy standard() {
    return published("iab-uk");
  }

  /**
   * A published definition. A figure on an edge that the source leaves open is read as {@link
   * EdgeReading#UPPER_TIER}, the default.
   *
   * @param id one of {@link #publishedIds()}, such as {@code forbes}
   * @return the policy, the same instance each time
   * @throws IllegalArgumentException if there is none with that id
   */
  public static TierPolicy published(String id) {
    return published(id, EdgeReading.UPPER_TIER);
  }

  /**
   * A published definition by one reading of the edges that its source leaves open.
   *
   * <p>Where its tiers overlap, the one that the source lists first answers. Where the source asks
   * for more than an account's followers, or counts them over all platforms, the answer is a tier
   * or "no" only if the followers settle it, else {@link Unclassified.Reason#CANNOT_TELL} with the
   * name of what is missing. An account on a platform that the source gives tiers for is measured
   * by these alone; on any other by the tiers for any platform; without those the answer is {@code
   * CANNOT_TELL}.
   *
   * <p>All published policies are serializable, written as id and reading.
   *
   * @param id one of {@link #publishedIds()}, such as {@code forbes}
   * @param reading where a figure on an open edge belongs
   * @return the policy, the same instance each time; by {@link EdgeReading#LOWER_TIER} its id ends
   *     in {@code :lower}, unless no edge is open and both readings are the same policy
   * @throws IllegalArgumentException if there is none with that id
   */
  public static TierPolicy published(String id, EdgeReading reading) {
    Objects.requireNonNull(reading, "reading");
    PublishedDefinition definition = Catalogue.DEFINITIONS.get(Objects.requireNonNull(id, "id"));
    if (definition == null) {
      throw new IllegalArgumentException(
          "definition must be one of the %d in TierPolicies.publishedIds(), such as forbes, was %s"
              .formatted(publishedIds().size(), id));
    }
    EdgeReading effective = definition.effective(reading);
    return Catalogue.POLICIES.computeIfAbsent(
        definition.id(effective), key -> new PublishedPolicy(definition, effective));
  }

  /**
   * The ids of the published definitions.
   *
   * @return ids in the order of the catalogue
   */
  public static List<String> publishedIds() {
    return List.copyOf(Catalogue.DEFINITIONS.keySet());
  }

  /**
   * Starts a definition of your own from ranges of followers.
   *
   * @param id a short name, not blank
   * @return a builder
   * @throws IllegalArgumentException if the id is blank
   */
  public static Builder ranges(String id) {
    return new Builder(Checks.notBlank(id, "id"));
  }

  static TierPolicy of(String id, String source, List<Band> bands) {
    Builder builder = ranges(id).source(source);
    for (Band band : bands) {
      Tier tier = builder.checked(band.label(), band.common(), band.min(), band.max());
      builder.bands.add(Band.of(band.on(), band.platforms(), tier));
    }
    return builder.build();
  }

  /**
   * Collects the bands of a definition. Where two bands overlap, the one added first answers; where
   * none applies, the answer says whether that is below, above or in a gap. A platform that has
   * bands of its own uses only these, any other the bands for any platform. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final String id;
    private String source = "own definition";
    private final List<Band> bands = new ArrayList<>();

    private Builder(String id) {
      this.id = id;
    }

    /**
     * Says where the definition comes from.
     *
     * @param source publisher and year, or a sentence
     * @return this builder
     * @throws IllegalArgumentException if the text is blank
     */
    public Builder source(String source) {
      this.source = Checks.notBlank(source, "source");
      return this;
    }

    /**
     * Adds a band for any platform.
     *
     * @param label its name; if it is a common name, in any case, it is compared as that one
     * @param min the fewest followers, inclusive, at least 0
     * @param max the first number of followers beyond it; positive infinity for no upper end
     * @return this builder
     * @throws IllegalArgumentException if the label is blank or not {@code 0 <= min < max}
     */
    public Builder tier(String label, double min, double max) {
      return tier(label, commonOf(label), min, max);
    }

    /**
     * Adds a band for any platform with its common name.
     *
     * @param label its name
     * @param common the common name that it is compared as
     * @param min the fewest followers, inclusive, at least 0
     * @param max the first number of followers beyond it; positive infinity for no upper end
     * @return this builder
     * @throws IllegalArgumentException if the label is blank or not {@code 0 <= min < max}
     */
    public Builder tier(String label, CommonTier common, double min, double max) {
      bands.add(Band.of(Band.ANY, List.of(), checked(label, common, min, max)));
      return this;
    }

    /**
     * Adds a band for one platform.
     *
     * @param platform the platform
     * @param label its name; if it is a common name, in any case, it is compared as that one
     * @param min the fewest followers, inclusive, at least 0
     * @param max the first number of followers beyond it; positive infinity for no upper end
     * @return this builder
     * @throws IllegalArgumentException if the label is blank or not {@code 0 <= min < max}
     */
    public Builder tier(Platform platform, String label, double min, double max) {
      return tier(platform, label, commonOf(label), min, max);
    }

    /**
     * Adds a band for one platform with its common name.
     *
     * @param platform the platform
     * @param label its name
     * @param common the common name that it is compared as
     * @param min the fewest followers, inclusive, at least 0
     * @param max the first number of followers beyond it; positive infinity for no upper end
     * @return this builder
     * @throws IllegalArgumentException if the label is blank or not {@code 0 <= min < max}
     */
    public Builder tier(
        Platform platform, String label, CommonTier common, double min, double max) {
      Tier tier = checked(label, common, min, max);
      bands.add(Band.of(platform.displayName(), List.of(platform), tier));
      return this;
    }

    /** Checks a tier now, so that the error comes from the call that is wrong. */
    private Tier checked(String label, CommonTier common, double min, double max) {
      return new Tier(id, label, 1, common, min, max);
    }

    private static CommonTier commonOf(String label) {
      for (CommonTier common : CommonTier.values()) {
        if (common != CommonTier.NONE && common.name().equalsIgnoreCase(label.strip())) {
          return common;
        }
      }
      return CommonTier.NONE;
    }

    /**
     * Builds the definition.
     *
     * @return an immutable, serializable policy
     * @throws IllegalArgumentException if no band was added
     */
    public TierPolicy build() {
      Checks.require(!bands.isEmpty(), () -> "definition " + id + " must have >= 1 tier, was 0");
      return new RangePolicy(id, source, bands, false);
    }
  }

  /** Read on first use. */
  private static final class Catalogue {
    static final Map<String, PublishedDefinition> DEFINITIONS = PublishedDefinitions.read();
    static final Map<String, TierPolicy> POLICIES = new ConcurrentHashMap<>();
  }
}
