package io.github.tierwise.engagement;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.PiecewiseLine;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The engagement rate that is expected for an account's size, on one platform by one formula.
 *
 * <p>Between knots the curve is a straight line of log rate on log followers; the first slope goes
 * on below the first knot, the last above the last. Every slope is above -1, so an account with
 * more followers is never expected to have <em>fewer</em> engagements; a rate by views may not fall
 * with followers at all. This is what makes "bought followers never pay" hold by construction.
 *
 * <p>Instances are immutable, thread-safe, serializable and values.
 *
 * @since 0.1.0
 */
public final class SizeCurve implements Serializable {

  /**
   * A slope of log rate by followers on log followers below this is the selection of a ranked list,
   * not an effect of size (own limit): among accounts that were listed for their many engagements,
   * all have about as many, so that the rate falls as followers rise, with the slope -1.
   */
  public static final double SELECTION_SLOPE = -0.8;

  private static final long serialVersionUID = 1L;

  static {
    FriendAccess.toCurves(curve -> ((SizeCurve) curve).line);
  }

  private final Platform platform;
  private final String formula;
  private final Measure denominator;
  private final String source;
  private final double[] followers;
  private final double[] rates;

  /** Binary logarithm of the engagements (by views: of the rate) against that of followers. */
  private final transient PiecewiseLine line;

  private SizeCurve(
      Platform platform,
      String formula,
      Measure denominator,
      String source,
      double[] followers,
      double[] rates,
      double slope) {
    this.platform = Objects.requireNonNull(platform, "platform");
    this.formula = Objects.requireNonNull(formula, "formula");
    EngagementModels.checkDenominator(denominator);
    this.denominator = denominator;
    this.source = Checks.notBlank(source, "source");
    this.followers = followers.clone();
    this.rates = rates.clone();
    int knots = followers.length;
    Checks.require(
        knots > 0 && rates.length == knots,
        () ->
            "knots must be >= 1 with a rate each, was %d followers and %d rates"
                .formatted(knots, rates.length));
    double[] sizes = new double[knots];
    double[] levels = new double[knots];
    double[] slopes = new double[knots];
    boolean byFollowers = denominator == Measure.FOLLOWERS;
    for (int i = 0; i < knots; i++) {
      sizes[i] = Logs.log2(Checks.positive(followers[i], "followers of knot " + i));
      levels[i] =
          Logs.log2(Checks.positive(rates[i], "rate of knot " + i)) + (byFollowers ? sizes[i] : 0);
      if (i > 0) {
        if (!(sizes[i] > sizes[i - 1])) {
          throw new IllegalArgumentException(
              "followers of knot %d must be > %s, was %s"
                  .formatted(i, Text.plain(followers[i - 1]), Text.plain(followers[i])));
        }
        slopes[i - 1] = (levels[i] - levels[i - 1]) / (sizes[i] - sizes[i - 1]);
        checkSlope(slopes[i - 1], byFollowers);
      }
    }
    // With one knot the slope is given; with more, the last one goes on.
    slopes[knots - 1] = knots == 1 ? slope + (byFollowers ? 1 : 0) : slopes[knots - 2];
    checkSlope(slopes[knots - 1], byFollowers);
    line = new PiecewiseLine(sizes, levels, slopes);
  }

  private static void checkSlope(double slope, boolean byFollowers) {
    Checks.require(
        !Double.isInfinite(slope),
        () -> "slope of a rate must be a finite number, was " + Text.plain(slope));
    Checks.require(
        !byFollowers || slope > 0,
        () -> "slope of a rate by followers must be > -1, was " + Text.fixed(slope - 1, 3));
    Checks.require(
        byFollowers || slope >= 0,
        () -> "slope of a rate by views must be >= 0, was " + Text.fixed(slope, 3));
  }

  /**
   * A curve through knots.
   *
   * @param platform the platform that it is made for
   * @param model the model whose formula it is made for
   * @param source where it comes from, for people
   * @param followers followers at the knots, &gt; 0, rising; at least one
   * @param rates the rate expected at each knot, a fraction &gt; 0; one knot alone means that rate
   *     at any size
   * @return the curve
   * @throws IllegalArgumentException if a value breaks its rule, a slope of a rate by followers is
   *     not above -1, or one of a rate by views is below 0
   */
  public static SizeCurve of(
      Platform platform, EngagementModel model, String source, double[] followers, double[] rates) {
    return new SizeCurve(
        platform, model.formula(), model.denominator(), source, followers, rates, 0);
  }

