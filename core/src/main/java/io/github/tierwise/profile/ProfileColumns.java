package io.github.tierwise.profile;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.ColumnArrays;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Nullable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Many accounts as columns of primitive numbers, one row an account.
 *
 * <pre>{@code
 * ProfileColumns accounts = ProfileColumns.builder(Platform.INSTAGRAM, followers)
 *     .likes(likes).comments(comments)          // double[] of the same length
 *     .build();
 * Ranking best = scorer.top(100, accounts);
 * }</pre>
 *
 * <p><strong>Ownership:</strong> arrays are wrapped, not copied. Their values are checked once,
 * when the columns are built; whoever owns the arrays must not change them afterwards. With that
 * condition an instance is immutable and may be shared between threads. NaN is unknown; a column
 * that is not given is unknown throughout and costs no memory.
 *
 * @since 0.1.0
 */
public final class ProfileColumns {

  private static final Measure[] MEASURES = Measure.values();

  static {
    FriendAccess.toColumns(columns -> ((ProfileColumns) columns).arrays);
  }

  private final int size;
  private final Platform platform;
  private final Platform @Nullable [] platforms;
  private final Set<Platform> platformSet;
  private final ColumnArrays arrays;
  private final @Nullable IntFunction<String> ids;
  private final String currency;
  private final String @Nullable [] currencies;
  private final String @Nullable [] levelFormulas;

  private ProfileColumns(Builder builder) {
    size = builder.size;
    platform = builder.platform;
    platforms = builder.platforms;
    platformSet = platformSet(builder);
    arrays = new ColumnArrays(builder.measures, builder.audience, builder.labels);
    ids = builder.ids;
    currency = builder.currency;
    currencies = builder.currencies;
    levelFormulas = builder.levelFormulas;
  }

  private static Set<Platform> platformSet(Builder builder) {
    Set<Platform> found = EnumSet.noneOf(Platform.class);
    Collections.addAll(
        found, builder.platforms == null ? new Platform[] {builder.platform} : builder.platforms);
    return Collections.unmodifiableSet(found);
  }

  /**
   * Starts columns for accounts of one platform.
   *
   * @param platform where the accounts live
   * @param followers followers of each row, at least 0, or NaN; its length is the number of rows
   * @return a builder
   */
  public static Builder builder(Platform platform, double[] followers) {
    Objects.requireNonNull(platform, "platform");
    return new Builder(platform, Objects.requireNonNull(followers, "followers").length)
        .column(Measure.FOLLOWERS, followers);
  }

  /**
   * Copies accounts into columns.
   *
   * @param profiles the accounts in the order of the rows
   * @return columns with every measure, fraction and label that any of the accounts has
   */
  public static ProfileColumns copyOf(List<Influencer> profiles) {
    int size = profiles.size();
    Builder builder =
        new Builder(Platform.OTHER, size)
            .platforms(profiles.stream().map(Influencer::platform).toArray(Platform[]::new))
            .ids(profiles.stream().map(Influencer::id).toArray(String[]::new));
    builder.levelFormulas = profiles.stream().map(Influencer::levelFormula).toArray(String[]::new);
    for (Measure measure : MEASURES) {
      double[] column = profiles.stream().mapToDouble(profile -> profile.get(measure)).toArray();
      if (!Arrays.stream(column).allMatch(Double::isNaN)) {
        builder.column(measure, column);
      }
    }
    builder.currencies(profiles);
    for (int row = 0; row < size; row++) {
      builder.copyCells(row, profiles.get(row));
    }
    return builder.build();
  }

  /**
   * The number of rows.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }

  /**
   * The platforms that occur.
   *
   * @return an unmodifiable set; a single platform unless platforms were given row by row
   */
  public Set<Platform> platforms() {
    return platformSet;
  }

  /**
   * The platform of a row.
   *
   * @param row from 0 to {@code size() - 1}
   * @return its platform
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Platform platform(int row) {
    Objects.checkIndex(row, size);
    return platforms == null ? platform : platforms[row];
  }

  /**
   * The name of a row.
   *
   * @param row from 0 to {@code size() - 1}
   * @return its id; {@code row N} (from 1) if no ids were given
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public String id(int row) {
    Objects.checkIndex(row, size);
    return ids == null ? "row " + (row + 1) : ids.apply(row).strip();
  }

  /**
   * A number of a row.
   *
   * @param measure which
   * @param row from 0 to {@code size() - 1}
   * @return the number, or NaN if unknown
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double get(Measure measure, int row) {
    Objects.checkIndex(row, size);
    double[] column = arrays.measure(measure.ordinal());
    return column == null ? Double.NaN : column[row];
  }

  /**
   * The currency of all prices.
   *
   * @return a code such as {@code EUR}; empty if there are no prices, or prices in several
   *     currencies, which {@link #copyOf} takes: then each row has its own
   */
  public String currency() {
    return currency;
  }

