package io.github.tierwise.cli.tiers;

import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Citation;
import io.github.tierwise.tier.Citation.Statement;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Definitions, a line each. */
final class TierList {

  private static final String ANY = "any";
  private static final int NARROW = 80;
  private static final int LEAST_PUBLISHER = 11;
  private static final int MOST_PUBLISHER = 28;

  private final List<TierPolicy> policies;
  private final Optional<Platform> platform;

  /** All tiers of the definitions, or those that apply on the platform. */
  TierList(List<TierPolicy> policies, Optional<Platform> platform) {
    this.platform = platform;
    this.policies = policies.stream().filter(policy -> !statements(policy).isEmpty()).toList();
  }

  /** All published definitions by one reading of their edges. */
  static TierList published(EdgeReading reading, Optional<Platform> platform) {
    return new TierList(
        TierPolicies.publishedIds().stream()
            .map(id -> TierPolicies.published(id, reading))
            .toList(),
        platform);
  }

  static Citation citation(TierPolicy policy) {
    return policy.citation().orElseThrow();
  }

  private List<Statement> statements(TierPolicy policy) {
    List<Statement> all = citation(policy).statements();
    if (platform.isEmpty()) {
      return all;
    }
    List<Statement> own = all.stream().filter(each -> names(each).contains(platform)).toList();
    return own.isEmpty() ? all.stream().filter(TierList::isAnywhere).toList() : own;
  }

  /** The platforms that a statement names; empty for one that there is no constant for. */
  static List<Optional<Platform>> names(Statement statement) {
    return Arrays.stream(statement.platform().split("/", -1)).map(Platform::named).toList();
  }

  /** Whether a statement is for any platform, or for all of them together. */
  static boolean isAnywhere(Statement statement) {
    return statement.platform().equals(ANY) || statement.platform().equals("all-combined");
  }

  /** Those for which the same word stands, together; the words in the order in which they come. */
  static <T> Map<String, List<T>> by(Function<T, String> word, List<T> all) {
    return all.stream()
        .collect(Collectors.groupingBy(word, LinkedHashMap::new, Collectors.toList()));
  }

  String write(OutputFormat format, int width) {
    return switch (format) {
      case table -> text(width);
      case csv -> Records.csv(policies.stream().flatMap(this::flat).toList());
      case json -> Records.json(nested());
    };
  }

  private String text(int width) {
    int without = TierPolicies.publishedIds().size() - policies.size();
    return new TextLines(width)
        .add(definitions(policies, width))
        .gap()
        .say(
            "1k nano 10k is from 1,000 to below 10,000 followers; * asks for more than followers;"
                + " ?: further tiers were not seen.")
        .say(
            "%s%s; in use unless said otherwise: %s. More of one: tierwise tiers show %s"
                .formatted(
                    NumberText.of(policies.size(), "definition"),
                    without == 0
                        ? ""
                        : " with tiers for %s, %s without"
                            .formatted(platform.map(Platform::displayName).orElse(ANY), without),
                    TierPolicies.standard().id(),
                    TierPolicies.standard().id()))
        .toString();
  }

  private Section<TierPolicy> definitions(List<TierPolicy> of, int width) {
    int publisher = Math.min(MOST_PUBLISHER, LEAST_PUBLISHER + Math.max(0, width - NARROW) / 4);
    return Section.<TierPolicy>of("Definitions", of)
        .all("id", "id", width, policy -> TierAnswers.base(policy.id()))
        .all("publisher", "publisher", publisher, policy -> citation(policy).publisher())
        .all("year", "year", width, policy -> citation(policy).year())
        .data("kind", policy -> citation(policy).kind())
        .all("region", "region", width, policy -> citation(policy).region())
        .data("further_tiers_not_seen", policy -> citation(policy).partial())
        .text("tiers", width * width, this::lines);
  }

  /** The tiers along the line of followers, by platform where they differ. */
  private String lines(TierPolicy policy) {
    List<String> lines = new ArrayList<>();
    by(Statement::platform, statements(policy))
        .forEach(
            (name, statements) ->
                lines.add(
                    (platform.isPresent() || name.equals(ANY) ? "" : name + ": ")
                        + line(statements)));
    return String.join("; ", lines) + (citation(policy).partial() ? ", ?" : "");
  }

  private static String line(List<Statement> statements) {
    StringBuilder line = new StringBuilder();
    double end = Double.NaN;
    for (Statement statement : statements) {
      Tier tier = statement.tier();
      if (tier.min() == end) {
        line.append(' ');
      } else {
        line.append(line.isEmpty() ? "" : ", ");
        line.append(tier.min() == 0 ? "" : compact(tier.min()) + ' ');
      }
      line.append(tier.label()).append(statement.requirement().isEmpty() ? "" : "*");
      end = tier.max();
      line.append(Double.isInfinite(end) ? "" : ' ' + compact(end));
    }
    return line.toString();
  }

  /** A round count in as few characters as it takes: {@code 2.5M}. */
  static String compact(double count) {
    if (count >= 1_000_000 && count % 100_000 == 0) {
      return NumberText.plain(count / 1_000_000) + 'M';
    }
    return count >= 1_000 && count % 100 == 0
        ? NumberText.plain(count / 1_000) + 'k'
        : NumberText.count(count);
  }

  private static Section<Statement> tiers(List<Statement> statements) {
    return Section.<Statement>of("Tiers", statements)
        .data("platform", Statement::platform)
        .data("label", each -> each.tier().label())
        .data("common", each -> each.tier().common().name().toLowerCase(Locale.ROOT))
        .data("min", each -> each.tier().min())
        .data("max", each -> each.tier().max())
        .data("stated", Statement::bounds)
        .data("min_open", Statement::minOpen)
        .data("max_open", Statement::maxOpen)
        .data("requirement", Statement::requirement)
        .data("title", Statement::title)
        .data("address", Statement::address)
        .data("note", Statement::note);
  }

  /** A record for each tier. */
  private Stream<RecordMap> flat(TierPolicy policy) {
    return tiers(statements(policy)).records().map(tier -> head(policy).and(tier));
  }

  private RecordMap head(TierPolicy policy) {
    return definitions(List.of(policy), 0).records().findFirst().orElseThrow();
  }

  /** For each definition a record with a list of tiers. */
  List<RecordMap> nested() {
    return policies.stream()
        .map(policy -> head(policy).and("tiers", tiers(statements(policy)).records().toList()))
        .toList();
  }
}
