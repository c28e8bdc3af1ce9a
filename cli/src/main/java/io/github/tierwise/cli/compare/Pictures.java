package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.report.Chart;
import io.github.tierwise.cli.report.Grid;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.study.FollowerBand;
import io.github.tierwise.study.SizeSlope;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pictures of a comparison, each with its sentence and its figures. */
final class Pictures {

  private static final List<CommonTier> NAMES =
      List.of(CommonTier.NANO, CommonTier.MICRO, CommonTier.MID, CommonTier.MACRO, CommonTier.MEGA);

  /** The share of smallest accounts that a picture may leave out. */
  private static final double STRAY = 0.005;

  private final Comparison comparison;

  Pictures(Comparison comparison) {
    this.comparison = comparison;
  }

  private static Map<String, Object> map(Object... fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put((String) fields[i], fields[i + 1]);
    }
    return map;
  }

  private static String token(Classification answer) {
    if (answer instanceof Tier tier) {
      return token(tier.common());
    }
    return Comparison.cannotTell(answer) ? "untold" : "none";
  }

  private static String token(CommonTier name) {
    return name == CommonTier.NONE ? "other" : name.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> ink(String token) {
    return Chart.color(token.equals("micro") || token.equals("mega") ? "on-dark" : "on-light");
  }

  /** The powers of ten around nearly all accounts of a platform and the bounds that matter. */
  private double[] extent(Platform platform) {
    List<TierStudy.SizeBin> bins = comparison.study().sizes(platform);
    long all = bins.stream().mapToLong(TierStudy.SizeBin::accounts).sum();
    double low = 1e3;
    double high = 1e6;
    long below = 0;
    for (TierStudy.SizeBin bin : bins) {
      below += bin.accounts();
      // A few accounts without followers must not squeeze all others.
      if (below > all * STRAY) {
        low = Math.min(low, Math.max(1, bin.min()));
        high = Math.max(high, bin.max());
      }
    }
    return new double[] {
      Math.pow(10, Math.floor(Math.log10(low))), Math.pow(10, Math.ceil(Math.log10(high)))
    };
  }

  private static Map<String, Object> followersAxis(double[] extent, int grid, boolean labels) {
    return map(
        "type",
        "log",
        "gridIndex",
        grid,
        "min",
        extent[0],
        "max",
        extent[1],
        "axisLabel",
        map("show", labels, "formatter", Chart.function("brief"), "hideOverlap", true),
        "axisTick",
        map("show", labels),
        "name",
        labels ? "followers" : "",
        "nameLocation",
        "middle",
        "nameGap",
        28);
  }

  private static String percent(double share) {
    return Numerals.percent(share);
  }

  /** The tiers of the chosen definitions on one line of followers, and the accounts below. */
  Chart bands(Platform platform) {
    List<TierPolicy> rows = rows(platform);
    double[] extent = extent(platform);
    List<Object> intervals = new ArrayList<>();
    List<List<String>> figures = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (FollowerBand band : comparison.study().bands(platform, List.of(rows.get(row)))) {
        Classification answer = band.answers().get(0);
        figures.add(
            List.of(
                rows.get(row).id(),
                Words.answer(answer),
                Words.interval(band.min(), band.max()),
                Numerals.count(band.accounts())));
        if (answer instanceof Tier || Comparison.cannotTell(answer)) {
          intervals.add(
              map(
                  "value",
                  List.of(Math.max(band.min(), extent[0]), Math.min(band.max(), extent[1]), row),
                  "text",
                  Words.tier(answer),
                  "ink",
                  ink(token(answer)),
                  "tip",
                  "%s: %s, %s followers, %s"
                      .formatted(
                          comparison.name(rows.get(row)),
                          Words.tier(answer),
                          Words.interval(band.min(), band.max()),
                          Numerals.of(band.accounts(), "account")),
                  "itemStyle",
                  map("color", Chart.color(token(answer)))));
        }
      }
    }
    List<Object> density = new ArrayList<>();
    long most = 1;
    for (TierStudy.SizeBin bin : comparison.study().sizes(platform)) {
      density.add(List.of(Math.max(bin.min(), extent[0]), bin.accounts()));
      most = Math.max(most, bin.accounts());
    }
    int height = Math.max(20, Math.min(46, 700 / rows.size())) * rows.size();
    return new Chart(
        "bands-" + name(platform),
        "Bands on one line of followers: " + platform.displayName(),
        bandsSentence(platform),
        height + 210,
        map(
            "grid",
            List.of(
                map("left", 110, "right", 16, "top", 8, "height", height),
                map("left", 110, "right", 16, "top", height + 20, "height", 130)),
            "xAxis",
            List.of(followersAxis(extent, 0, false), followersAxis(extent, 1, true)),
            "yAxis",
            List.of(
                map(
                    "type",
                    "category",
                    "gridIndex",
                    0,
                    "inverse",
                    true,
                    "data",
                    rows.stream().map(comparison::name).toList(),
                    "axisLabel",
                    map(
                        "width",
                        100,
                        "overflow",
                        "truncate",
                        "interval",
                        0,
                        "fontSize",
                        rows.size() > Comparison.FEW ? 10 : 13)),
                map(
                    "type",
                    "value",
                    "gridIndex",
                    1,
                    "name",
                    "accounts",
                    "nameLocation",
                    "middle",
                    "nameGap",
                    52,
                    "minInterval",
                    1,
                    "splitNumber",
                    3,
                    "axisLabel",
                    map("formatter", Chart.function("brief")))),
            "series",
            List.of(
                map(
                    "type",
                    "custom",
                    "renderItem",
                    Chart.function("interval"),
                    "encode",
                    map("x", List.of(0, 1), "y", 2),
                    "data",
                    intervals,
                    "markArea",
                    contestedAreas(platform, extent)),
                map(
                    "type",
                    "line",
                    "xAxisIndex",
                    1,
                    "yAxisIndex",
                    1,
                    "step",
                    "end",
                    "symbol",
                    "none",
                    "lineStyle",
                    map("width", 0),
                    "areaStyle",
                    map("color", Chart.color("density"), "opacity", 0.75),
                    "data",
                    density,
                    "markArea",
                    contestedAreas(platform, extent))),
            "narrow",
            map(
                "grid",
                List.of(map("left", 72), map("left", 72)),
                "yAxis",
                List.of(map("axisLabel", map("width", 66)), map("nameGap", 40)))),
        new Grid(
            "What each definition calls accounts on " + platform.displayName(),
            List.of("definition", "tier", "followers", "accounts"),
            3,
            figures));
  }

  /** The chosen definitions; many in the order of the range that is asked about. */
  private List<TierPolicy> rows(Platform platform) {
    if (comparison.chosen().size() <= Comparison.FEW) {
      return comparison.chosen();
    }
    List<TierPolicy> rows = new ArrayList<>(comparison.chosen());
    rows.subList(2, rows.size())
        .sort(Comparator.comparingDouble(policy -> place(platform, policy)));
    return rows;
  }

  private double place(Platform platform, TierPolicy policy) {
    List<Comparison.Vote> votes = comparison.votes(platform, List.of(policy));
    List<Comparison.Vote> called = votes.stream().filter(vote -> vote.calling() > 0).toList();
    if (called.isEmpty()) {
      return votes.stream().anyMatch(vote -> vote.telling() > 0) ? 1e30 : 1e31;
    }
    return Math.max(1, called.get(0).min()) * Math.min(1e9, called.get(called.size() - 1).max());
  }

  private Map<String, Object> contestedAreas(Platform platform, double[] extent) {
    List<Object> areas = new ArrayList<>();
    if (comparison.chosen().size() <= Comparison.FEW) {
      for (Comparison.Vote vote : comparison.votes(platform, comparison.chosen())) {
        double min = Math.max(vote.min(), extent[0]);
        double max = Math.min(vote.max(), extent[1]);
        if (vote.isContested() && min < max) {
          areas.add(List.of(map("xAxis", min), map("xAxis", max)));
        }
      }
    }
    return map("silent", true, "itemStyle", map("color", Chart.color("contested")), "data", areas);
  }

  private String bandsSentence(Platform platform) {
    List<Comparison.Vote> contested =
        comparison.votes(platform, comparison.chosen()).stream()
            .filter(Comparison.Vote::isContested)
            .toList();
    long accounts = contested.stream().mapToLong(Comparison.Vote::accounts).sum();
    long all = comparison.study().platforms().getOrDefault(platform, 0L);
    if (contested.isEmpty()) {
      return "The definitions agree for every number of followers whether an account is %s."
          .formatted(comparison.word());
    }
    String where =
        contested.size() > 4
            ? "from %s to %s followers"
                .formatted(
                    Words.brief(contested.get(0).min()),
                    Words.brief(contested.get(contested.size() - 1).max()))
            : "at "
                + String.join(
                    " and at ",
                    contested.stream()
                        .map(v -> Words.brief(v.min()) + " to " + Words.brief(v.max()))
                        .toList())
                + " followers";
    return "Whether an account is %s is contested %s%s: %s of the %s here (%s) live there."
        .formatted(
            comparison.word(),
            where,
            comparison.chosen().size() <= Comparison.FEW ? " (shaded)" : "",
            Numerals.count(accounts),
            Numerals.of(all, "account"),
            Words.share(accounts, all));
  }

  static String name(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }

  /** Who goes where between the first two definitions. */
  Chart flow() {
    Confusion confusion = comparison.study().confusion(comparison.first(), comparison.second());
    Map<String, Long> sizes = new LinkedHashMap<>();
    Map<String, Map<String, Object>> nodes = new LinkedHashMap<>();
    List<Object> links = new ArrayList<>();
    List<List<String>> figures = new ArrayList<>();
    for (Classification row : comparison.first().outcomes()) {
      for (Classification column : comparison.second().outcomes()) {
        long count = confusion.count(row, column);
        if (count > 0) {
          String from = "1 " + Words.answer(row);
          String to = "2 " + Words.answer(column);
          sizes.merge(from, count, Long::sum);
          sizes.merge(to, count, Long::sum);
          nodes.putIfAbsent(from, node(from, row, "right"));
          nodes.putIfAbsent(to, node(to, column, "left"));
          links.add(
              map(
                  "source",
                  from,
                  "target",
                  to,
                  "value",
                  count,
                  "tip",
                  "%s by %s, %s by %s: %s"
                      .formatted(
                          Words.answer(row),
                          comparison.name(comparison.first()),
                          Words.answer(column),
                          comparison.name(comparison.second()),
                          Numerals.of(count, "account"))));
          figures.add(
              List.of(
                  Words.answer(row),
                  Words.answer(column),
                  Numerals.count(count),
                  Words.share(count, confusion.accounts())));
        }
      }
    }
    nodes.forEach(
        (key, node) -> {
          String text = key.substring(2) + ", " + Numerals.count(sizes.getOrDefault(key, 0L));
          node.put("text", text);
          node.put("tip", text);
        });
    String first = comparison.name(comparison.first());
    String second = comparison.name(comparison.second());
    Agreement agreement = comparison.agreement();
    long moved = agreement.onlyFirst() + agreement.onlySecond();
    return new Chart(
        "flow",
        "From %s, on the left, to %s, on the right".formatted(first, second),
        "%s of %s change: %s are %s by %s alone, %s by %s alone."
            .formatted(
                Numerals.count(moved),
                Numerals.of(agreement.accounts(), "account"),
                Numerals.count(agreement.onlyFirst()),
                comparison.word(),
                first,
                Numerals.count(agreement.onlySecond()),
                second),
        Math.max(300, 46 * nodes.size() / 2 + 120),
        map(
            "series",
            List.of(
                map(
                    "type",
                    "sankey",
                    "left",
                    4,
                    "right",
                    4,
                    "top",
                    12,
                    "bottom",
                    12,
                    "nodeWidth",
                    16,
                    "nodeGap",
                    14,
                    "draggable",
                    false,
                    "emphasis",
                    map("focus", "adjacency"),
                    "lineStyle",
                    map("color", "source", "opacity", 0.4),
                    "label",
                    map(
                        "formatter",
                        Chart.function("text"),
                        "color",
                        Chart.color("ink"),
                        "fontSize",
                        13),
                    "data",
                    List.copyOf(nodes.values()),
                    "links",
                    links)),
            "narrow",
            map("series", List.of(map("label", map("fontSize", 11))))),
        new Grid(
            "Accounts by %s and by %s".formatted(first, second),
            List.of(first, second, "accounts", "share"),
            2,
            figures));
  }

  private static Map<String, Object> node(String name, Classification answer, String side) {
    return map(
        "name",
        name,
        "itemStyle",
        map("color", Chart.color(token(answer)), "borderWidth", 0),
        "label",
        map("position", side));
  }

  /** Definitions that are one and the same for the accounts here. */
  private record Group(String name, double middle, List<TierPolicy> members) {}

  /** Kappa between every two of the definitions, like ones together where there are many. */
  Chart matrix() {
    List<Group> groups =
        comparison.chosen().size() > 2 && comparison.chosen().size() <= Comparison.FEW
            ? comparison.chosen().stream()
                .map(policy -> new Group(comparison.name(policy), 0, List.of(policy)))
                .toList()
            : groups();
    List<Object> cells = new ArrayList<>();
    List<List<String>> figures = new ArrayList<>();
    int undefined = 0;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < groups.size(); j++) {
        double kappa =
            comparison
                .study()
                .agreement(
                    groups.get(i).members().get(0),
                    groups.get(j).members().get(0),
                    comparison.label())
                .kappa()
                .value();
        String tip =
            "%s and %s: kappa %s"
                .formatted(groups.get(i).name(), groups.get(j).name(), Words.coefficient(kappa));
        cells.add(map("value", List.of(j, i, Double.isNaN(kappa) ? "-" : kappa), "tip", tip));
        undefined += Double.isNaN(kappa) ? 1 : 0;
        if (j > i) {
          figures.add(
              List.of(groups.get(i).name(), groups.get(j).name(), Words.coefficient(kappa)));
        }
      }
    }
    List<String> names = groups.stream().map(Group::name).toList();
    int side = Math.max(300, Math.min(720, groups.size() * 30 + 60));
    boolean values = groups.size() <= Comparison.FEW;
    return new Chart(
        "matrix",
        "Agreement of the definitions on who is " + comparison.word(),
        matrixSentence(groups, undefined > 0),
        side + 120,
        map(
            "grid",
            map("left", 120, "right", 10, "top", 8, "bottom", 150),
            "xAxis",
            map(
                "type",
                "category",
                "data",
                names,
                "splitArea",
                map("show", false),
                "axisLabel",
                map(
                    "rotate",
                    90,
                    "interval",
                    0,
                    "fontSize",
                    11,
                    "width",
                    100,
                    "overflow",
                    "truncate")),
            "yAxis",
            map(
                "type",
                "category",
                "data",
                names,
                "inverse",
                true,
                "axisLabel",
                map("interval", 0, "fontSize", 11, "width", 112, "overflow", "truncate")),
            "visualMap",
            map(
                "min",
                -1,
                "max",
                1,
                "calculable",
                false,
                "orient",
                "horizontal",
                "left",
                "center",
                "bottom",
                0,
                "text",
                List.of("kappa 1", "-1"),
                "textStyle",
                map("color", Chart.color("soft")),
                "inRange",
                map(
                    "color",
                    List.of(Chart.color("differ"), Chart.color("middle"), Chart.color("agree")))),
            "series",
            List.of(
                map(
                    "type",
                    "heatmap",
                    "data",
                    cells,
                    "label",
                    map("show", values, "color", Chart.color("ink")),
                    "itemStyle",
                    map("borderColor", Chart.color("paper"), "borderWidth", 1))),
            "narrow",
            map(
                "height",
                470,
                "grid",
                map("left", 84, "bottom", 130),
                "xAxis",
                map("axisLabel", map("fontSize", 9)),
                "yAxis",
                map("axisLabel", map("fontSize", 9, "width", 78)))),
        new Grid("Cohen's kappa of every two", List.of("definition", "and", "kappa"), 2, figures));
  }

  private String matrixSentence(List<Group> groups, boolean undefined) {
    List<TierPolicy> members = groups.stream().flatMap(g -> g.members().stream()).toList();
    List<Double> kappas = comparison.kappas(members);
    if (kappas.isEmpty()) {
      return "Kappa is undefined for every pair: all accounts are of one class.";
    }
    long poor = kappas.stream().filter(kappa -> kappa < 0.4).count();
    return ("Of %s of definitions with a tier called %s, %s have a kappa below 0.40; the median is"
            + " %s. %s%s")
        .formatted(
            Numerals.of(kappas.size(), "pair"),
            comparison.word(),
            percent((double) poor / kappas.size()),
            Words.coefficient(kappas.get(kappas.size() / 2)),
            groups.size() < members.size()
                ? "Definitions that call the same accounts so share a row, named by the range and"
                    + " how many they are."
                : "",
            undefined ? " Grey: undefined, since all accounts are of one class." : "");
  }

  private List<Group> groups() {
    Map<String, Group> groups = new LinkedHashMap<>();
    Platform main = comparison.platforms().get(0);
    for (TierPolicy policy : comparison.having()) {
      StringBuilder key = new StringBuilder();
      for (Platform platform : comparison.platforms()) {
        String before = "";
        for (Comparison.Vote vote : comparison.votes(platform, List.of(policy))) {
          String answer = vote.telling() == 0 ? "?" : vote.calling() == 0 ? "not" : "so";
          // What nobody lives in makes no difference here.
          if (vote.accounts() > 0) {
            key.append(answer.equals(before) ? "+" : " " + answer).append(vote.accounts());
            before = answer;
          }
        }
        key.append(';');
      }
      List<FollowerBand> called =
          comparison.study().bands(main, List.of(policy)).stream()
              .filter(band -> comparison.isCalled(band.answers().get(0)))
              .toList();
      if (!called.isEmpty()) {
        double min = called.get(0).min();
        double max = called.get(called.size() - 1).max();
        double middle = Math.log(Math.max(1, min)) + Math.log(Math.min(1e9, max));
        Group one = new Group(Words.brief(min) + "–" + Words.brief(max), middle, List.of(policy));
        groups.merge(key.toString(), one, Pictures::together);
      }
    }
    return groups.values().stream()
        .sorted(Comparator.comparingDouble(Group::middle))
        .map(
            group ->
                new Group(
                    "%s (%d)".formatted(group.name(), group.members().size()),
                    group.middle(),
                    group.members()))
        .toList();
  }

  private static Group together(Group one, Group other) {
    List<TierPolicy> members = new ArrayList<>(one.members());
    members.addAll(other.members());
    return new Group(one.name(), one.middle(), members);
  }

  /** The definitions behind the rows of the matrix. */
  Grid members() {
    return new Grid(
        "Definitions that call the same accounts " + comparison.word(),
        List.of("followers (definitions)", "definitions"),
        2,
        groups().stream()
            .map(
                group ->
                    List.of(
                        group.name(),
                        String.join(", ", group.members().stream().map(TierPolicy::id).toList())))
            .toList());
  }

  /** The definition whose tiers colour the accounts: the first with several. */
  private TierPolicy colouring() {
    return comparison.chosen().stream()
        .filter(policy -> policy.tiers().size() > 2)
        .findFirst()
        .or(
            () ->
                comparison.study().definitions().stream()
                    .filter(policy -> policy.id().equals("iab-uk"))
                    .findFirst())
        .orElse(comparison.first());
  }

  /** Engagement against followers, the tiers' medians and the fitted line. */
  Chart engagement(Platform platform) {
    TierPolicy policy = colouring();
    TierEngagement tiers = comparison.study().engagement(policy, platform);
    SizeSlope slope = comparison.study().slope(platform);
    double[] extent = extent(platform);
    List<TierStudy.RatePoint> points = comparison.study().points(platform);
    double low = points.stream().mapToDouble(TierStudy.RatePoint::rate).min().orElse(0.01);
    double high = points.stream().mapToDouble(TierStudy.RatePoint::rate).max().orElse(0.1);
    long most = points.stream().mapToLong(TierStudy.RatePoint::accounts).max().orElse(1);
    List<Object> series = new ArrayList<>();
    Map<String, List<Object>> dots = new LinkedHashMap<>();
    List<FollowerBand> bands = comparison.study().bands(platform, List.of(policy));
    for (TierStudy.RatePoint point : points) {
      Classification answer =
          bands.stream()
              .filter(band -> point.followers() < band.max())
              .findFirst()
              .map(band -> band.answers().get(0))
              .orElseThrow();
      dots.computeIfAbsent(token(answer) + " " + Words.tier(answer), key -> new ArrayList<>())
          .add(
              map(
                  "value",
                  List.of(point.followers(), point.rate()),
                  "symbolSize",
                  4 + 14 * Math.sqrt((double) point.accounts() / most),
                  "tip",
                  "about %s followers, %s: %s"
                      .formatted(
                          Words.brief(point.followers()),
                          percent(point.rate()),
                          Numerals.of(point.accounts(), "account"))));
    }
    List<String> symbols =
        List.of("circle", "diamond", "rect", "triangle", "arrow", "circle", "diamond");
    List<String> legend = new ArrayList<>();
    dots.forEach(
        (key, data) -> {
          String token = key.substring(0, key.indexOf(' '));
          String name = key.substring(key.indexOf(' ') + 1);
          legend.add(name);
          series.add(
              map(
                  "type",
                  "scatter",
                  "name",
                  name,
                  "symbol",
                  symbols.get(series.size() % symbols.size()),
                  "itemStyle",
                  map("color", Chart.color(token), "opacity", 0.75),
                  "data",
                  data));
        });
    List<Object> boxes = new ArrayList<>();
    List<List<String>> figures = new ArrayList<>();
    for (TierEngagement.Row row : tiers.rows()) {
      figures.add(
          List.of(
              Words.answer(row.answer()),
              Numerals.count(row.accounts()),
              Numerals.count(row.rates()),
              Words.rate(row.lowerQuartile()),
              Words.rate(row.median()),
              Words.rate(row.upperQuartile())));
      for (FollowerBand band : bands) {
        if (band.answers().get(0) == row.answer() && row.rates() >= 5 && row.median().value() > 0) {
          boxes.add(
              map(
                  "value",
                  List.of(
                      Math.max(band.min(), extent[0]),
                      Math.min(band.max(), extent[1]),
                      Math.max(row.lowerQuartile().value(), low / 2),
                      row.upperQuartile().value(),
                      row.median().value()),
                  "tip",
                  "%s: median %s, middle half %s to %s"
                      .formatted(
                          Words.answer(row.answer()),
                          percent(row.median().value()),
                          percent(row.lowerQuartile().value()),
                          percent(row.upperQuartile().value())),
                  "itemStyle",
                  map("color", Chart.color(token(row.answer())))));
        }
      }
    }
    series.add(
        map(
            "type",
            "custom",
            "name",
            "median and middle half",
            "renderItem",
            Chart.function("box"),
            "encode",
            map("x", List.of(0, 1), "y", List.of(2, 3)),
            "data",
            boxes));
    if (slope.slope().isKnown()) {
      series.add(
          map(
              "type",
              "line",
              "name",
              "fitted line",
              "symbol",
              "none",
              "lineStyle",
              map("color", Chart.color("line"), "width", 2.5, "type", "dashed"),
              "itemStyle",
              map("color", Chart.color("line")),
              "tooltip",
              map("show", false),
              "data",
              List.of(
                  List.of(extent[0], slope.rate(extent[0])),
                  List.of(extent[1], slope.rate(extent[1])))));
      legend.add("fitted line");
    }
    return new Chart(
        "engagement-" + name(platform),
        "Engagement against followers: " + platform.displayName(),
        "%s: %s. By the tiers of %s, \"the more followers, the less engagement\" %s."
            .formatted(
                slope.formula(),
                Words.slope(slope),
                comparison.name(policy),
                Words.claim(tiers.trend())),
        480,
        map(
            "grid",
            map("left", 64, "right", 16, "top", 44, "bottom", 50),
            "legend",
            map("top", 0, "type", "scroll", "data", legend),
            "xAxis",
            followersAxis(extent, 0, true),
            "yAxis",
            map(
                "type",
                "log",
                "min",
                Math.pow(10, Math.floor(Math.log10(low))),
                "max",
                Math.pow(10, Math.ceil(Math.log10(high))),
                "name",
                "engagement rate",
                "nameLocation",
                "middle",
                "nameGap",
                48,
                "axisLabel",
                map("formatter", Chart.function("percent"))),
            "series",
            series),
        new Grid(
            "Engagement rate by %s; quartiles with intervals of 95%%"
                .formatted(comparison.name(policy)),
            List.of(
                "tier", "accounts", "known rates", "lower quartile", "median", "upper quartile"),
            1,
            figures));
  }

  /** What all definitions call each number of followers. */
  Chart consensus(Platform platform) {
    double[] extent = extent(platform);
    List<FollowerBand> bands = comparison.study().bands(platform);
    List<List<String>> figures = new ArrayList<>();
    List<String> titles =
        List.of("nano", "micro", "mid", "macro", "mega", "other", "no tier", "cannot tell");
    List<String> tokens =
        List.of("nano", "micro", "mid", "macro", "mega", "other", "none", "untold");
    List<List<Object>> lines = new ArrayList<>();
    titles.forEach(title -> lines.add(new ArrayList<>()));
    FollowerBand widest = bands.get(0);
    for (FollowerBand band : bands) {
      int[] counts = new int[titles.size()];
      for (int i = 0; i < NAMES.size(); i++) {
        counts[i] = band.calling(NAMES.get(i));
      }
      counts[5] = band.calling(CommonTier.NONE);
      counts[7] = band.without(Unclassified.Reason.CANNOT_TELL);
      counts[6] = band.answers().size() - Arrays.stream(counts).sum();
      if (band.calling(comparison.label()) > widest.calling(comparison.label())) {
        widest = band;
      }
      List<String> row = new ArrayList<>();
      row.add(Words.interval(band.min(), band.max()));
      row.add(Numerals.count(band.accounts()));
      int sum = 0;
      for (int i = 0; i < counts.length; i++) {
        row.add(String.valueOf(counts[i]));
        sum += counts[i];
        if (band.max() > extent[0] && band.min() < extent[1]) {
          lines.get(i).add(List.of(Math.max(band.min(), extent[0]), sum));
        }
      }
      figures.add(row);
    }
    List<Object> series = new ArrayList<>();
    // From the whole down, so that each covers the lower part of the one before it.
    for (int i = titles.size() - 1; i >= 0; i--) {
      List<Object> line = lines.get(i);
      List<?> last = (List<?>) line.get(line.size() - 1);
      line.add(List.of(extent[1], last.get(1)));
      series.add(
          map(
              "type",
              "line",
              "name",
              titles.get(i),
              "step",
              "end",
              "symbol",
              "none",
              "z",
              10 - i,
              "lineStyle",
              map("width", 0),
              "itemStyle",
              map("color", Chart.color(tokens.get(i))),
              "areaStyle",
              map("color", Chart.color(tokens.get(i)), "opacity", 1),
              "tooltip",
              map("show", false),
              "data",
              line));
    }
    int definitions = bands.get(0).answers().size();
    List<String> header = new ArrayList<>(List.of("followers", "accounts"));
    header.addAll(titles);
    return new Chart(
        "consensus-" + name(platform),
        "What %d published definitions call each number of followers: %s"
            .formatted(definitions, platform.displayName()),
        "At most %d of %d definitions call one number of followers %s: those from %s."
            .formatted(
                widest.calling(comparison.label()),
                definitions,
                comparison.word(),
                Words.interval(widest.min(), widest.max())),
        420,
        map(
            "grid",
            map("left", 56, "right", 16, "top", 44, "bottom", 50),
            "legend",
            map("top", 0, "type", "scroll", "data", titles),
            "tooltip",
            map("show", false),
            "xAxis",
            followersAxis(extent, 0, true),
            "yAxis",
            map(
                "type",
                "value",
                "max",
                definitions,
                "name",
                "definitions",
                "nameLocation",
                "middle",
                "nameGap",
                36),
            "series",
            series),
        new Grid("How many definitions call each number of followers what", header, 1, figures));
  }
}
