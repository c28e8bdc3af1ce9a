package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.BlockLogs;
import io.github.tierwise.internal.ColumnArrays;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.MeanBased;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * {@link Signals} of a block of rows, with the same bits.
 *
 * <p><strong>Layout.</strong> A block has up to 512 rows, so that the dozen arrays that one score
 * needs stay in the nearest caches. Every signal is an array of doubles that starts at 0 for the
 * block's first row, whatever the columns are, and is computed once, when first asked for.
 *
 * <p><strong>Short loops.</strong> Every loop does one small thing over such arrays in a method of
 * its own: the compiler turns most of them into vector instructions, which it does not for one
 * large loop. What it cannot (a table of logarithms, see {@link BlockLogs}) is kept apart from what
 * it can.
 *
 * <p><strong>The unknown aside.</strong> A choice for each row would prevent that. So arithmetic
 * runs over all rows, and which of them are unknown is a set of bits beside the array ({@link
 * Gaps}), told from bitmaps that columns make once. What stands for the unknown is put in
 * afterwards, into those rows alone. What an array holds where its row is unknown does not matter.
 *
 * <p><strong>Ordinary numbers.</strong> Counts of people are below 2^60. Where a column's largest
 * number says so, kernels leave out what overflow, subnormal numbers and infinity would ask for.
 *
 * <p><strong>Two ways.</strong> Levels have a kernel where no posts were read and every model's
 * level is that of the mean, as with all standard ones. Else each row is measured as {@link
 * Signals}, which costs some five times as much, and its numbers are put into the same arrays:
 * nobody else notices.
 *
 * <p>For one thread.
 */
final class SignalBlock {

  /** Rows of a block: what a block needs stays in the nearest caches. */
  static final int CAPACITY = 512;

  private static final ProfileColumns NOTHING = ProfileColumns.copyOf(List.of());

  private static final int SIZES = 1;
  private static final int ENGAGEMENTS = 2;
  private static final int LEVELS = 4;
  private static final int EXPECTED = 8;
  private static final int PRICES = 16;
  private static final int ERRORS = 32;
  private static final int OPEN = 64;
  private static final int BANDS = 128;

  private final Meter meter;
  private final BlockLogs logs = new BlockLogs(CAPACITY);
  private final double[] sizes = new double[CAPACITY];
  private final double[] engagements = new double[CAPACITY];
  private final double[] levels = new double[CAPACITY];
  private final double[] believed = new double[CAPACITY];
  private final double[] levelErrors = new double[CAPACITY];
  private final double[] residualErrors = new double[CAPACITY];
  private final double[] open = new double[CAPACITY];
  private final double[] expected = new double[CAPACITY];
  private final double[] price = new double[CAPACITY];
  private final double[] priceBands = new double[CAPACITY];
  private final double[] scratch = new double[CAPACITY];
  private final double[] onePlatform = new double[CAPACITY];
  private final double[] views = new double[CAPACITY];
  private final double[][] spaces = new double[2][CAPACITY];
  private final double[][] four = new double[4][CAPACITY];
  private final Gaps levelGaps = new Gaps(CAPACITY);
  private final Gaps expectedGaps = new Gaps(CAPACITY);
  private final Gaps priceGaps = new Gaps(CAPACITY);
  private final Gaps quoteGaps = new Gaps(CAPACITY);
  private final Gaps sizeGaps = new Gaps(CAPACITY);
  private final Gaps openGaps = new Gaps(CAPACITY);
  private final Utilities spare = new Utilities();
  private final ToDoubleFunction<Profile> priceOf;
  private final ToDoubleFunction<Profile> rateOf;
  private final ToDoubleFunction<Profile> expectedRateOf;

  private ProfileColumns columns = NOTHING;
  private ProfileColumns.Cursor cursor = columns.cursor();
  private ColumnArrays arrays = FriendAccess.arrays(columns);
  private boolean meansOnly;

  /** Whether every model's engagements need no look. */
  private boolean sumsOfCounts;

  /** The model of the only platform there is, if it is a standard one. */
  private @Nullable MeanBased onlyModel;

