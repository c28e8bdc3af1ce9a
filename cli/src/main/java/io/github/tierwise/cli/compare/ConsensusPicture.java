package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.compare.ComparisonSections.Voice;
import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Template;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.TierStudy.FollowerBand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many of all definitions call each number of followers what. */
final class ConsensusPicture {

  private ConsensusPicture() {}

  static Chart of(Comparison comparison, Platform platform) {
    List<FollowerBand> bands = comparison.study().bands(platform);
    int definitions = bands.get(0).answers().size();
    Drawing.Extent extent = Drawing.Extent.of(comparison, platform);
    FollowerBand most =
        bands.stream()
            .max(Comparator.comparingInt(band -> band.calling(comparison.label())))
            .orElseThrow();
    return new Chart(
        "consensus-" + Drawing.id(platform),
        "What %d published definitions call each number of followers: %s"
            .formatted(definitions, platform.displayName()),
        "At most %d of %d definitions call one number of followers %s: those from %s."
            .formatted(
                most.calling(comparison.label()),
                definitions,
                comparison.word(),
                Wording.interval(most.min(), most.max())),
        420,
        Drawing.template("consensus"),
        extent
            .data()
            .and("names", ComparisonSections.VOICES.stream().map(Voice::name).toList())
            .and("definitions", definitions)
            .and(
                "series",
                Template.of(Drawing.class, "consensus-series")
                    .fill(RecordMap.of("voices", voices(bands, extent)))),
        new ComparisonSections(comparison).consensus(platform).page(1));
  }

  /** Areas from the whole down, each covering the lower part of the one before it. */
  private static List<RecordMap> voices(List<FollowerBand> bands, Drawing.Extent extent) {
    List<RecordMap> voices = new ArrayList<>();
    for (int count = ComparisonSections.VOICES.size(); count > 0; count--) {
      List<Voice> lower = ComparisonSections.VOICES.subList(0, count);
      List<List<Object>> steps = new ArrayList<>();
      int top = 0;
      for (FollowerBand band : bands) {
        if (extent.shows(band.min(), band.max())) {
          top = lower.stream().mapToInt(voice -> voice.votes().applyAsInt(band)).sum();
          steps.add(List.of(extent.clamp(band.min()), top));
        }
      }
      steps.add(List.of(extent.max(), top));
      Voice last = lower.get(count - 1);
      voices.add(
          RecordMap.of("name", last.name())
              .and("color", last.color())
              .and("z", ComparisonSections.VOICES.size() + 3 - count)
              .and("steps", steps));
    }
    return voices;
  }
}
