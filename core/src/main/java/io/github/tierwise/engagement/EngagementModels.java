package io.github.tierwise.engagement;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The usual engagement rates. All are immutable, thread-safe and serializable.
 *
 * @since 0.1.0
 */
public final class EngagementModels {

  /** The source of a model that is not a published rate. */
  static final String OWN = "own model";

  private static final Map<Platform, EngagementModel> STANDARD = new EnumMap<>(Platform.class);

  static {
    for (Platform platform : Platform.values()) {
      STANDARD.put(
          platform,
          switch (platform) {
            case YOUTUBE -> byViews(Measure.LIKES, Measure.COMMENTS);
            case INSTAGRAM -> weighted(once(Measure.LIKES, Measure.COMMENTS), Measure.FOLLOWERS);
            default ->
                weighted(once(Measure.LIKES, Measure.COMMENTS, Measure.SHARES), Measure.FOLLOWERS);
          });
    }
  }

  private EngagementModels() {}

  /**
   * The rate that is used for a platform unless another is chosen: likes and comments by followers
   * on Instagram, likes, comments and shares by followers on TikTok and elsewhere, likes and
   * comments by views on YouTube. (By followers is the only formula that public counts allow on
   * every platform; on YouTube, engagement by subscriber scatters over 4 doublings, own figure.)
   *
   * @param platform the platform
   * @return the model, the same instance each time
   */
  public static EngagementModel standard(Platform platform) {
    EngagementModel model = STANDARD.get(Objects.requireNonNull(platform, "platform"));
    return Objects.requireNonNull(model, "model");
  }

  /**
   * A named rate as it is used in the field, such as {@code er_views_video}. All divide a mean per
   * post, so the means should be taken over the posts that {@link EngagementModel#source()} names.
   * Two rates that weigh and divide alike have the same {@link EngagementModel#formula()} and so
   * can share a curve; any two others cannot.
   *
   * @param id one of {@link #publishedIds()}
   * @return the model, the same instance each time
   * @throws IllegalArgumentException if there is none with that id; the message lists them
   */
  public static EngagementModel published(String id) {
    EngagementModel model = Catalogue.MODELS.get(Objects.requireNonNull(id, "id"));
    if (model == null) {
      throw new IllegalArgumentException(
          "rate must be one of %s, was %s".formatted(String.join(", ", publishedIds()), id));
    }
    return model;
  }

  /**
   * The ids of the named rates: those that an account's means per post allow. Medians, reach,
   * impressions and clicks per post are not among what a profile has.
   *
   * @return ids in the order of the catalogue
   */
  public static List<String> publishedIds() {
    return List.copyOf(Catalogue.MODELS.keySet());
  }

  /**
   * Interactions by views.
   *
   * @param interactions what counts; the first in the order of {@link Measure} must be known,
   *     others that are not are left out and the explanation says so
   * @return the model
   * @throws IllegalArgumentException if there is none, or one is not an interaction
   */
  public static EngagementModel byViews(Measure... interactions) {
    return weighted(once(interactions), Measure.VIEWS);
  }

  private static Map<Measure, Double> once(Measure... interactions) {
    Map<Measure, Double> weights = new LinkedHashMap<>();
    List.of(interactions).forEach(interaction -> weights.put(interaction, 1.0));
    return weights;
  }

  /**
   * Weighted interactions, such as likes plus twice the comments, by followers or views.
   *
   * <p>If every interaction is known, they are summed in the order of {@link Measure}. If not, and
   * there are several, all with the weight 1, the total that a source gives ({@link
   * Measure#ENGAGEMENTS}) is taken. Else what is known is summed, a lower bound that the
   * explanation calls so, provided the first in that order is known; if it is not, the engagements
   * are unknown.
   *
   * @param weights what counts and how much; weights are finite and &gt; 0
   * @param denominator {@link Measure#FOLLOWERS} or {@link Measure#VIEWS}
   * @return the model
   * @throws IllegalArgumentException if there is no interaction, one is not an interaction, a
   *     weight is not &gt; 0, or the denominator is another measure
   */
  public static EngagementModel weighted(Map<Measure, Double> weights, Measure denominator) {
    return new WeightedInteractions(weights, denominator, OWN);
  }

  /**
   * The constants of levels, forecasts and fits with their sources: those of {@link
   * LevelEstimator}, of {@link SizeCurve#fit} and of the errors of the usual rates. A calibrated
   * estimator has a half-life and quantiles of its own.
   *
   * @return a line each, as in {@code drift of a level with each post: 0.05 [own default]}
   */
  public static List<String> describe() {
    List<String> lines = new ArrayList<>(WeightedInteractions.constants());
    lines.addAll(LevelEstimator.constants());
    lines.addAll(CurveFit.constants());
    return List.copyOf(lines);
  }

  static void checkDenominator(Measure denominator) {
    Objects.requireNonNull(denominator, "denominator");
    Checks.require(
        denominator == Measure.FOLLOWERS || denominator == Measure.VIEWS,
        () -> "denominator must be followers or views, was " + denominator.label());
  }

  static String formula(Map<Measure, Double> weights, Measure denominator) {
    StringBuilder text = new StringBuilder();
    weights.forEach(
        (interaction, weight) -> {
          text.append(text.isEmpty() ? "" : " + ");
          text.append(weight == 1 ? "" : Text.plain(weight) + " x ");
          text.append(interaction.label());
        });
    return text.append(" by ").append(denominator.label()).toString();
  }

  /** Read on first use. */
  private static final class Catalogue {
    static final Map<String, EngagementModel> MODELS = PublishedRates.read();
  }
}
