package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How many of all definitions call each number of followers what. */
final class ConsensusPicture {

  private static final List<String> NAMES =
      List.of("nano", "micro", "mid", "macro", "mega", "other", "no tier", "cannot tell");
  private static final List<String> COLORS =
      List.of("nano", "micro", "mid", "macro", "mega", "other", "none", "untold");

  private ConsensusPicture() {}

  static Chart of(Comparison comparison, Platform platform) {
    List<FollowerBand> bands = comparison.study().bands(platform);
    int definitions = bands.get(0).answers().size();
    Drawing.Extent extent = Drawing.Extent.of(comparison, platform);
    FollowerBand most =
        bands.stream()
            .max(Comparator.comparingInt(band -> band.calling(comparison.label())))
            .orElseThrow();
    List<String> header = new ArrayList<>(List.of("followers", "accounts"));
    header.addAll(NAMES);
    return new Chart(
        "consensus-" + Drawing.id(platform),
        "What %d published definitions call each number of followers: %s"
            .formatted(definitions, platform.displayName()),
        "At most %d of %d definitions call one number of followers %s: those from %s."
            .formatted(
                most.calling(comparison.label()),
                definitions,
                comparison.word(),
                ComparisonWording.interval(most.min(), most.max())),
        420,
        Drawing.template("consensus"),
        RecordMap.of("min", extent.min())
            .and("max", extent.max())
            .and("names", NAMES)
            .and("definitions", definitions)
            .and("series", series(bands, extent)),
        new Grid(
            "How many definitions call each number of followers what",
            header,
            1,
            bands.stream().map(ConsensusPicture::row).toList()));
  }

  /** Definitions by name, in the order of {@link #NAMES}. */
  private static int[] votes(FollowerBand band) {
    int[] votes = new int[NAMES.size()];
    int last = NAMES.size() - 1;
    int without = band.answers().size();
    for (CommonTier name : CommonTier.values()) {
      int place =
          name == CommonTier.NONE
              ? NAMES.indexOf("other")
              : NAMES.indexOf(name.name().toLowerCase(Locale.ROOT));
      votes[place] = band.calling(name);
      without -= votes[place];
    }
    votes[last] = band.without(Unclassified.Reason.CANNOT_TELL);
    votes[last - 1] = without - votes[last];
    return votes;
  }

  private static List<String> row(FollowerBand band) {
    List<String> row = new ArrayList<>();
    row.add(ComparisonWording.interval(band.min(), band.max()));
    row.add(NumberText.count(band.accounts()));
    for (int vote : votes(band)) {
      row.add(String.valueOf(vote));
    }
    return row;
  }

  /** Areas from the whole down, each covering the lower part of the one before it. */
  private static List<RecordMap> series(List<FollowerBand> bands, Drawing.Extent extent) {
    List<RecordMap> series = new ArrayList<>();
    for (int name = NAMES.size() - 1; name >= 0; name--) {
      List<List<Object>> steps = new ArrayList<>();
      int top = 0;
      for (FollowerBand band : bands) {
        if (extent.shows(band.min(), band.max())) {
          int[] votes = votes(band);
          top = 0;
          for (int below = 0; below <= name; below++) {
            top += votes[below];
          }
          steps.add(List.of(extent.clamp(band.min()), top));
        }
      }
      steps.add(List.of(extent.max(), top));
      RecordMap color = Chart.color(COLORS.get(name));
      series.add(
          RecordMap.of("type", "line")
              .and("name", NAMES.get(name))
              .and("step", "end")
              .and("symbol", "none")
              .and("z", NAMES.size() + 2 - name)
              .and("lineStyle", RecordMap.of("width", 0))
              .and("itemStyle", RecordMap.of("color", color))
              .and("areaStyle", RecordMap.of("color", color).and("opacity", 1))
              .and("data", steps));
    }
    return series;
  }
}