  static SizeCurve line(
      Platform platform,
      EngagementModel model,
      String source,
      double followers,
      double rate,
      double slope) {
    return new SizeCurve(
        platform,
        model.formula(),
        model.denominator(),
        source,
        new double[] {followers},
        new double[] {rate},
        slope);
  }

  /**
   * The curve from published benchmarks, for the standard formula of Instagram, TikTok and YouTube.
   * There is no table graded A to C for creators elsewhere.
   *
   * @param platform the platform
   * @param model the model whose formula the curve must be made for
   * @return the curve, or empty if there is none for this platform and formula
   */
  public static Optional<SizeCurve> published(Platform platform, EngagementModel model) {
    Objects.requireNonNull(platform, "platform");
    return Optional.ofNullable(PublishedCurves.CURVES.get(platform))
        .filter(curve -> curve.formula.equals(model.formula()));
  }

  /**
   * Fits a curve to peers: accounts other than the ones to be scored.
   *
   * <p>If there is a published curve for the platform and formula, its shape is kept and its level
   * moved to the median of the peers (own default). Otherwise a straight line is fitted: the median
   * of slopes between accounts half the list apart in size (after Theil 1950 and Sen 1968), and the
   * median level. A fitted slope of the rate below -0.8 (own limit) comes from a list that was
   * ranked by engagement, not from size; it is not used, and {@link #source()} says so.
   *
   * @param model the model whose formula the curve is made for
   * @param peers at least 30 accounts of one platform with known followers and engagements
   * @return the curve; its source tells what was done
   * @throws IllegalArgumentException if fewer than 30 peers can be used or platforms differ
   * @throws IllegalStateException if the model answers a number that is negative or infinite
   */
  public static SizeCurve fit(EngagementModel model, Iterable<? extends Profile> peers) {
    return CurveFit.fit(model, peers);
  }

  /**
   * The same shape at another level.
   *
   * @param factor what every rate is multiplied by, finite and &gt; 0
   * @param newSource where the new level comes from
   * @return the curve
   * @throws IllegalArgumentException if the factor is not &gt; 0
   */
  public SizeCurve scaled(double factor, String newSource) {
    Checks.positive(factor, "factor");
    double[] scaled = Arrays.stream(rates).map(rate -> rate * factor).toArray();
    return new SizeCurve(
        platform, formula, denominator, newSource, followers, scaled, lastRateSlope());
  }

  private double lastRateSlope() {
    return line.slope(line.size() - 1) - (denominator == Measure.FOLLOWERS ? 1 : 0);
  }

  /**
   * The platform that the curve is made for.
   *
   * @return the platform
   */
  public Platform platform() {
    return platform;
  }

  /**
   * The formula that the curve is made for.
   *
   * @return the name of a model's formula
   */
  public String formula() {
    return formula;
  }

  /**
   * Where the curve comes from.
   *
   * @return a sentence for people
   */
  public String source() {
    return source;
  }

  /**
   * The rate that is expected for a size.
   *
   * @param count followers; fewer than 1 count as 1
   * @return a fraction, or NaN if {@code count} is NaN and the rate depends on it
   */
  public double expectedRate(double count) {
    double size = Logs.log2(Math.max(count, 1.0));
    double level = line.at(size);
    return Logs.exp2(denominator == Measure.FOLLOWERS ? level - size : level);
  }

  /**
   * What the rate is divided by.
   *
   * @return {@link Measure#FOLLOWERS} or {@link Measure#VIEWS}
   */
  public Measure denominator() {
    return denominator;
  }

  /**
   * The engagements that are expected of a post of the account, as a binary logarithm: what an
   * account's own level is compared with. It never falls with followers.
   *
   * @param profile the account
   * @return the binary logarithm of a number of engagements, or NaN if the size (by views: the
   *     views) is not known
   */
  public double expectedLog(Profile profile) {
    double level = line.at(Logs.log2(Math.max(profile.followers(), 1.0)));
    return denominator == Measure.FOLLOWERS
        ? level
        : Logs.log2(Math.max(profile.views(), 1.0)) + level;
  }

