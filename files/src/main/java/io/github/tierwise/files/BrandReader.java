package io.github.tierwise.files;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tierwise.files.cells.Countries;
import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.cells.SchemaVersion;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the answers of a brand. A wrong key or value is an error that says where and what is right.
 */
final class BrandReader {

  private static final String BOUGHT =
      "plausible_only is not recommended: more followers, bought ones too, let an account in; without"
          + " it, engagement above 8 times what is expected is marked";

  /** Each account is asked for each topic and for each value of an audience. */
  private static final int MOST_WANTED = 10_000;

  private final String source;

  /** What it was read from, to find the line of a key; empty if nobody has it. */
  private final String text;

  private final BrandProfile.Builder brand = BrandProfile.builder();
  private OptionalDouble budget = OptionalDouble.empty();
  private Optional<String> currency = Optional.empty();
  private Optional<String> definition = Optional.empty();
  private final List<String> requiredTiers = new ArrayList<>();
  private OptionalDouble minEngagements = OptionalDouble.empty();
  private boolean plausibleOnly;
  private OptionalDouble usdRate = OptionalDouble.empty();
  private final List<String> remarks = new ArrayList<>();

  /** Dimensions and values. */
  private final Set<List<String>> wanted = new HashSet<>();

  /** What the value of each key answers. */
  private final Map<String, BiConsumer<String, JsonNode>> keys =
      new TreeMap<>(
          Map.ofEntries(
              entry("budget", (key, value) -> budget = OptionalDouble.of(number(key, value))),
              entry(SchemaVersion.KEY, this::schema),
              entry("currency", (key, value) -> currency = Optional.of(currencyCode(key, value))),
              entry("size", (key, value) -> brand.size(oneOf(key, value, CompanySize.values()))),
              entry("goal", (key, value) -> brand.goal(oneOf(key, value, Goal.values()))),
              entry("own_presence", (key, value) -> brand.ownPresence(yesOrNo(key, value))),
              entry("topics", (key, value) -> numbers(key, value, this::topic)),
              entry("audience", this::audience),
              entry("priorities", (key, value) -> numbers(key, value, this::priority)),
              entry("require_tier", this::tiers),
              entry("definition", (key, value) -> definition = Optional.of(published(key, value))),
              entry(
                  "min_engagements",
                  (key, value) -> minEngagements = OptionalDouble.of(atLeastZero(key, value))),
              entry("plausible_only", (key, value) -> plausibleOnly = yesOrNo(key, value)),
              entry("usd_rate", (key, value) -> usdRate = OptionalDouble.of(number(key, value)))));

  /**
   * Reads one brand.
   *
   * @param source what errors call it
   * @param text what it was read from; may be empty
   */
  BrandReader(String source, String text) {
    this.source = source;
    this.text = text;
  }

  Brand read(JsonNode root) {
    boolean none = root.isMissingNode() || root.isNull();
    if (!none && !root.isObject()) {
      throw new FileException(
          "%s must be a table of answers, was %s".formatted(source, shown(root)));
    }
    for (var entry : root.properties()) {
      String key = entry.getKey();
      BiConsumer<String, JsonNode> answer =
          Optional.ofNullable(keys.get(key)).orElseThrow(() -> unknown("", key, keys.keySet()));
      // What is null in JSON was not said.
      if (!entry.getValue().isNull()) {
        answer.accept(key, entry.getValue());
      }
    }
    check(
        budget.isEmpty() || currency.isPresent(),
        "budget",
        "currency must be given with budget, as in currency = \"USD\"");
    check(
        currency.isEmpty() || budget.isPresent(),
        "currency",
        "budget must be given with currency, as in budget = 5000");
    if (budget.isPresent()) {
      at("budget", () -> brand.budget(budget.getAsDouble(), currency.orElse("")));
    }
    checkUsdRate();
    if (plausibleOnly) {
      remarks.add(BOUGHT);
    }
    return new Brand(
        source,
        brand.build(),
        definition,
        requiredTiers,
        minEngagements,
        plausibleOnly,
        usdRate,
        remarks);
  }

  private void checkUsdRate() {
    if (usdRate.isPresent()) {
      String key = "usd_rate";
      double rate = usdRate.getAsDouble();
      check(currency.isPresent(), key, "budget and currency must be given with usd_rate");
      boolean dollars = currency.orElse("").equals("USD");
      check(!dollars || rate == 1, key, "usd_rate must be 1 for a brand in USD, was " + rate);
      check(rate > 0, key, "usd_rate must be > 0, was " + rate);
    }
  }

  private FileException unknown(String table, String key, Collection<String> known) {
    String hint = NearestName.hintOrAll(table, key, known);
    return error(key, "unknown key %s in %s%s".formatted(Quote.of(table + key), source, hint));
  }

  /** Answers with the numbers of a table; what is wrong with a name comes before its number. */
  private void numbers(String key, JsonNode table, Function<String, DoubleConsumer> answers) {
    check(
        table(key, table).size() <= MOST_WANTED,
        key,
        "%s must be at most %s, were %s"
            .formatted(key, NumberText.count(MOST_WANTED), NumberText.count(table.size())));
    for (var entry : table.properties()) {
      DoubleConsumer answer = answers.apply(entry.getKey());
      String name = key + "." + entry.getKey();
      double number = number(name, entry.getValue());
      at(name, () -> answer.accept(number));
    }
  }

