package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kappa between every two definitions; where they are many, like ones share a row. */
final class MatrixPicture {

  /** A kappa beyond this has a dark cell. */
  private static final double DARK = 0.65;

  private static final int LETTERS = 26;

  /** Below this two definitions agree little (own limit, for the sentence only). */
  private static final double LITTLE = 0.4;

  /** Definitions that call the same accounts so. */
  private record Group(String name, double middle, List<TierPolicy> members) {

    TierPolicy first() {
      return members.get(0);
    }

    /** Ranges of two groups may read alike, since they differ elsewhere. */
    boolean isCalledAs(Group other) {
      return name.equals(other.name);
    }

    /** With the number of its members in its name. */
    Group counted(String mark) {
      return new Group("%s%s (%d)".formatted(name, mark, members.size()), middle, members);
    }

    Group with(Group other) {
      List<TierPolicy> all = new ArrayList<>(members);
      all.addAll(other.members);
      return new Group(name, middle, all);
    }
  }

  private final Comparison comparison;
  private final List<Group> groups;

  private MatrixPicture(Comparison comparison) {
    this.comparison = comparison;
    groups = isSmall(comparison) ? single(comparison) : groups(comparison);
  }

  /** Whether the chosen definitions are few enough to stand each for itself. */
  static boolean isSmall(Comparison comparison) {
    return comparison.chosen().size() > 2 && comparison.isFew();
  }

  /** Whether there is a kappa to draw. */
  static boolean isDrawn(Comparison comparison) {
    List<TierPolicy> drawn = isSmall(comparison) ? comparison.chosen() : comparison.having();
    return !comparison.kappas(drawn).isEmpty();
  }

  static Chart of(Comparison comparison) {
    return new MatrixPicture(comparison).chart();
  }

  /** The definitions behind the rows. */
  static Grid members(Comparison comparison) {
    return Section.of(
            "Definitions that call the same accounts " + comparison.word(), groups(comparison))
        .page("followers (definitions)", Group::name)
        .page("definitions", group -> Wording.ids(group.members()))
        .page(2);
  }

  private static List<Group> single(Comparison comparison) {
    return comparison.chosen().stream()
        .map(policy -> new Group(comparison.name(policy), 0, List.of(policy)))
        .toList();
  }

  private static List<Group> groups(Comparison comparison) {
    Platform main = comparison.platforms().get(0);
    Map<String, Group> groups = new LinkedHashMap<>();
    for (TierPolicy policy : comparison.having()) {
      comparison
          .range(main, policy)
          .ifPresent(
              range -> {
                String name = Wording.brief(range.min()) + "–" + Wording.brief(range.max());
                Group group = new Group(name, range.middle(), List.of(policy));
                groups.merge(key(comparison, policy), group, Group::with);
              });
    }
    List<Group> sorted =
        groups.values().stream().sorted(Comparator.comparingDouble(Group::middle)).toList();
    Map<String, Integer> seen = new HashMap<>();
    return sorted.stream()
        .map(
            group -> {
              boolean alone = sorted.stream().filter(group::isCalledAs).count() == 1;
              int place = seen.merge(group.name(), 1, Integer::sum);
              return group.counted(alone ? "" : " " + letters(place));
            })
        .toList();
  }

  /** What tells rows of one range apart: a, b, ... z, aa, ... */
  private static String letters(int place) {
    String rest = place > LETTERS ? letters((place - 1) / LETTERS) : "";
    return rest + (char) ('a' + (place - 1) % LETTERS);
  }

  /** The same for two definitions if, and only if, they say the same of every account here. */
  private static String key(Comparison comparison, TierPolicy policy) {
    StringBuilder key = new StringBuilder();
    for (Platform platform : comparison.platforms()) {
      char before = ' ';
      long sum = 0;
      for (Comparison.Vote vote : comparison.votes(platform, List.of(policy))) {
        char answer = vote.telling() == 0 ? '?' : vote.calling() == 0 ? '-' : '+';
        // An interval in which nobody lives makes no difference here.
        if (vote.accounts() > 0) {
          if (answer != before) {
            key.append(sum).append(answer);
          }
          before = answer;
        }
        sum += vote.accounts();
      }
      key.append(';');
    }
    return key.toString();
  }

  private Chart chart() {
    List<RecordMap> cells = new ArrayList<>();
    List<List<String>> figures = new ArrayList<>();
    boolean undefined = false;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < groups.size(); j++) {
        String one = groups.get(i).name();
        String other = groups.get(j).name();
        double kappa = comparison.kappa(groups.get(i).first(), groups.get(j).first()).value();
        String words = Wording.coefficient(kappa);
        RecordMap ink = Chart.color(Math.abs(kappa) > DARK ? "on-dark" : "ink");
        undefined |= Double.isNaN(kappa);
        cells.add(
            RecordMap.of("value", List.of(j, i, Double.isNaN(kappa) ? "-" : kappa))
                .and("text", words)
                .and("label", RecordMap.of("color", ink))
                .and("tip", "%s and %s: kappa %s".formatted(one, other, words)));
        if (j > i) {
          figures.add(List.of(one, other, words));
        }
      }
    }
    return new Chart(
        "matrix",
        "Agreement of the definitions on who is " + comparison.word(),
        sentence(undefined),
        Math.max(300, Math.min(720, groups.size() * 30 + 60)) + 120,
        Drawing.template("matrix"),
        RecordMap.of("names", groups.stream().map(Group::name).toList())
            .and("cells", cells)
            .and("labels", groups.size() <= Comparison.FEW),
        new Grid("Cohen's kappa of every two", List.of("definition", "and", "kappa"), 2, figures));
  }

  private String sentence(boolean undefined) {
    List<TierPolicy> members = groups.stream().flatMap(group -> group.members().stream()).toList();
    List<Double> kappas = comparison.kappas(members);
    if (kappas.isEmpty()) {
      return "Kappa is undefined for every pair: all accounts are of one class.";
    }
    double little =
        (double) kappas.stream().filter(kappa -> kappa < LITTLE).count() / kappas.size();
    String text =
        "Of %s of definitions, %s have a kappa below %s; the median is %s."
            .formatted(
                NumberText.of(kappas.size(), "pair"),
                NumberText.percent(little),
                Wording.coefficient(LITTLE),
                Wording.coefficient(kappas.get(kappas.size() / 2)));
    if (groups.size() < members.size()) {
      text +=
          " Definitions that call the same accounts so share a row, named by its range and how"
              + " many they are.";
    }
    return undefined ? text + " Empty: undefined, since all accounts are of one class." : text;
  }
}