  /**
   * Whether a measure was given at all.
   *
   * @param measure which
   * @return true if there is a column, whatever is in it
   */
  public boolean has(Measure measure) {
    return arrays.measure(measure.ordinal()) != null;
  }

  /**
   * A copy of one row that may be kept.
   *
   * @param row from 0 to {@code size() - 1}
   * @return the account; its id is {@code row N} (from 1) if no ids were given
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Influencer get(int row) {
    Objects.checkIndex(row, size);
    Cursor view = cursor().moveTo(row);
    Influencer.Builder builder = Influencer.builder(view.id(), view.platform());
    for (Measure measure : MEASURES) {
      builder.set(measure, view.get(measure));
    }
    if (!view.currency().isEmpty()) {
      builder.price(view.price(), view.currency());
    }
    if (!view.levelFormula().isEmpty()) {
      builder.level(
          view.levelFormula(),
          view.get(Measure.LEVEL),
          view.get(Measure.LEVEL_VARIANCE),
          view.get(Measure.POST_DEVIATION),
          view.get(Measure.LEVEL_OPEN));
    }
    arrays
        .audience()
        .forEach(
            (dimension, cells) ->
                cells.forEach((value, column) -> builder.audience(dimension, value, column[row])));
    arrays.labels().keySet().forEach(d -> view.labels(d).forEach(value -> builder.label(d, value)));
    return builder.buildUnchecked();
  }

  /**
   * Walks a range with one reused profile and stores a number for each row.
   *
   * @param from the first row
   * @param to the row after the last
   * @param function what to compute; it must not keep the profile
   * @param out where the results go
   * @param at the position in {@code out} of the first row's result
   * @throws IndexOutOfBoundsException if the range is not within the rows or does not fit {@code
   *     out}
   */
  public void map(int from, int to, ToDoubleFunction<Profile> function, double[] out, int at) {
    checkRange(from, to, out.length, at);
    Cursor view = cursor();
    for (int row = from; row < to; row++) {
      view.index = row;
      out[at + row - from] = function.applyAsDouble(view);
    }
  }

  /**
   * Walks a range with one reused profile and stores a whole number for each row.
   *
   * @param from the first row
   * @param to the row after the last
   * @param function what to compute; it must not keep the profile
   * @param out where the results go
   * @param at the position in {@code out} of the first row's result
   * @throws IndexOutOfBoundsException if the range is not within the rows or does not fit {@code
   *     out}
   */
  public void mapToInt(int from, int to, ToIntFunction<Profile> function, int[] out, int at) {
    checkRange(from, to, out.length, at);
    Cursor view = cursor();
    for (int row = from; row < to; row++) {
      view.index = row;
      out[at + row - from] = function.applyAsInt(view);
    }
  }

  private void checkRange(int from, int to, int length, int at) {
    Objects.checkFromToIndex(from, to, size);
    Objects.checkFromIndexSize(at, to - from, length);
  }

  /** The number of rows and the columns that are there. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    Arrays.stream(MEASURES).filter(this::has).forEach(measure -> names.add(measure.label()));
    arrays
        .audience()
        .forEach((dimension, cells) -> cells.keySet().forEach(v -> names.add(dimension + ":" + v)));
    names.addAll(arrays.labels().keySet());
    return size + " profiles with " + String.join(", ", names);
  }

  /**
   * Starts to walk through the rows.
   *
   * @return a view of the first row that can be moved to any other; one thread, one cursor
   */
  public Cursor cursor() {
    return new Cursor(this);
  }

  /**
   * A view of one row at a time, so that walking through rows makes no objects. Whoever wants to
   * keep an account takes {@link ProfileColumns#get(int)}. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Cursor implements Profile {
    private final ProfileColumns columns;
    private int index;

    // Rows are mostly asked for the same dimension, one after the other.
    private String labelled = "";
    private List<String[]> labels = List.of();
    private String shared = "";
    private Map<String, double[]> shares = Map.of();

    private Cursor(ProfileColumns columns) {
      this.columns = columns;
    }

    /**
     * Goes to a row.
     *
     * @param row from 0 to {@code size() - 1}
     * @return this cursor
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Cursor moveTo(int row) {
      index = Objects.checkIndex(row, columns.size);
      return this;
    }

    /**
     * The account of this row, to keep.
     *
     * @return as {@link ProfileColumns#get(int)}
     */
    public Influencer copy() {
      return columns.get(index);
    }