  private int from;
  private int to;
  private int done;
  private boolean ordinaryLevels;

  /** Whether errors are those of means on one platform, the same in all rows of the columns. */
  private boolean sameErrors;

  SignalBlock(Meter meter) {
    this.meter = meter;
    priceOf = profile -> meter.measure(profile).price();
    rateOf = profile -> meter.measure(profile).rate();
    expectedRateOf = profile -> meter.measure(profile).expectedRate();
  }

  /** Starts with another block, of at most {@link #CAPACITY} rows. */
  void load(ProfileColumns of, int start, int end) {
    if (columns != of) {
      columns = of;
      arrays = FriendAccess.arrays(of);
      cursor = of.cursor();
      meansOnly = !of.has(Measure.LEVEL);
      sumsOfCounts = true;
      ordinaryLevels = meansOnly;
      sameErrors = false;
      for (Platform each : of.platforms()) {
        Meter.Rate rate = meter.rates().get(each);
        MeanBased model =
            rate != null && rate.model() instanceof MeanBased standard ? standard : null;
        meansOnly &= model != null;
        sumsOfCounts &= rate == null || rate.isSumOfCounts();
        ordinaryLevels &= model != null && model.isOrdinary(arrays);
        onlyModel = of.platforms().size() == 1 ? model : null;
      }
      if (meansOnly) {
        Arrays.fill(believed, Signals.MEAN_BELIEVED);
      }
    }
    from = start;
    to = end;
    done = 0;
    if (!sumsOfCounts && rows() > 0) {
      // Refused whatever is asked for, as for one account.
      engagements();
    }
  }

  /** Lets go of the columns. */
  void clear() {
    load(NOTHING, 0, 0);
  }

  ProfileColumns columns() {
    return columns;
  }

  int from() {
    return from;
  }

  int rows() {
    return to - from;
  }

  /** An array for a criterion's own use while it computes a block. */
  double[] space(int i) {
    return spaces[i];
  }

  /** The row at that position of the block; the same object every time. */
  Profile profile(int i) {
    return cursor.moveTo(from + i);
  }

  /** Utilities for a criterion's own use while it computes a block. */
  Utilities spare() {
    return spare;
  }

  Platform platform(int i) {
    return columns.platform(from + i);
  }

  /** Whether all measures are of a size that spares all special cases, in every row. */
  boolean isOrdinary() {
    return arrays.isOrdinary();
  }

  private boolean isDone(int what) {
    boolean before = (done & what) != 0;
    done |= what;
    return before;
  }

  /** Whether a measure has a column at all. */
  boolean has(Measure measure) {
    return arrays.measure(measure.ordinal()) != null;
  }

  /** Copies a column to the start of {@code out}. */
  void read(double[] column, double[] out) {
    System.arraycopy(column, from, out, 0, rows());
  }

  /** Copies a measure. */
  void read(Measure measure, double[] out) {
    double[] column = arrays.measure(measure.ordinal());
    if (column == null) {
      Arrays.fill(out, 0, rows(), Double.NaN);
    } else {
      read(column, out);
    }
  }

  /** Adds the rows in which a measure is unknown. */
  void addGaps(Measure measure, Gaps out) {
    arrays.addGaps(measure.ordinal(), from, out);
  }

  /** One number for each row, the scalar way. */
  void map(ToDoubleFunction<Profile> function, double[] out) {
    for (int row = from; row < to; row++) {
      out[row - from] = function.applyAsDouble(cursor.moveTo(row));
    }
  }

  /** Whether anything else is known of a dimension than the share of this one value. */
  boolean hasMore(String dimension, String value) {
    Map<String, double[]> cells = arrays.audience().getOrDefault(dimension, Map.of());
    return arrays.labels().containsKey(dimension)
        || cells.size() > 1
        || (cells.size() == 1 && !cells.containsKey(value));
  }