  /**
   * Where {@link #expectedLog} comes from.
   *
   * @param profile the account
   * @return an explanation whose value is the same, bit for bit
   */
  public Explanation explain(Profile profile) {
    double expected = expectedLog(profile);
    String label = "expected level";
    if (Double.isNaN(expected)) {
      return Explanation.given(label, expected, denominator.label() + " unknown");
    }
    String note = "log2 of " + Text.count(Logs.exp2(expected)) + " engagements expected a post";
    Explanation level =
        line.isFlat()
            ? Explanation.given("log2 of the rate", line.height(0), source)
            : explainLevel(profile);
    return denominator == Measure.FOLLOWERS
        ? level.withText(label, note)
        : Explanation.of(
            label, Operation.SUM, note, List.of(logOf("views", profile.views()), level));
  }

  private Explanation explainLevel(Profile profile) {
    Explanation size = logOf("followers", profile.followers());
    int first = line.isConvex() ? 0 : line.segment(size.value());
    int last = line.isConvex() ? line.size() - 1 : first;
    List<Explanation> lines =
        IntStream.rangeClosed(first, last).mapToObj(i -> explainLine(size, i)).toList();
    if (lines.size() > 1) {
      return Explanation.of("level", Operation.LARGEST, "the largest of the lines", lines);
    }
    return first + 1 < line.size()
        ? Explanation.of(
            "level",
            Operation.SMALLEST,
            "",
            List.of(
                lines.get(0),
                Explanation.given("level at the next knot", line.height(first + 1), "")))
        : lines.get(0);
  }

  private Explanation explainLine(Explanation size, int i) {
    return Explanation.of(
        "line",
        Operation.SUM,
        source,
        List.of(
            Explanation.given("level at the knot", line.height(i), ""),
            Explanation.of(
                "from the knot on",
                Operation.PRODUCT,
                "",
                List.of(
                    Explanation.given("slope", line.slope(i), ""),
                    Explanation.of(
                        "doublings from the knot",
                        Operation.DIFFERENCE,
                        "",
                        List.of(size, Explanation.given("knot", line.knot(i), "")))))));
  }

  private static Explanation logOf(String label, double count) {
    return Explanation.of(
        "log2 of " + label,
        Operation.LOG2,
        "",
        List.of(
            Explanation.of(
                label,
                Operation.LARGEST,
                "at least 1",
                List.of(Explanation.given(label, count, ""), Explanation.given("1", 1, "")))));
  }

  /**
   * The knots in a line, as in {@code 6.4% at 1,000, 2.5% at 10,000}.
   *
   * @return a text for people and for fingerprints
   */
  public String describe() {
    String knots =
        IntStream.range(0, rates.length)
            .mapToObj(i -> Text.plain(rates[i]) + " at " + Text.plain(followers[i]))
            .collect(Collectors.joining(", "));
    if (rates.length > 1) {
      return knots;
    }
    double slope = lastRateSlope();
    return knots + (slope == 0 ? " and any other size" : ", slope " + Text.plain(slope));
  }

  /** Equal if platform, formula, source and knots are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SizeCurve that
        && platform == that.platform
        && formula.equals(that.formula)
        && source.equals(that.source)
        && Arrays.equals(followers, that.followers)
        && Arrays.equals(rates, that.rates)
        && lastRateSlope() == that.lastRateSlope();
  }

  @Override
  public int hashCode() {
    return Objects.hash(platform.name(), formula, source, Arrays.hashCode(rates));
  }

  @Override
  public String toString() {
    return "%s, %s: %s".formatted(platform.displayName(), formula, describe());
  }

  private Object writeReplace() {
    return new Form(
        platform, formula, denominator, source, followers.clone(), rates.clone(), lastRateSlope());
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("size curve must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(
      Platform platform,
      String formula,
      Measure denominator,
      String source,
      double[] followers,
      double[] rates,
      double slope)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read(
          "size curve",
          () -> new SizeCurve(platform, formula, denominator, source, followers, rates, slope));
    }
  }
}
