package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which column is what, and the rules by which its cells are read.
 *
 * @param id the column of the account's name
 * @param platform the column of its platform
 * @param currency the column of the currency of its price
 * @param numbers the columns of each number
 * @param countries columns of values of the dimension country
 * @param topics columns of values of the dimension topic
 * @param shares columns of shares
 * @param mark the decimal mark where a cell alone does not tell
 * @param post what only posts have; empty if a row is an account
 * @param rows how many rows there are, blank ones not counted
 * @param blankRows how many rows are blank
 */
public record ColumnRoles(
    int id,
    OptionalInt platform,
    OptionalInt currency,
    Map<Field, Numeric> numbers,
    List<Integer> countries,
    List<Integer> topics,
    List<ShareColumn> shares,
    NumberParser.Mark mark,
    Optional<Post> post,
    int rows,
    int blankRows) {

  /**
   * Where the posts of an account stand among each other, and which post is which.
   *
   * @param time the column of the moment at which a post was published
   * @param order the column of its position, 0 for the newest; only looked at without times
   * @param id the column of its name
   */
  public record Post(OptionalInt time, OptionalInt order, OptionalInt id) {}

  /** The shares of all columns, each once; of two columns for one the later goes first. */
  public List<AudienceShare> differentShares() {
    return shares.stream().map(column -> column.share().normal()).distinct().toList();
  }

  /**
   * A number of the account.
   *
   * @param columns the columns, best first; a cell that is unknown in one is taken from the next
   * @param zeroIsUnknown whether 0 stands for a count that is hidden
   * @param percent whether cells without a percent sign are percentages
   * @param currency the currency that the name of the column gives; empty if none
   */
  public record Numeric(
      List<Integer> columns, boolean zeroIsUnknown, boolean percent, String currency) {}

  /**
   * A share of the audience.
   *
   * @param column its column
   * @param share which share
   * @param percent whether cells without a percent sign are percentages
   */
  public record ShareColumn(int column, AudienceShare share, boolean percent) {}
}