    @Override
    public String id() {
      return columns.id(index);
    }

    @Override
    public Platform platform() {
      Platform[] platforms = columns.platforms;
      return platforms == null ? columns.platform : platforms[index];
    }

    @Override
    public double get(Measure measure) {
      double[] column = columns.arrays.measure(measure.ordinal());
      return column == null ? Double.NaN : column[index];
    }

    @Override
    public String currency() {
      if (Double.isNaN(price())) {
        return "";
      }
      return columns.currencies == null ? columns.currency : columns.currencies[index];
    }

    @Override
    public String levelFormula() {
      String[] formulas = columns.levelFormulas;
      if (formulas == null
          || Double.isNaN(get(Measure.LEVEL))
          || Double.isNaN(get(Measure.LEVEL_VARIANCE))
          || Double.isNaN(get(Measure.POST_DEVIATION))) {
        return "";
      }
      return formulas[index];
    }

    @Override
    public double audience(String dimension, String value) {
      double[] column = shares(dimension).get(AudienceKeys.sought(value));
      return column == null ? Double.NaN : column[index];
    }

    @Override
    public double knownAudience(String dimension) {
      double sum = Double.NaN;
      for (double[] column : shares(dimension).values()) {
        double fraction = column[index];
        if (!Double.isNaN(fraction)) {
          sum = Double.isNaN(sum) ? fraction : sum + fraction;
        }
      }
      return sum;
    }

    @Override
    public List<String> labels(String dimension) {
      return labelColumns(dimension).stream()
          .map(column -> column[index])
          .filter(value -> !value.isEmpty())
          .distinct()
          .toList();
    }

