package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.profile.Platform;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The published tier definitions by name, and a builder for your own. */
public final class TierPolicies {

  private TierPolicies() {}

  /** A row of a definition as it is stated; {@code platform} is null for any platform. */
  record Band(@Nullable Platform platform, String label, CommonTier common, double min, double max)
      implements Serializable {

    Optional<Platform> on() {
      return Optional.ofNullable(platform);
    }
  }

  /**
   * The default definition: IAB UK's, a trade body's with every edge explicit.
   *
   * @return the policy {@code iab-uk}
   */
  public static TierPolicy standard() {
    return published("iab-uk");
  }

  /**
   * A published definition.
   *
   * @param id one of {@link #publishedIds()}, such as {@code forbes}
   * @return the policy, the same instance each time
   * @throws IllegalArgumentException if there is none with that id; the message lists them
   */
  public static TierPolicy published(String id) {
    TierPolicy policy = Catalogue.POLICIES.get(Objects.requireNonNull(id, "id"));
    if (policy == null) {
      throw new IllegalArgumentException(
          "definition must be one of %s, was %s".formatted(String.join(", ", publishedIds()), id));
    }
    return policy;
  }

  /**
   * The ids of the published definitions.
   *
   * @return ids in the order of the catalogue
   */
  public static List<String> publishedIds() {
    return List.copyOf(Catalogue.POLICIES.keySet());
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
    bands.forEach(
        band -> builder.add(band.platform(), band.label(), band.common(), band.min(), band.max()));
    return builder.build();
  }

  /**
   * Collects the bands of a definition. Where two bands overlap, the one added first answers; where
   * none applies, the answer says whether that is below, above or in a gap. A platform that has
   * bands of its own uses only these, any other the bands for any platform. Not thread-safe.
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
      return add(null, label, commonOf(label), min, max);
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
      return add(null, label, common, min, max);
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
      return add(Objects.requireNonNull(platform, "platform"), label, common, min, max);
    }

    private Builder add(
        @Nullable Platform platform, String label, CommonTier common, double min, double max) {
      // Checks the band now, so that the error comes from the call that is wrong.
      Tier tier = new Tier(id, label, 1, common, min, max);
      bands.add(new Band(platform, tier.label(), common, min, max));
      return this;
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
      if (bands.isEmpty()) {
        throw new IllegalArgumentException("definition " + id + " must have >= 1 tier, was 0");
      }
      return new RangePolicy(id, source, bands);
    }
  }

  /** Read on first use. */
  private static final class Catalogue {
    static final Map<String, TierPolicy> POLICIES = PublishedDefinitions.read();
  }
}
