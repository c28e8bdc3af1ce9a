package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.DateOrder;
import io.github.tierwise.files.cells.NumberStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which column is what for the accounts of one network, and the rules by which its cells are read.
 *
 * @param id the column of the account's name
 * @param platform the column of its platform
 * @param currency the column of the currency of its price
 * @param levelFormula the column of the formula of which a level is, in the plain form alone
 * @param numbers the columns of each number
 * @param dimensions columns whose cells name values of a dimension or give their shares
 * @param shares columns of the share of one value
 * @param post what only posts have; empty if a row is an account
 */
public record ColumnRoles(
    int id,
    OptionalInt platform,
    OptionalInt currency,
    OptionalInt levelFormula,
    Map<Field, Numeric> numbers,
    List<DimensionColumn> dimensions,
    List<ShareColumn> shares,
    Optional<Post> post) {

  /**
   * Where the posts of an account stand among each other, and which post is which.
   *
   * @param time the column of the moment at which a post was published
   * @param dates whether the day or the month stands first in it
   * @param order the column of its position, 0 for the newest
   * @param id the column of its name
   * @param sponsored the column that marks it as sponsored
   */
  public record Post(
      OptionalInt time,
      DateOrder dates,
      OptionalInt order,
      OptionalInt id,
      OptionalInt sponsored) {}

  /** The same, but another column names the account. */
  ColumnRoles withId(int column) {
    return new ColumnRoles(
        column, platform, currency, levelFormula, numbers, dimensions, shares, post);
  }

  /** The shares of all columns, each once; of two columns for one the later goes first. */
  public List<AudienceShare> differentShares() {
    return shares.stream().map(column -> column.share().normal()).distinct().toList();
  }

  /** Of each column of shares the position of its share among the different ones. */
  public int[] sharePositions() {
    Map<AudienceShare, Integer> positions = new HashMap<>();
    return shares.stream()
        .mapToInt(
            column -> positions.computeIfAbsent(column.share().normal(), key -> positions.size()))
        .toArray();
  }

  /** The positions of different shares that exclude each other, by dimension; topics do not. */
  public Map<String, int[]> exclusiveShares() {
    List<AudienceShare> different = differentShares();
    return IntStream.range(0, different.size())
        .filter(i -> !different.get(i).dimension().equals(Field.TOPIC.label()))
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> different.get(i).dimension(),
                LinkedHashMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    list -> list.stream().mapToInt(Integer::intValue).toArray())));
  }

  /**
   * A number of the account.
   *
   * @param columns the columns, best first; a cell that is unknown in one is taken from the next
   * @param style how their cells are read
   * @param percent whether cells without a percent sign are percentages
   * @param currency the currency that the name of the column gives; empty if none
   */
  public record Numeric(
      List<Integer> columns, NumberStyle style, boolean percent, String currency) {}

  /**
   * A column that tells of a dimension, such as the country.
   *
   * @param column its column
   * @param field the dimension
   */
  public record DimensionColumn(int column, Field field) {}

  /**
   * A share of the audience.
   *
   * @param column its column
   * @param share which share
   * @param style how its cells are read
   * @param percent whether cells without a percent sign are percentages
   */
  public record ShareColumn(int column, AudienceShare share, NumberStyle style, boolean percent) {}
}