    @Override
    public boolean hasLabel(String dimension, String value) {
      String sought = AudienceKeys.sought(value);
      List<String[]> known = labelColumns(dimension);
      for (int i = 0; i < known.size(); i++) {
        if (known.get(i)[index].equals(sought)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean hasLabels(String dimension) {
      List<String[]> known = labelColumns(dimension);
      for (int i = 0; i < known.size(); i++) {
        if (!known.get(i)[index].isEmpty()) {
          return true;
        }
      }
      return false;
    }

    private List<String[]> labelColumns(String dimension) {
      if (!dimension.equals(labelled)) {
        labels = columns.arrays.labels().getOrDefault(AudienceKeys.sought(dimension), List.of());
        labelled = dimension;
      }
      return labels;
    }

    private Map<String, double[]> shares(String dimension) {
      if (!dimension.equals(shared)) {
        shares = columns.arrays.audience().getOrDefault(AudienceKeys.sought(dimension), Map.of());
        shared = dimension;
      }
      return shares;
    }

    @Override
    public String toString() {
      return id();
    }
  }

  /**
   * Collects columns. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private static final long NEGATIVE_ZERO = Double.doubleToRawLongBits(-0.0);

    private final Platform platform;
    private final int size;
    private Platform @Nullable [] platforms;
    private final double[] @Nullable [] measures = new double[MEASURES.length][];
    private @Nullable IntFunction<String> ids;
    private String currency = "";
    private String @Nullable [] currencies;
    private String @Nullable [] levelFormulas;
    private final Map<String, Map<String, double[]>> audience = new LinkedHashMap<>();
    private final Map<String, List<String[]>> labels = new LinkedHashMap<>();

    private Builder(Platform platform, int size) {
      this.platform = platform;
      this.size = size;
    }

    private void checkLength(int length, String name) {
      Checks.require(
          length == size,
          () -> name + " must have as many rows as followers, " + size + ", was " + length);
    }

    /** Checks that there is a value for each row. */
    private <T> T[] known(T[] values, String name) {
      checkLength(values.length, name);
      for (T value : values) {
        Objects.requireNonNull(value, name);
      }
      return values;
    }

    /**
     * Sets the platform of each row, instead of the one given at the start.
     *
     * @param platforms one a row, none of them null
     * @return this builder
     * @throws IllegalArgumentException if the number of rows differs
     */
    public Builder platforms(Platform[] platforms) {
      this.platforms = known(platforms, "platforms");
      return this;
    }

    /**
     * Sets the name of each row.
     *
     * @param ids one a row, none of them null
     * @return this builder
     * @throws IllegalArgumentException if the number of rows differs or an id is blank
     */
    public Builder ids(String[] ids) {
      checkLength(ids.length, "ids");
      for (int row = 0; row < size; row++) {
        Checks.notBlank(ids[row], "ids[" + row + "]");
      }
      this.ids = row -> ids[row];
      return this;
    }

    /**
     * Sets where the name of a row is found when it is asked for. Many accounts with names in an
     * array of texts take more memory for the names than for the numbers; scoring needs the names
     * of the best alone.
     *
     * @param ids gives the name, not blank, of a row from 0; it must be thread-safe and always give
     *     the same
     * @return this builder
     */
    public Builder ids(IntFunction<String> ids) {
      this.ids = Objects.requireNonNull(ids, "ids");
      return this;
    }

    /**
     * Sets a column of numbers. For {@link Measure#PRICE} say the currency with {@link #price} too.
     * A column with a negative zero, which nobody means, is copied and has zeros instead.
     *
     * @param measure which
     * @param column one value a row, finite and at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException if the number of rows differs or a value is negative or
     *     infinite
     */
    public Builder column(Measure measure, double[] column) {
      Objects.requireNonNull(measure, "measure");
      checkLength(column.length, measure.label());
      long signs = 0;
      boolean infinite = false;
      for (int row = 0; row < size; row++) {
        signs |= Double.doubleToRawLongBits(column[row]);
        infinite |= column[row] == Double.POSITIVE_INFINITY;
      }
      measures[measure.ordinal()] = signs < 0 || infinite ? checked(measure, column) : column;
      return this;
    }

    /** A column with a sign or an infinite number: maybe of a zero, or of what is unknown. */
    private static double[] checked(Measure measure, double[] column) {
      boolean negativeZero = false;
      for (int row = 0; row < column.length; row++) {
        Checks.countOrUnknown(column[row], measure.label() + "[" + row + "]");
        negativeZero |= Double.doubleToRawLongBits(column[row]) == NEGATIVE_ZERO;
      }
      return negativeZero ? Arrays.stream(column).map(value -> value + 0.0).toArray() : column;
    }

    /**
     * Sets the number of posts behind the means.
     *
     * @param posts one value a row, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}
     */
    public Builder posts(double[] posts) {
      return column(Measure.POSTS, posts);
    }

    /**
     * Sets likes per post.
     *
     * @param likes one value a row, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}
     */
    public Builder likes(double[] likes) {
      return column(Measure.LIKES, likes);
    }

    /**
     * Sets comments per post.
     *
     * @param comments one value a row, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}
     */
    public Builder comments(double[] comments) {
      return column(Measure.COMMENTS, comments);
    }

    /**
     * Sets shares per post.
     *
     * @param shares one value a row, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}
     */
    public Builder shares(double[] shares) {
      return column(Measure.SHARES, shares);
    }

    /**
     * Sets views per post.
     *
     * @param views one value a row, at least 0, or NaN
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}
     */
    public Builder views(double[] views) {
      return column(Measure.VIEWS, views);
    }

    /**
     * Sets the quoted price of one sponsored post.
     *
     * @param prices one amount a row, at least 0, or NaN
     * @param currency the code of all amounts, such as {@code EUR}
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}, or if the code is blank or another
     *     currency was said before
     */
    public Builder price(double[] prices, String currency) {
      sayCurrency(currency);
      return column(Measure.PRICE, prices);
    }

    private void sayCurrency(String code) {
      String upper = Checks.notBlank(code, "currency").toUpperCase(java.util.Locale.ROOT);
      Checks.require(
          currency.isEmpty() || currency.equals(upper),
          () -> "currency must be one for all rows, " + currency + ", was " + upper);
      currency = upper;
    }

    /**
     * Sets the accounts' own levels of engagement, made from their posts. They take the place of
     * the means for a model of the same formula, and of no other.
     *
     * @param formulas the formula by which each row's posts were counted, none of them null
     * @param levels binary logarithms of 1 + the engagements of a typical post, at least 0, or NaN
     * @param variances how uncertain the levels are, in units of the deviations squared, or NaN
     * @param deviations standard deviations of a post around the level, in doublings, or NaN
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}
     */
    public Builder level(
        String[] formulas, double[] levels, double[] variances, double[] deviations) {
      levelFormulas = known(formulas, "formulas");
      column(Measure.LEVEL, levels);
      column(Measure.LEVEL_VARIANCE, variances);
      column(Measure.POST_DEVIATION, deviations);
      return column(Measure.LEVEL_OPEN, new double[size]);
    }

    /**
     * Sets the accounts' own levels of engagement, made from posts of which some lack a part.
     *
     * @param formulas the formula by which each row's posts were counted, none of them null
     * @param levels binary logarithms of 1 + the engagements of a typical post, at least 0, or NaN
     * @param variances how uncertain the levels are, in units of the deviations squared, or NaN
     * @param deviations standard deviations of a post around the level, in doublings, or NaN
     * @param opens by how many doublings the levels may be higher, since interactions of some posts
     *     are unknown; 0 if all that count are known, NaN if that is unknown
     * @return this builder
     * @throws IllegalArgumentException as {@link #column}
     */
    public Builder level(
        String[] formulas,
        double[] levels,
        double[] variances,
        double[] deviations,
        double[] opens) {
      return level(formulas, levels, variances, deviations).column(Measure.LEVEL_OPEN, opens);
    }

    /**
     * Sets how much of each account's posts are about a topic.
     *
     * @param topic a name, compared without regard to case
     * @param column one fraction a row, in [0, 1], or NaN
     * @return this builder
     * @throws IllegalArgumentException if the number of rows differs or a fraction is outside [0,
     *     1]
     */
    public Builder topic(String topic, double[] column) {
      return audience(Profile.TOPIC, topic, column);
    }

    /**
     * Sets how much of each audience has a value.
     *
     * @param dimension such as {@code country}
     * @param value such as {@code DE}, compared without regard to case; a country by its code or
     *     its name in any language, see {@link Profile#countryCode}
     * @param column one fraction a row, in [0, 1], or NaN
     * @return this builder
     * @throws IllegalArgumentException if the number of rows differs or a fraction is outside [0,
     *     1]
     */
    public Builder audience(String dimension, String value, double[] column) {
      checkLength(column.length, "share of " + value);
      for (int row = 0; row < size; row++) {
        // The name of a cell is made for the message alone.
        if (column[row] < 0 || column[row] > 1) {
          Checks.fractionOrUnknown(column[row], "share of " + value + "[" + row + "]");
        }
      }
      String key = AudienceKeys.key(dimension, "dimension");
      audience
          .computeIfAbsent(key, d -> new LinkedHashMap<>())
          .put(AudienceKeys.value(key, value, "value"), column);
      return this;
    }

    /**
     * Adds a column of values that a source gives without a fraction, such as a category. More than
     * one column may be added for a dimension. This column is copied.
     *
     * @param dimension such as {@code country}, or {@link Profile#TOPIC} for a category
     * @param column one value a row; blank is unknown; a country by its code or its name in any
     *     language, see {@link Profile#countryCode}
     * @return this builder
     * @throws IllegalArgumentException if the number of rows differs
     */
    public Builder label(String dimension, String[] column) {
      checkLength(column.length, dimension);
      String[] keys = AudienceKeys.values(dimension, column);
      labels
          .computeIfAbsent(AudienceKeys.key(dimension, "dimension"), d -> new ArrayList<>())
          .add(keys);
      return this;
    }

    /** One for all rows, or each row's own. */
    private void currencies(List<Influencer> profiles) {
      Set<String> found = new HashSet<>();
      for (Influencer profile : profiles) {
        if (!Double.isNaN(profile.price())) {
          found.add(profile.currency());
        }
      }
      if (found.size() == 1) {
        currency = found.iterator().next();
      }
      if (found.size() > 1 || found.contains("")) {
        currencies = profiles.stream().map(Influencer::currency).toArray(String[]::new);
      }
    }

    private void copyCells(int row, Influencer profile) {
      profile
          .audience()
          .forEach(
              (dimension, cells) -> {
                Map<String, double[]> columns =
                    audience.computeIfAbsent(dimension, d -> new LinkedHashMap<>());
                cells.forEach(
                    (value, fraction) ->
                        columns.computeIfAbsent(value, v -> unknownColumn())[row] = fraction);
              });
      profile
          .labels()
          .forEach(
              (dimension, values) -> {
                List<String[]> columns = labels.computeIfAbsent(dimension, d -> new ArrayList<>());
                for (int position = 0; position < values.size(); position++) {
                  if (columns.size() == position) {
                    String[] blank = new String[size];
                    Arrays.fill(blank, "");
                    columns.add(blank);
                  }
                  columns.get(position)[row] = values.get(position);
                }
              });
    }

    private double[] unknownColumn() {
      double[] column = new double[size];
      Arrays.fill(column, Double.NaN);
      return column;
    }

    /**
     * Builds the columns; the arrays are now shared with them.
     *
     * @return columns that wrap the given arrays
     * @throws IllegalArgumentException if there are prices without a currency
     */
    public ProfileColumns build() {
      Checks.require(
          measures[Measure.PRICE.ordinal()] == null || !currency.isEmpty() || currencies != null,
          () -> "currency must be said for prices, was \"\"");
      Checks.require(
          measures[Measure.LEVEL.ordinal()] == null || levelFormulas != null,
          () -> "formula must be said for levels, was \"\"");
      return new ProfileColumns(this);
    }
  }
}
