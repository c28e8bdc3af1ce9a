package io.github.tierwise.tier;

import io.github.tierwise.profile.Platform;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One row of a definition, by one reading of its edges.
 *
 * @param on {@link #ANY}, {@link #SUMMED}, or what the source calls the platforms
 * @param platforms the platforms among these that there are
 * @param min the fewest followers, inclusive
 * @param max the first number of followers beyond it
 * @param needs what else must hold
 * @param instead what may hold instead of the followers
 */
record Band(
    String on,
    List<Platform> platforms,
    String label,
    CommonTier common,
    double min,
    double max,
    List<String> needs,
    List<String> instead)
    implements Serializable {

  static final String ANY = "any";
  static final String SUMMED = "all-combined";
  private static final String SUM = "followers summed over platforms";

  Band {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(common, "common");
    platforms = List.copyOf(platforms);
    needs = List.copyOf(needs);
    instead = List.copyOf(instead);
  }

  /** A band of followers alone. */
  static Band of(String on, List<Platform> platforms, Tier tier) {
    return new Band(
        on, platforms, tier.label(), tier.common(), tier.min(), tier.max(), List.of(), List.of());
  }

  /** The bands made for the platform; if there are none, those for any platform. */
  static List<Band> on(Platform platform, List<Band> bands) {
    List<Band> own = new ArrayList<>();
    List<Band> any = new ArrayList<>();
    for (Band band : bands) {
      if (band.on.equals(ANY) || band.on.equals(SUMMED)) {
        any.add(band);
      } else if (band.platforms.contains(platform)) {
        own.add(band);
      }
    }
    return own.isEmpty() ? any : own;
  }

  /** Whether one account's followers, a lower bound of a sum, leave the band possible. */
  private boolean isPossible(double followers) {
    return followers < max && (followers >= min || on.equals(SUMMED));
  }

  /** Whether no account with so many followers is in the band, whatever else is known of it. */
  boolean excludes(double followers) {
    return instead.isEmpty() && !isPossible(followers);
  }

  /** What must be known besides so many followers before the band answers; empty if it does. */
  List<String> missing(double followers) {
    if (!isPossible(followers)) {
      return instead;
    }
    // A sum is at least as large as any of its parts: without an upper end one account may do.
    if (!on.equals(SUMMED) || (followers >= min && Double.isInfinite(max))) {
      return needs;
    }
    return Stream.concat(Stream.of(SUM), needs.stream()).toList();
  }
}