  private void schema(String key, JsonNode value) {
    SchemaVersion.error(value)
        .ifPresent(
            wrong -> {
              throw error(key, wrong);
            });
  }

  private DoubleConsumer topic(String topic) {
    return weight -> want("topics", Profile.TOPIC, topic, weight);
  }

  private DoubleConsumer priority(String name) {
    Priority priority =
        constant(name, Priority.values())
            .orElseThrow(() -> unknown("priorities.", name, names(Priority.values())));
    return factor -> brand.priority(priority, factor);
  }

  private void audience(String key, JsonNode dimensions) {
    for (var dimension : table(key, dimensions).properties()) {
      String of = key + "." + dimension.getKey();
      numbers(
          of, dimension.getValue(), name -> weight -> want(of, dimension.getKey(), name, weight));
    }
  }

  /** Two names of one thing would leave the weight of the last. */
  private void want(String of, String dimension, String name, double weight) {
    String value = dimension.equalsIgnoreCase("country") ? country(name) : name;
    check(
        wanted.add(List.of(dimension.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT))),
        name,
        "%s.%s must be given once, was there as %s too"
            .formatted(of, Quote.name(name), Quote.name(value)));
    brand.audience(dimension, name, weight);
  }

  /** A table may have regions of its own making, so an unknown country is no error. */
  private String country(String name) {
    if (Countries.code(name).isEmpty()) {
      remarks.add(
          "country %s is none that is known, taken as it is%s"
              .formatted(Quote.of(name), NearestName.hint(name, Countries.names())));
    }
    return Countries.codeOrName(name);
  }

  private void tiers(String key, JsonNode value) {
    Iterable<JsonNode> names = value.isArray() ? value : List.of(value);
    names.forEach(name -> requiredTiers.add(text(key, name)));
  }

  private String published(String key, JsonNode value) {
    String id = text(key, value);
    return DefinitionId.find(id).orElseThrow(() -> error(key, DefinitionId.error(Quote.name(id))));
  }

  private String currencyCode(String key, JsonNode value) {
    String code = text(key, value).toUpperCase(Locale.ROOT);
    check(
        code.matches("[A-Z]{3}"),
        key,
        "currency must be a code of three letters, was " + Quote.of(value.asText()));
    return code;
  }

  private JsonNode table(String key, JsonNode value) {
    return must(value.isObject(), key, "a table, as in [%s]".formatted(key), value);
  }

  private double number(String key, JsonNode value) {
    return must(value.isNumber(), key, "a number", value).doubleValue();
  }

  private double atLeastZero(String key, JsonNode value) {
    double number = number(key, value);
    must(number >= 0 && Double.isFinite(number), key, ">= 0", value);
    return number;
  }

  private boolean yesOrNo(String key, JsonNode value) {
    return must(value.isBoolean(), key, "true or false", value).booleanValue();
  }

  private String text(String key, JsonNode value) {
    boolean filled = value.isTextual() && !value.textValue().isBlank();
    return must(filled, key, "a text", value).textValue().strip();
  }

  private <E extends Enum<E>> E oneOf(String key, JsonNode value, E[] constants) {
    String name = text(key, value).toLowerCase(Locale.ROOT);
    List<String> names = names(constants);
    return constant(name, constants)
        .orElseThrow(
            () ->
                error(
                    key,
                    "%s must be %s, was %s%s"
                        .formatted(
                            key,
                            String.join(" or ", names),
                            Quote.of(name),
                            NearestName.hint(name, names))));
  }

  private static <E extends Enum<E>> Optional<E> constant(String name, E[] constants) {
    int place = names(constants).indexOf(name);
    return place < 0 ? Optional.empty() : Optional.of(constants[place]);
  }

  private static <E extends Enum<E>> List<String> names(E[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String shown(JsonNode value) {
    if (value.isContainerNode()) {
      return value.isArray() ? "a list" : "a table";
    }
    return value.isTextual() ? Quote.of(value.textValue()) : Quote.name(value.toString());
  }

  /** The value, if it is as it must be. */
  private JsonNode must(boolean right, String key, String rule, JsonNode value) {
    check(right, key, "%s must be %s, was %s".formatted(key, rule, shown(value)));
    return value;
  }

  private void check(boolean right, String key, String message) {
    if (!right) {
      throw error(key, message);
    }
  }

  /** Says where an error of the core comes from. */
  private void at(String key, Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException e) {
      throw error(key, String.valueOf(e.getMessage()));
    }
  }

  private FileException error(String key, String message) {
    return new FileException(source + line(key) + ": " + message);
  }

  /** The first line on which the key stands; the parser does not keep it. */
  private String line(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    Pattern place =
        Pattern.compile(
            "\\s*([\\[{,].*)?[\"']?" + Pattern.quote(last) + "[\"']?\\s*[=.:\\]].*",
            Pattern.DOTALL);
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> place.matcher(lines.get(i)).matches())
        .mapToObj(i -> " line " + (i + 1))
        .findFirst()
        .orElse("");
  }
}
