package io.github.tierwise.cli.score;

import io.github.tierwise.cli.write.CsvText;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.files.accounts.AccountSink;
import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.ScoreBlock;
import io.github.tierwise.score.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Writes all accounts with their scores in the order of the file, while they are read. It holds
 * none of them.
 *
 * @param <A> what summaries are made of
 */
final class ScoresInOrder<A> implements AccountSink<ScoresInOrder.Part<A>> {

  /**
   * Some accounts as they are written.
   *
   * @param counted what is said of them beside
   * @param lines their lines
   */
  record Part<A>(BestAccounts.Part<A> counted, StringBuilder lines) {}

  /** Adds the cell of an account to a line of CSV. */
  private interface Cell {
    void append(StringBuilder line, ScoreBlock block, int i);
  }

  /** A cell whose value all blocks have, so that no account must be made for it. */
  private record Quick(Set<Output> outputs, Cell cell) {}

  private final Scorer scorer;
  private final BestAccounts<A> counted;
  private final Section<ListedScore> table;
  private final boolean json;
  private final double[] typical;
  private final Writer out;
  private final List<Optional<Quick>> quick = new ArrayList<>();
  private final EnumSet<Output> outputs = EnumSet.copyOf(BestAccounts.OUTPUTS);
  private boolean started;

  private ScoresInOrder(
      Scorer scorer,
      BestAccounts<A> counted,
      List<String> columns,
      boolean json,
      double[] typical,
      Writer out) {
    this.scorer = scorer;
    this.counted = counted;
    this.json = json;
    this.typical = typical;
    this.out = out;
    table = table(scorer).only(columns);
    for (String name : table.csvNames()) {
      Optional<Quick> cell = Optional.ofNullable(quick().get(name));
      quick.add(cell);
      cell.ifPresent(each -> outputs.addAll(each.outputs()));
    }
  }

  /**
   * Starts with no accounts.
   *
   * @param columns the columns in their order
   * @param json whether they are written as JSON, else as CSV
   * @param typical the means that tell what sets an account apart; none if nobody asks
   * @param out where they are written to; it stays open
   */
  static ScoresInOrder<?> of(
      Scorer scorer, List<String> columns, boolean json, double[] typical, Writer out) {
    return of(scorer, BestAccounts.of(scorer, 0), columns, json, typical, out);
  }

  private static <A> ScoresInOrder<A> of(
      Scorer scorer,
      BestAccounts<A> counted,
      List<String> columns,
      boolean json,
      double[] typical,
      Writer out) {
    return new ScoresInOrder<>(scorer, counted, columns, json, typical, out);
  }

  /** All columns that there are. */
  static Section<ListedScore> table(Scorer scorer) {
    return ScoreTable.of(
        Collections.emptyIterator(),
        scorer.criteria().stream().map(Criterion::name).toList(),
        Optional.empty());
  }

  private static Map<String, Quick> quick() {
    return Map.of(
        "id", new Quick(Set.of(), (line, block, i) -> text(line, block.profile(i).id())),
        "platform",
            new Quick(
                Set.of(),
                (line, block, i) -> line.append(Records.word(block.profile(i).platform()))),
        "followers",
            new Quick(
                Set.of(),
                (line, block, i) -> number(line, block.profile(i).get(Measure.FOLLOWERS))),
        "tier",
            new Quick(
                EnumSet.of(Output.TIER), (line, block, i) -> text(line, block.tier(i).label())),
        "score",
            new Quick(EnumSet.of(Output.SCORE), (line, block, i) -> number(line, block.score(i))),
        "engagement_rate",
            new Quick(
                EnumSet.of(Output.ENGAGEMENT_RATE),
                (line, block, i) -> number(line, block.engagementRate(i))),
        "expected_rate",
            new Quick(
                EnumSet.of(Output.EXPECTED_RATE),
                (line, block, i) -> number(line, block.expectedRate(i))),
        "price",
            new Quick(EnumSet.of(Output.PRICE), (line, block, i) -> number(line, block.price(i))),
        "cost_per_engagement",
            new Quick(
                EnumSet.of(Output.COST_PER_ENGAGEMENT),
                (line, block, i) -> number(line, block.costPerEngagement(i))),
        "eligible",
            new Quick(
                EnumSet.of(Output.ELIGIBILITY),
                (line, block, i) -> line.append(block.eligible(i))));
  }

  private static void text(StringBuilder line, String text) {
    CsvText.append(line, FormulaCell.neutral(text));
  }

  private static void number(StringBuilder line, double value) {
    if (Double.isFinite(value)) {
      line.append(NumberText.plain(value));
    }
  }

  @Override
  public Part<A> part(ProfileColumns accounts) {
    Collector<ScoreBlock, StringBuilder, StringBuilder> lines =
        Collector.of(
            StringBuilder::new,
            (text, block) -> append(text, block, accounts),
            StringBuilder::append);
    return scorer.collect(
        accounts,
        outputs,
        Runnable::run,
        Collectors.teeing(counted.collecting(accounts), lines, Part::new));
  }

  private void append(StringBuilder text, ScoreBlock block, ProfileColumns accounts) {
    boolean made = json || quick.stream().anyMatch(Optional::isEmpty);
    for (int i = 0; i < block.size(); i++) {
      if (!made) {
        for (int column = 0; column < quick.size(); column++) {
          if (column > 0) {
            text.append(',');
          }
          quick.get(column).orElseThrow().cell().append(text, block, i);
        }
        text.append('\n');
      } else {
        append(text, listed(accounts.get(block.firstRow() + i)));
      }
    }
  }

  private ListedScore listed(Influencer account) {
    return new ListedScore(
        Optional.empty(),
        account,
        scorer.score(account),
        scorer.brand().currency(),
        typical.length == 0 ? "" : scorer.reason(account, typical));
  }

  private void append(StringBuilder text, ListedScore account) {
    if (json) {
      text.append(text.isEmpty() ? "" : ",\n").append(Records.compactJson(table.record(account)));
      return;
    }
    List<String> cells = table.csvCells(account);
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",");
      CsvText.append(text, cells.get(i));
    }
    text.append('\n');
  }

  @Override
  public void take(Part<A> part) {
    counted.take(part.counted());
    try {
      if (!started) {
        out.write(json ? "[\n" : String.join(",", table.csvNames()) + "\n");
      } else if (json && !part.lines().isEmpty()) {
        out.write(",\n");
      }
      started = true;
      out.append(part.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what is written, when all accounts were taken. */
  void end() throws IOException {
    out.write(json ? "\n]\n" : "");
    out.flush();
  }

  /** What is said of the accounts. */
  BestAccounts<A> counted() {
    return counted;
  }
}
