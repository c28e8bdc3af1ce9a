package io.github.tierwise.cli.check;

import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.CsvText;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Accounts as a table that every command reads back to the same bits: one network an account, plain
 * numbers, countries by their codes, an empty cell for what is unknown.
 */
final class PlainForm {

  /** Dimensions that a cell may name values of. */
  private static final List<String> DIMENSIONS =
      Arrays.stream(Field.values()).filter(Field::isDimension).map(Field::label).toList();

  private record Cell(String name, Function<Profile, String> text) {}

  private PlainForm() {}

  static Content of(AccountList list) {
    ProfileColumns accounts = list.profiles();
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell("tierwise_id", account -> FormulaCell.neutral(account.id())));
    cells.add(new Cell("platform", account -> account.platform().name().toLowerCase(Locale.ROOT)));
    Arrays.stream(Measure.values())
        .filter(accounts::has)
        .forEach(
            measure -> cells.add(new Cell(name(measure), account -> number(account.get(measure)))));
    if (accounts.has(Measure.PRICE)) {
      cells.add(new Cell("currency", Profile::currency));
    }
    if (accounts.has(Measure.LEVEL)) {
      cells.add(new Cell("tierwise_level_formula", Profile::levelFormula));
    }
    Set<String> named = new HashSet<>();
    list.forEach(account -> DIMENSIONS.stream().filter(account::hasLabels).forEach(named::add));
    DIMENSIONS.stream()
        .filter(named::contains)
        .forEach(
            dimension ->
                cells.add(
                    new Cell(
                        name(dimension),
                        account ->
                            FormulaCell.neutral(String.join("|", account.labels(dimension))))));
    list.shares()
        .forEach(
            share ->
                cells.add(
                    new Cell(
                        share.toString(),
                        account -> number(account.audience(share.dimension(), share.value())))));
    return CsvText.of(
        lines -> {
          lines.accept(cells.stream().map(Cell::name).toList());
          list.forEach(
              account ->
                  lines.accept(cells.stream().map(cell -> cell.text().apply(account)).toList()));
        });
  }

  private static String name(String dimension) {
    return dimension.equals("country") || dimension.equals(Profile.TOPIC)
        ? dimension
        : "audience_" + dimension;
  }

  private static String name(Measure measure) {
    String label = measure.label().replace(' ', '_');
    return switch (measure) {
      case LIKES, COMMENTS, SHARES, SAVES, VIEWS, ENGAGEMENTS -> "avg_" + label;
      case LEVEL, LEVEL_VARIANCE, POST_DEVIATION, LEVEL_OPEN -> "tierwise_" + label;
      default -> label;
    };
  }

  /** The shortest text that reads back, with a zero more where three decimals may be a group. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    String text = NumberText.plain(value);
    int dot = text.indexOf('.');
    return dot >= 0 && text.length() - dot == 4 && text.indexOf('E') < 0 ? text + "0" : text;
  }
}
