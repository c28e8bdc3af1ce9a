package io.github.tierwise.cli.tiers;

import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.TextTable;
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
import java.util.stream.Collectors;

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

  String write(OutputFormat format, int width) {
    return switch (format) {
      case table -> text(width);
      case csv -> Records.csv(policies.stream().flatMap(each -> flat(each).stream()).toList());
      case json -> Records.json(policies.stream().map(this::nested).toList());
    };
  }

  private String text(int width) {
    int publisher = Math.min(MOST_PUBLISHER, LEAST_PUBLISHER + Math.max(0, width - NARROW) / 4);
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("id", false, width),
                new TextTable.Column("publisher", false, publisher),
                new TextTable.Column("year", false, width),
                new TextTable.Column("region", false, width),
                new TextTable.Column("tiers", false, width * width)));
    for (TierPolicy policy : policies) {
      Citation citation = citation(policy);
      table.add(
          List.of(
              TierAnswers.base(policy.id()),
              citation.publisher(),
              citation.year(),
              citation.region(),
              lines(policy)));
    }
    StringBuilder text = new StringBuilder(table.toText(width)).append('\n');
    append(
        text,
        width,
        "1k nano 10k is from 1,000 to below 10,000 followers; * asks for more than followers;"
            + " ?: further tiers were not seen.");
    int without = TierPolicies.publishedIds().size() - policies.size();
    append(
        text,
        width,
        "%s%s; in use unless said otherwise: %s. More of one: tierwise tiers show %s"
            .formatted(
                NumberText.of(policies.size(), "definition"),
                without == 0
                    ? ""
                    : " with tiers for %s, %s without"
                        .formatted(platform.map(Platform::displayName).orElse(ANY), without),
                TierPolicies.standard().id(),
                TierPolicies.standard().id()));
    return text.toString();
  }

  private static void append(StringBuilder text, int width, String line) {
    Display.wrap(line, width).forEach(part -> text.append(part).append('\n'));
  }

  /** The tiers along the line of followers, by platform where they differ. */
  private String lines(TierPolicy policy) {
    Map<String, List<Statement>> byPlatform =
        statements(policy).stream()
            .collect(
                Collectors.groupingBy(
                    Statement::platform, LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    byPlatform.forEach(
        (name, statements) ->
            lines.add(
                (platform.isPresent() || name.equals(ANY) ? "" : name + ": ") + line(statements)));
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

  private static Map<String, Object> head(TierPolicy policy) {
    Citation citation = citation(policy);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", TierAnswers.base(policy.id()));
    record.put("publisher", citation.publisher());
    record.put("year", citation.year());
    record.put("kind", citation.kind());
    record.put("region", citation.region());
    record.put("further_tiers_not_seen", citation.partial());
    return record;
  }

  private static Map<String, Object> tier(Statement statement) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("platform", statement.platform());
    record.put("label", statement.tier().label());
    record.put("common", statement.tier().common().name().toLowerCase(Locale.ROOT));
    record.put("min", statement.tier().min());
    record.put("max", statement.tier().max());
    record.put("stated", statement.bounds());
    record.put("min_open", statement.minOpen());
    record.put("max_open", statement.maxOpen());
    record.put("requirement", statement.requirement());
    record.put("title", statement.title());
    record.put("address", statement.address());
    record.put("note", statement.note());
    return record;
  }

  /** A record for each tier. */
  private List<Map<String, Object>> flat(TierPolicy policy) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Statement statement : statements(policy)) {
      Map<String, Object> record = head(policy);
      record.putAll(tier(statement));
      records.add(record);
    }
    return records;
  }

  /** A record with a list of tiers. */
  Map<String, Object> nested(TierPolicy policy) {
    Map<String, Object> record = head(policy);
    record.put("tiers", statements(policy).stream().map(TierList::tier).toList());
    return record;
  }
}