  /**
   * The sum of shares, each with its weight, NaN where one is not known. Four columns at a time, so
   * that sums are loaded and stored less often.
   *
   * @param gaps receives the rows in which one is not known
   */
  void weightedShares(
      String dimension, String[] values, double[] weights, double[] out, Gaps gaps) {
    int n = rows();
    gaps.clear();
    Map<String, double[]> cells = arrays.audience().getOrDefault(dimension, Map.of());
    double[] first = cells.get(values[0]);
    if (first == null) {
      Arrays.fill(out, 0, n, Double.NaN);
      gaps.fill();
      return;
    }
    arrays.addGaps(first, from, gaps);
    read(first, out);
    if (weights[0] != 1) {
      multiply(weights[0], out, n);
    }
    int next = 1;
    while (next < values.length) {
      int taken = Math.min(four.length, values.length - next);
      for (int i = 0; i < taken; i++) {
        double[] column = cells.get(values[next + i]);
        if (column == null) {
          Arrays.fill(out, 0, n, Double.NaN);
          gaps.fill();
          return;
        }
        arrays.addGaps(column, from, gaps);
        read(column, four[i]);
      }
      if (taken == four.length) {
        addFour(weights, next, four, out, n);
      } else {
        for (int i = 0; i < taken; i++) {
          addWeighted(weights[next + i], four[i], out, n);
        }
      }
      next += taken;
    }
  }

