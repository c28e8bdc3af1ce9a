package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.TierColors;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The tiers of the chosen definitions on one line of followers, with the accounts below. */
final class BandsPicture {

  private static final int DENSITY = 210;

  private final Comparison comparison;
  private final Platform platform;
  private final Drawing.Extent extent;
  private final List<TierPolicy> rows;
  private final List<Comparison.Vote> contested;
  private final List<RecordMap> intervals = new ArrayList<>();
  private final List<List<String>> figures = new ArrayList<>();

  private BandsPicture(Comparison comparison, Platform platform) {
    this.comparison = comparison;
    this.platform = platform;
    extent = Drawing.Extent.of(comparison, platform);
    rows = rows();
    contested = contested();
    for (int row = 0; row < rows.size(); row++) {
      for (FollowerBand band : comparison.study().bands(platform, List.of(rows.get(row)))) {
        add(row, band);
      }
    }
  }

  static Chart of(Comparison comparison, Platform platform) {
    return new BandsPicture(comparison, platform).chart();
  }

  private Chart chart() {
    boolean many = !comparison.isFew();
    int height = Math.max(20, Math.min(46, 700 / rows.size())) * rows.size();
    List<List<Object>> density = new ArrayList<>();
    for (TierStudy.SizeBin bin : comparison.study().sizes(platform)) {
      density.add(List.of(extent.clamp(bin.min()), bin.accounts()));
    }
    return new Chart(
        "bands-" + Drawing.id(platform),
        "Bands on one line of followers: " + platform.displayName(),
        sentence(),
        height + DENSITY,
        Drawing.template("bands"),
        extent
            .data()
            // Of many names some would end alike where there is no more room; identifiers are
            // short.
            .and("rows", rows.stream().map(many ? TierPolicy::id : comparison::name).toList())
            .and("rowsHeight", height)
            .and("densityTop", height + 20)
            .and("fontSize", many ? 10 : 13)
            .and("intervals", intervals)
            .and("density", density)
            .and("contested", many ? List.of() : areas()),
        new Grid(
            "What each definition calls accounts on " + platform.displayName(),
            List.of("definition", "tier", "followers", "accounts"),
            3,
            figures));
  }

  private void add(int row, FollowerBand band) {
    Classification answer = band.answers().get(0);
    String tier = Wording.tier(answer);
    TierPolicy policy = rows.get(row);
    String name = comparison.name(policy);
    String interval = Wording.interval(band.min(), band.max());
    String accounts = Wording.accounts(band.accounts());
    figures.add(
        List.of(policy.id(), Wording.answer(answer), interval, NumberText.count(band.accounts())));
    boolean drawn = answer instanceof Tier || Comparison.cannotTell(answer);
    if (drawn && extent.shows(band.min(), band.max())) {
      intervals.add(
          RecordMap.of("value", List.of(extent.clamp(band.min()), extent.clamp(band.max()), row))
              .and("text", tier)
              .and("ink", Chart.color(TierColors.ink(TierColors.of(policy, answer))))
              .and("itemStyle", Drawing.fill(policy, answer))
              .and("tip", "%s: %s, %s followers, %s".formatted(name, tier, interval, accounts)));
    }
  }

  /** The chosen definitions; many in the order of the range that is asked about. */
  private List<TierPolicy> rows() {
    List<TierPolicy> ordered = new ArrayList<>(comparison.chosen());
    if (!comparison.isFew()) {
      ordered.subList(2, ordered.size()).sort(Comparator.comparingDouble(this::place));
    }
    return ordered;
  }

  /** Those that cannot tell come last, and before them those that have no such tier. */
  private double place(TierPolicy policy) {
    boolean tells =
        comparison.votes(platform, List.of(policy)).stream().anyMatch(vote -> vote.telling() > 0);
    return comparison
        .range(platform, policy)
        .map(Comparison.Vote::middle)
        .orElse(tells ? Double.MAX_VALUE : Double.POSITIVE_INFINITY);
  }

  /** The contested intervals; neighbours are one. */
  private List<Comparison.Vote> contested() {
    List<Comparison.Vote> joined = new ArrayList<>();
    for (Comparison.Vote vote : comparison.votes(platform, comparison.chosen())) {
      if (vote.isContested()) {
        int last = joined.size() - 1;
        boolean touches = last >= 0 && joined.get(last).max() == vote.min();
        joined.add(touches ? joined.remove(last).to(vote) : vote);
      }
    }
    return joined;
  }

  private List<List<RecordMap>> areas() {
    return contested.stream()
        .filter(vote -> extent.shows(vote.min(), vote.max()))
        .map(
            vote ->
                List.of(
                    RecordMap.of("xAxis", extent.clamp(vote.min())),
                    RecordMap.of("xAxis", extent.clamp(vote.max()))))
        .toList();
  }

  private String sentence() {
    if (contested.isEmpty()) {
      return "The definitions agree for every number of followers whether an account is %s."
          .formatted(comparison.word());
    }
    long accounts = contested.stream().mapToLong(Comparison.Vote::accounts).sum();
    long all = comparison.study().platforms().getOrDefault(platform, 0L);
    return "Whether an account is %s is contested at %s followers%s: %s of the %s here (%s) live there."
        .formatted(
            comparison.word(),
            contested.stream()
                .map(vote -> Wording.range(vote.min(), vote.max()))
                .collect(Collectors.joining(" and at ")),
            comparison.isFew() ? " (shaded)" : "",
            NumberText.count(accounts),
            Wording.accounts(all),
            Wording.share(Comparison.share(accounts, all)));
  }
}
