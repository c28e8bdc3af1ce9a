package io.github.tierwise.cli.backtest;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How well newest posts were foretold, for all who read it. */
final class BacktestTable implements Answer {

  private static final int NUMBER = 12;
  private static final int RANGE = 26;

  private final String head;
  private final long seed;
  private final List<Foretold> foretold;

  /**
   * A table.
   *
   * @param head what was foretold, in words
   * @param foretold the accounts
   * @param seed what draws begin with
   */
  BacktestTable(String head, List<Foretold> foretold, long seed) {
    this.head = head;
    this.foretold = List.copyOf(foretold);
    this.seed = seed;
  }

  /** The results of a breakdown, a list for each of its cells. */
  private List<List<Result>> results(Breakdown by) {
    return by.cells(foretold).stream().map(cell -> Result.of(cell, seed)).toList();
  }

  /** A row for each way on each cell, the whole first. */
  @Override
  public Section<Result> all() {
    List<Result> rows = new ArrayList<>();
    for (Breakdown by : Breakdown.values()) {
      results(by).forEach(rows::addAll);
    }
    Section<Result> section =
        Section.<Result>of("Ways of foretelling", rows)
            .data("by", row -> row.cell().by())
            .data("cell", row -> row.cell().words())
            .data("from", row -> row.cell().from())
            .data("below", row -> row.cell().below())
            .data("accounts", row -> row.cell().accounts().size())
            .data("way", row -> row.way())
            .data("foretold_by", row -> row.way().words())
            .data("error", Result::error)
            .data("covers", row -> row.covers().value())
            .data("covers_low", row -> row.covers().low())
            .data("covers_high", row -> row.covers().high());
    for (Way rule : Way.simple()) {
      String name = "minus_" + Records.word(rule);
      section =
          section
              .data(name, row -> row.minus(rule).value())
              .data(name + "_low", row -> row.minus(rule).low())
              .data(name + "_high", row -> row.minus(rule).high());
    }
    return section;
  }

  @Override
  public RecordMap record() {
    return RecordMap.of("accounts", foretold.size())
        .and("draws", Range.DRAWS)
        .and("results", all().records().toList());
  }

  @Override
  public String text(int width) {
    List<Result> whole = results(Breakdown.ALL).get(0);
    TextLines lines = new TextLines(width).say(head).gap();
    lines.add(
        Section.<Result>of("Ways of foretelling", whole)
            .text("error", NUMBER, row -> figure(row.error()))
            .right()
            .text("90% covers", RANGE, row -> share(row.covers()))
            .right()
            .text("foretold by", Integer.MAX_VALUE, row -> row.way().words()));
    lines.gap();
    lines.add(
        Section.<Way>of("Against simple rules", Way.simple())
            .text(
                "calibrated errs by",
                RANGE,
                rule -> difference(Result.of(Way.CALIBRATED, whole).minus(rule)))
            .right()
            .text(
                "level alone errs by",
                RANGE,
                rule -> difference(Result.of(Way.LEVEL, whole).minus(rule)))
            .right()
            .text("against", Integer.MAX_VALUE, Way::words));
    Arrays.stream(Breakdown.values())
        .filter(by -> by != Breakdown.ALL)
        .forEach(by -> lines.gap().add(cells(by)));
    return lines
        .gap()
        .say(
            "Behind a number stands its 95% interval: of a share by Wilson 1927; of a difference in error, paired"
                + " account by account, from %s draws of the accounts, where there are %d or more."
                    .formatted(NumberText.count(Range.DRAWS), Range.FEWEST))
        .toString();
  }

  private Section<List<Result>> cells(Breakdown by) {
    return Section.of("By " + by.title(), results(by))
        .text(by.title(), RANGE, row -> row.get(0).cell().words())
        .text("accounts", NUMBER, row -> NumberText.count(row.get(0).cell().accounts().size()))
        .right()
        .text("best simple rule", RANGE, row -> rule(Result.bestRule(row)))
        .text("calibrated", NUMBER, row -> figure(Result.of(Way.CALIBRATED, row).error()))
        .right()
        .text("difference", RANGE, BacktestTable::toBestRule)
        .right()
        .text("90% covers", RANGE, row -> share(Result.of(Way.CALIBRATED, row).covers()))
        .right();
  }

  private static String rule(Result best) {
    return figure(best.error()) + " " + best.way().shortly();
  }

  private static String toBestRule(List<Result> row) {
    return difference(Result.of(Way.CALIBRATED, row).minus(Result.bestRule(row).way()));
  }

  static String figure(double error) {
    return String.format(Locale.ROOT, "%.3f", error);
  }

  static String share(Range share) {
    return share.isKnown()
        ? String.format(
            Locale.ROOT,
            "%.1f%% (%.0f to %.0f)",
            100 * share.value(),
            100 * share.low(),
            100 * share.high())
        : "";
  }

  static String difference(Range difference) {
    return difference.hasInterval()
        ? String.format(
            Locale.ROOT,
            "%+.3f (%+.3f to %+.3f)",
            difference.value(),
            difference.low(),
            difference.high())
        : String.format(Locale.ROOT, "%+.3f", difference.value());
  }
}
