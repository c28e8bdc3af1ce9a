package io.github.tierwise.files.columns;

import io.github.tierwise.profile.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column can be; the names are those of {@code --map}. */
public enum Field {
  ID("id"),
  PLATFORM("platform"),
  FOLLOWERS("followers", Measure.FOLLOWERS),
  POSTS("posts", Measure.POSTS),
  LIKES("likes", Measure.LIKES),
  COMMENTS("comments", Measure.COMMENTS),
  SHARES("shares", Measure.SHARES),
  SAVES("saves", Measure.SAVES),
  VIEWS("views", Measure.VIEWS),
  ENGAGEMENTS("engagements", Measure.ENGAGEMENTS),
  ENGAGEMENT_RATE("engagement_rate"),
  CLICKS("clicks", Measure.CLICKS),
  CONVERSIONS("conversions", Measure.CONVERSIONS),
  PRICE("price", Measure.PRICE),
  LEVEL("level", Measure.LEVEL),
  LEVEL_VARIANCE("level_variance", Measure.LEVEL_VARIANCE),
  POST_DEVIATION("post_deviation", Measure.POST_DEVIATION),
  LEVEL_OPEN("level_open", Measure.LEVEL_OPEN),
  LEVEL_FORMULA("level_formula"),
  CURRENCY("currency"),
  COUNTRY("country"),
  GENDER("gender"),
  AGE("age"),
  CITY("city"),
  LANGUAGE("language"),
  TOPIC("topic"),
  TIME("time"),
  ORDER("order"),
  POST_ID("post_id"),
  SPONSORED("sponsored");

  private static final double THOUSAND = 1_000;

  private static final Map<String, Field> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::label, each -> each));

  private final String label;
  private final Optional<Measure> measure;

  Field(String label) {
    this.label = label;
    measure = Optional.empty();
  }

  Field(String label, Measure measure) {
    this.label = label;
    this.measure = Optional.of(measure);
  }

  public String label() {
    return label;
  }

  /** The name in a sentence: {@code engagement rate}. */
  public String words() {
    return label.replace('_', ' ');
  }

  /** The number of an account that it becomes; the engagement rate becomes one with followers. */
  public Optional<Measure> measure() {
    return measure;
  }

  boolean isNumber() {
    return measure.isPresent() || this == ENGAGEMENT_RATE;
  }

  /** Only a post has it: whoever maps one says that a row is a post. */
  boolean isOfPost() {
    return this == TIME || this == ORDER || this == POST_ID;
  }

  /** Whether its cells name values of a dimension of the audience, or give their shares. */
  public boolean isDimension() {
    return switch (this) {
      case COUNTRY, GENDER, AGE, CITY, LANGUAGE, TOPIC -> true;
      default -> false;
    };
  }

  /** Counts of people and things, of which there is no half. */
  boolean isWhole() {
    return switch (this) {
      case FOLLOWERS, POSTS, CLICKS, CONVERSIONS -> true;
      default -> false;
    };
  }

  /** Whether a number cannot be of people: below a thousand, where no mean is meant, not whole. */
  public static boolean hasPartOfOne(double value) {
    return value < THOUSAND && value != Math.rint(value);
  }

  /** A mean per post, which a total over all time must not be taken for. */
  boolean isMeanPerPost() {
    return switch (this) {
      case LIKES, COMMENTS, SHARES, SAVES, VIEWS, ENGAGEMENTS -> true;
      default -> false;
    };
  }

  /** The field with this label. */
  public static Optional<Field> of(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }

  static Optional<Field> named(String name) {
    return of(name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Field::label).toList();
  }
}
