package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Who published a definition, and what the source says of each tier. A definition is identified by
 * publisher, year and region: several publishers stated different figures at different times.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param publisher who states the definition
 * @param year the year of the source, such as {@code 2019}; empty if it bears none
 * @param kind what sort of publisher: {@code industry}, {@code press}, {@code academic}, {@code
 *     regulator} or {@code platform}
 * @param region a country code, such as {@code DE}; empty if none is stated
 * @param partial whether the source has further tiers whose figures were not seen; an account
 *     outside the tiers here may be in one of those
 * @param statements what is stated, one a tier and platform, in the order of the source
 * @since 0.1.0
 */
public record Citation(
    String publisher,
    String year,
    String kind,
    String region,
    boolean partial,
    List<Statement> statements)
    implements Serializable {

  /**
   * Copies the list.
   *
   * @param publisher who states the definition, not blank
   * @param year the year of the source, or empty
   * @param kind what sort of publisher, not blank
   * @param region a country code, or empty
   * @param partial whether there are tiers that were not seen
   * @param statements what is stated
   * @throws IllegalArgumentException if publisher or kind is blank
   */
  public Citation {
    publisher = Checks.notBlank(publisher, "publisher");
    Objects.requireNonNull(year, "year");
    kind = Checks.notBlank(kind, "kind");
    Objects.requireNonNull(region, "region");
    statements = Checks.listOf(Statement.class, statements);
  }

  /** The same source with what it states. */
  Citation with(List<Statement> stated) {
    return new Citation(publisher, year, kind, region, partial, stated);
  }

  /**
   * What a source states of one tier on one platform, or on any.
   *
   * @param tier the tier as it answers; its bounds follow the reading of the policy ({@link
   *     TierPolicies.EdgeReading})
   * @param platform {@code any}, {@code all-combined} for followers summed over platforms, else
   *     names separated by a slash
   * @param bounds the bounds in the words of the source, such as {@code 1,000-100,000}
   * @param minOpen whether the source leaves open if the lowest figure itself belongs to the tier
   * @param maxOpen whether the source leaves open if the highest figure itself belongs to the tier
   * @param requirement what else must hold ({@code and: …; …}) or may hold instead of the followers
   *     ({@code or: …}); empty if the followers decide alone
   * @param title the title of the source
   * @param address where the source is; empty if no address is known
   * @param note what else a reader should know; may be empty
   * @since 0.1.0
   */
  public record Statement(
      Tier tier,
      String platform,
      String bounds,
      boolean minOpen,
      boolean maxOpen,
      String requirement,
      String title,
      String address,
      String note)
      implements Serializable {

    /**
     * Checks the texts.
     *
     * @param tier the tier as it answers
     * @param platform where it applies, not blank
     * @param bounds the bounds in the words of the source, not blank
     * @param minOpen whether the lowest figure is left open
     * @param maxOpen whether the highest figure is left open
     * @param requirement what else must or may hold, or empty
     * @param title the title of the source, not blank
     * @param address where the source is, or empty
     * @param note what else a reader should know, or empty
     * @throws IllegalArgumentException if platform, bounds or title is blank
     */
    public Statement {
      Objects.requireNonNull(tier, "tier");
      platform = Checks.notBlank(platform, "platform");
      bounds = Checks.notBlank(bounds, "bounds");
      Objects.requireNonNull(requirement, "requirement");
      title = Checks.notBlank(title, "title");
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(note, "note");
    }

    /** The same of the tier as it answers by a reading. */
    Statement with(Tier answer) {
      return new Statement(
          answer, platform, bounds, minOpen, maxOpen, requirement, title, address, note);
    }
  }
}