  private static void multiply(double weight, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] *= weight;
    }
  }

  /** Products of the first n numbers; here and below {@code out} may be one of the others. */
  static void multiply(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  static void add(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + b[i];
    }
  }

  static void subtract(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void addFour(double[] weights, int at, double[][] x, double[] out, int n) {
    double w0 = weights[at];
    double w1 = weights[at + 1];
    double w2 = weights[at + 2];
    double w3 = weights[at + 3];
    double[] x0 = x[0];
    double[] x1 = x[1];
    double[] x2 = x[2];
    double[] x3 = x[3];
    for (int i = 0; i < n; i++) {
      out[i] = out[i] + w0 * x0[i] + w1 * x1[i] + w2 * x2[i] + w3 * x3[i];
    }
  }

  static void addWeighted(double weight, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] += weight * x[i];
    }
  }

  /** Binary logarithms of the followers, at least 1 of them. */
  double[] sizes() {
    if (!isDone(SIZES)) {
      logOfAtLeastOne(Measure.FOLLOWERS, sizes);
    }
    return sizes;
  }

  private void logOfAtLeastOne(Measure measure, double[] out) {
    read(measure, scratch);
    int n = rows();
    for (int i = 0; i < n; i++) {
      scratch[i] = Math.max(scratch[i], 1.0);
    }
    log2(scratch, out, arrays.isOrdinary());
  }

  /**
   * The logarithms of numbers; ordinary ones are positive and neither tiny nor huge, or unknown.
   */
  void log2(double[] x, double[] out, boolean ordinary) {
    int n = rows();
    if (ordinary) {
      logs.log2(x, out, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      out[i] = Logs.log2(x[i]);
    }
  }

  /** Engagements of a typical post. */
  double[] engagements() {
    if (!isDone(ENGAGEMENTS)) {
      Platform only = onlyPlatform();
      if (!meansOnly) {
        measureEach();
      } else if (only != null) {
        model(only).engagements(columns, from, to, engagements, 0);
      } else {
        for (Platform platform : columns.platforms()) {
          model(platform).engagements(columns, from, to, onePlatform, 0);
          take(platform, engagements);
        }
      }
      if (meansOnly && !sumsOfCounts) {
        checkEngagements();
      }
    }
    return engagements;
  }

  private void checkEngagements() {
    for (int i = 0; i < rows(); i++) {
      rate(platform(i)).checked(engagements[i], profile(i));
    }
  }

  private Meter.Rate rate(Platform platform) {
    return Objects.requireNonNull(meter.rates().get(platform), "rate");
  }

  private EngagementModel model(Platform platform) {
    return rate(platform).model();
  }

  private @Nullable SizeCurve curve(Platform platform) {
    Meter.Rate rate = meter.rates().get(platform);
    return rate == null ? null : rate.curve();
  }

  /** Levels and engagements where posts were read or a model has levels of its own. */
  private void measureEach() {
    done |= ENGAGEMENTS | LEVELS;
    for (int i = 0; i < rows(); i++) {
      Signals one = meter.measure(profile(i));
      engagements[i] = one.typical();
      levels[i] = one.level();
      believed[i] = one.believed();
    }
    levelGaps.find(levels, rows());
  }

  /** The platform of every row of the columns, or null if there are several. */
  private @Nullable Platform onlyPlatform() {
    // Not from the set: its iterator would be allocated for every block.
    return columns.platforms().size() == 1 ? columns.platform(from) : null;
  }

  /** Takes what was computed for one platform where the row is of that platform. */
  private void take(Platform platform, double[] out) {
    for (int i = 0; i < rows(); i++) {
      if (columns.platform(from + i) == platform) {
        out[i] = onePlatform[i];
      }
    }
  }

  /** The accounts' own levels. */
  double[] levels() {
    if (!isDone(LEVELS)) {
      if (!meansOnly) {
        measureEach();
        return levels;
      }
      addOne(engagements(), scratch, rows());
      log2(scratch, levels, ordinaryLevels);
      levelGaps.clear();
      if (onlyModel == null || !onlyModel.addGaps(arrays, from, levelGaps)) {
        levelGaps.find(levels, rows());
      }
    }
    return levels;
  }

  /** How much of what sets the levels apart from the expectations is believed. */
  double[] believed() {
    levels();
    return believed;
  }

  /** How far the levels may be off to each side, in doublings. */
  double[] levelErrors() {
    findErrors();
    return levelErrors;
  }

  /** How far the residuals may be off to each side, in doublings. */
  double[] residualErrors() {
    findErrors();
    return residualErrors;
  }

  private void findErrors() {
    if (sameErrors || isDone(ERRORS)) {
      return;
    }
    Platform only = onlyPlatform();
    if (meansOnly && onlyModel != null && only != null) {
      sameErrors = true;
      double deviation = onlyModel.meanDeviation(only.ordinal());
      Arrays.fill(levelErrors, Signals.levelError(deviation, Priors.MEAN_VARIANCE));
      Arrays.fill(
          residualErrors,
          Signals.levelError(deviation, Signals.MEAN_BELIEVED * Priors.MEAN_VARIANCE));
      return;
    }
    for (int i = 0; i < rows(); i++) {
      Signals one = meter.measure(profile(i));
      levelErrors[i] = one.levelError();
      residualErrors[i] = one.residualError();
    }
  }

  /** The ends of levels and what is made of them: off by errors, and more by what is not known. */
  void widen(double[] x, double[] errors, Utilities out) {
    widen(x, errors, open(), out.lows, out.highs, rows());
  }

  private static void widen(
      double[] x, double[] errors, double[] open, double[] lows, double[] highs, int n) {
    for (int i = 0; i < n; i++) {
      lows[i] = x[i] - errors[i];
      highs[i] = x[i] + errors[i] + open[i];
    }
  }

  /** By how many doublings there may be more engagements than are known. */
  private double[] open() {
    if (!isDone(OPEN)) {
      openGaps.clear();
      if (meansOnly && onlyModel != null && onlyModel.addOpen(arrays, from, openGaps)) {
        Arrays.fill(open, 0.0);
        openGaps.put(Priors.MOST_LEFT_OUT, open);
      } else {
        for (int i = 0; i < rows(); i++) {
          open[i] = meter.measure(profile(i)).open();
        }
      }
    }
    return open;
  }

  /** Where {@link #levels} are unknown. */
  Gaps levelGaps() {
    levels();
    return levelGaps;
  }

  private static void addOne(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 1.0 + x[i];
    }
  }

  /** The levels that the size curves expect. */
  double[] expected() {
    if (!isDone(EXPECTED)) {
      Platform only = onlyPlatform();
      if (only != null) {
        SizeCurve curve = curve(only);
        expected(curve, expected);
        findGaps(curve);
      } else {
        for (Platform platform : columns.platforms()) {
          expected(curve(platform), onePlatform);
          take(platform, expected);
        }
        expectedGaps.find(expected, rows());
      }
    }
    return expected;
  }

  private void expected(@Nullable SizeCurve curve, double[] out) {
    curveLevels(curve, out);
    if (curve != null && curve.denominator() == Measure.VIEWS) {
      logOfAtLeastOne(Measure.VIEWS, views);
      add(views, out, out, rows());
    }
  }

  private void findGaps(@Nullable SizeCurve curve) {
    expectedGaps.clear();
    if (curve == null) {
      expectedGaps.fill();
      return;
    }
    addGaps(curve.denominator(), expectedGaps);
    if (!FriendAccess.line(curve).isFlat()) {
      addGaps(Measure.FOLLOWERS, expectedGaps);
    }
  }

  /** Where {@link #expected} levels are unknown. */
  Gaps expectedGaps() {
    expected();
    return expectedGaps;
  }

  private void curveLevels(@Nullable SizeCurve curve, double[] out) {
    if (curve == null) {
      Arrays.fill(out, 0, rows(), Double.NaN);
      return;
    }
    FriendAccess.line(curve).at(sizes(), out, rows());
  }

  /** Whether a quote may be in another currency than the brand's. */
  boolean mayBeForeign() {
    return meter.isForeign(columns);
  }

  /** Whether the quote of a row is. */
  boolean isForeign(int i) {
    return meter.isForeign(profile(i));
  }

  /** Where {@link #prices} are unknown. */
  Gaps priceGaps() {
    prices();
    return priceGaps;
  }

  /** Prices of a post: as quoted, else as usual. */
  double[] prices() {
    if (!isDone(PRICES)) {
      priceGaps.clear();
      quoteGaps.clear();
      addGaps(Measure.PRICE, quoteGaps);
      if (meter.currency().isEmpty()) {
        Arrays.fill(price, 0, rows(), Double.NaN);
        priceGaps.fill();
      } else if (mayBeForeign()) {
        map(priceOf, price);
        priceGaps.find(price, rows());
      } else {
        read(Measure.PRICE, price);
        priceGaps.set(quoteGaps);
        PriceCurve usual = meter.prices();
        if (usual != null && !priceGaps.isEmpty()) {
          usualPrices(usual, scratch);
          priceGaps.put(scratch, price);
          sizeGaps.clear();
          addGaps(Measure.FOLLOWERS, sizeGaps);
          priceGaps.retain(sizeGaps);
        }
      }
    }
    return price;
  }

  /** The factors to each side within which prices lie: 1 for a quote. */
  double[] priceBands() {
    if (!isDone(BANDS)) {
      prices();
      PriceCurve usual = meter.prices();
      Arrays.fill(priceBands, 1.0);
      if (usual != null) {
        quoteGaps.put(usual.band(), priceBands);
      }
    }
    return priceBands;
  }

  private void usualPrices(PriceCurve curve, double[] out) {
    double[] size = sizes();
    if (arrays.isOrdinary()) {
      curve.prices(size, out, rows(), logs);
      return;
    }
    for (int i = 0; i < rows(); i++) {
      out[i] = curve.priceAt(size[i]);
    }
  }

  /** Engagement rates. */
  void rates(double[] out) {
    Platform only = onlyPlatform();
    if (!meansOnly || only == null) {
      map(rateOf, out);
      return;
    }
    Measure denominator = model(only).denominator();
    double[] count = engagements();
    read(denominator, scratch);
    divide(count, scratch, out, rows());
    if (!arrays.isPositive(denominator.ordinal())) {
      forgetAtZero(scratch, out, rows());
    }
  }

  static void divide(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] / b[i];
    }
  }

  private static void forgetAtZero(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] > 0 ? out[i] : Double.NaN;
    }
  }

  /** The rates that the size curves expect. */
  void expectedRates(double[] out) {
    Platform only = onlyPlatform();
    SizeCurve curve = only == null ? null : curve(only);
    if (curve == null || !arrays.isOrdinary() || !FriendAccess.line(curve).isOrdinary()) {
      map(expectedRateOf, out);
      return;
    }
    if (curve.denominator() == Measure.FOLLOWERS) {
      subtract(expected(), sizes(), out, rows());
    } else {
      curveLevels(curve, out);
    }
    logs.exp2(out, out, rows());
  }
}
