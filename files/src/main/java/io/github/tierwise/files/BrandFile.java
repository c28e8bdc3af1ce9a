package io.github.tierwise.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.tierwise.files.cells.Countries;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a brand from TOML. A wrong key or value is an error that says where and what is right.
 *
 * @since 0.1.0
 */
public final class BrandFile {

  private static final Set<String> KEYS =
      new TreeSet<>(
          List.of(
              "budget",
              "currency",
              "size",
              "goal",
              "own_presence",
              "topics",
              "audience",
              "priorities",
              "require_tier",
              "definition",
              "min_engagements",
              "plausible_only",
              "usd_rate"));

  private final Source source;
  private final BrandProfile.Builder brand = BrandProfile.builder();
  private OptionalDouble budget = OptionalDouble.empty();
  private Optional<String> currency = Optional.empty();
  private Optional<String> definition = Optional.empty();
  private final List<String> requiredTiers = new ArrayList<>();
  private OptionalDouble minEngagements = OptionalDouble.empty();
  private boolean plausibleOnly;
  private OptionalDouble usdRate = OptionalDouble.empty();
  private final List<String> remarks = new ArrayList<>();

  private BrandFile(Source source) {
    this.source = source;
  }

  /**
   * Reads a brand.
   *
   * @param source the text of the file
   * @return the brand
   * @throws InputException if it is no TOML, or a key or value is wrong
   */
  @SuppressWarnings("exports") // the door that takes a path is not made yet
  public static Brand read(Source source) {
    return new BrandFile(source).read();
  }

  private Brand read() {
    JsonNode root;
    try {
      root = new TomlMapper().readTree(source.text());
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
      throw new InputException(
          "%s%s: cannot be read as TOML: %s"
              .formatted(source.name(), where, e.getOriginalMessage()),
          e);
    }
    for (var entry : root.properties()) {
      answer(entry.getKey(), entry.getValue());
    }
    if (budget.isPresent() && currency.isEmpty()) {
      throw error("budget", "currency must be given with budget, as in currency = \"USD\"");
    }
    if (budget.isEmpty() && currency.isPresent()) {
      throw error("currency", "budget must be given with currency, as in budget = 5000");
    }
    if (budget.isPresent()) {
      at("budget", () -> brand.budget(budget.getAsDouble(), currency.orElse("")));
    }
    checkUsdRate();
    return new Brand(
        source.name(),
        brand.build(),
        definition,
        requiredTiers,
        minEngagements,
        plausibleOnly,
        usdRate,
        remarks);
  }

  private void checkUsdRate() {
    if (usdRate.isEmpty()) {
      return;
    }
    if (currency.isEmpty()) {
      throw error("usd_rate", "budget and currency must be given with usd_rate");
    }
    if (currency.get().equals("USD") && usdRate.getAsDouble() != 1) {
      throw error(
          "usd_rate", "usd_rate must be 1 for a brand in USD, was " + usdRate.getAsDouble());
    }
    if (!(usdRate.getAsDouble() > 0)) {
      throw error("usd_rate", "usd_rate must be > 0, was " + usdRate.getAsDouble());
    }
  }

  private void answer(String key, JsonNode value) {
    switch (key) {
      case "budget" -> budget = OptionalDouble.of(number(key, key, value));
      case "currency" -> currency = Optional.of(currencyCode(key, value));
      case "size" -> brand.size(oneOf(key, value, CompanySize.values()));
      case "goal" -> brand.goal(oneOf(key, value, Goal.values()));
      case "own_presence" -> brand.ownPresence(yesOrNo(key, value));
      case "topics" -> topics(value);
      case "audience" -> audience(value);
      case "priorities" -> priorities(value);
      case "require_tier" -> tiers(key, value);
      case "definition" -> definition = Optional.of(published(key, value));
      case "min_engagements" -> minEngagements = OptionalDouble.of(atLeastZero(key, value));
      case "plausible_only" -> plausibleOnly = yesOrNo(key, value);
      case "usd_rate" -> usdRate = OptionalDouble.of(number(key, key, value));
      default ->
          throw error(
              key,
              "unknown key \"%s\" in %s%s"
                  .formatted(
                      key,
                      source.name(),
                      NearestName.to(key, KEYS)
                          .map(near -> ", did you mean \"" + near + "\"?")
                          .orElse("; known are " + String.join(", ", KEYS))));
    }
  }

  private void topics(JsonNode table) {
    for (var entry : table("topics", table).properties()) {
      double weight = number(entry.getKey(), "topics." + entry.getKey(), entry.getValue());
      at(entry.getKey(), () -> brand.topic(entry.getKey(), weight));
    }
  }

  private void audience(JsonNode dimensions) {
    for (var dimension : table("audience", dimensions).properties()) {
      String name = dimension.getKey();
      Set<String> seen = new TreeSet<>();
      for (var entry : table("audience." + name, dimension.getValue()).properties()) {
        String key = "audience." + name + "." + entry.getKey();
        double weight = number(entry.getKey(), key, entry.getValue());
        String value = entry.getKey();
        if (name.equalsIgnoreCase("country")) {
          checkCountry(value);
          value = Countries.codeOrName(value);
        }
        if (!seen.add(value.toLowerCase(Locale.ROOT))) {
          throw error(entry.getKey(), key + " must be given once, was there as " + value + " too");
        }
        String wanted = value;
        at(entry.getKey(), () -> brand.audience(name, wanted, weight));
      }
    }
  }

  /** A table may have regions of its own making, so an unknown country is no error. */
  private void checkCountry(String name) {
    if (Countries.code(name).isEmpty()) {
      remarks.add(
          "country \"%s\" is none that is known, taken as it is%s"
              .formatted(name, NearestName.hint(name, Countries.names())));
    }
  }

  private void priorities(JsonNode table) {
    for (var entry : table("priorities", table).properties()) {
      String key = "priorities." + entry.getKey();
      Priority priority =
          Arrays.stream(Priority.values())
              .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(entry.getKey()))
              .findFirst()
              .orElseThrow(
                  () -> {
                    List<String> names = names(Priority.values());
                    return error(
                        entry.getKey(),
                        "unknown key \"%s\" in %s%s"
                            .formatted(
                                key,
                                source.name(),
                                NearestName.to(entry.getKey(), names)
                                    .map(near -> ", did you mean \"priorities." + near + "\"?")
                                    .orElse("; known are " + String.join(", ", names))));
                  });
      double factor = number(entry.getKey(), key, entry.getValue());
      at(entry.getKey(), () -> brand.priority(priority, factor));
    }
  }

  private void tiers(String key, JsonNode value) {
    List<JsonNode> names = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(names::add);
    } else {
      names.add(value);
    }
    for (JsonNode name : names) {
      requiredTiers.add(text(key, name));
    }
  }

  private String published(String key, JsonNode value) {
    String id = text(key, value);
    return DefinitionId.find(id).orElseThrow(() -> error(key, DefinitionId.error(id)));
  }

  private String currencyCode(String key, JsonNode value) {
    String code = text(key, value).toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{3}")) {
      throw error(key, "currency must be a code of three letters, was \"" + value.asText() + '"');
    }
    return code;
  }

  private JsonNode table(String key, JsonNode value) {
    if (!value.isObject()) {
      throw error(key, "%s must be a table, as in [%s], was %s".formatted(key, key, shown(value)));
    }
    return value;
  }

  private double number(String at, String key, JsonNode value) {
    if (!value.isNumber()) {
      throw error(at, key + " must be a number, was " + shown(value));
    }
    return value.doubleValue();
  }

  private double atLeastZero(String key, JsonNode value) {
    double number = number(key, key, value);
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw error(key, key + " must be >= 0, was " + shown(value));
    }
    return number;
  }

  private boolean yesOrNo(String key, JsonNode value) {
    if (!value.isBoolean()) {
      throw error(key, key + " must be true or false, was " + shown(value));
    }
    return value.booleanValue();
  }

  private String text(String key, JsonNode value) {
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw error(key, key + " must be a text, was " + shown(value));
    }
    return value.textValue().strip();
  }

  private <E extends Enum<E>> E oneOf(String key, JsonNode value, E[] constants) {
    String name = text(key, value).toLowerCase(Locale.ROOT);
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
        return constant;
      }
    }
    List<String> names = names(constants);
    throw error(
        key,
        "%s must be %s, was \"%s\"%s"
            .formatted(key, String.join(" or ", names), name, NearestName.hint(name, names)));
  }

  private static <E extends Enum<E>> List<String> names(E[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String shown(JsonNode value) {
    return value.isContainerNode() ? value.isArray() ? "a list" : "a table" : value.toString();
  }

  /** Says where an error of the core comes from. */
  private void at(String key, Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException e) {
      throw error(key, String.valueOf(e.getMessage()));
    }
  }

  private InputException error(String key, String message) {
    return new InputException(source.name() + line(key) + ": " + message);
  }

  /** The first line on which the key stands; the parser does not keep it. */
  private String line(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    Pattern place =
        Pattern.compile(
            "\\s*(\\[.*)?[\"']?" + Pattern.quote(last) + "[\"']?\\s*[=.\\]].*", Pattern.DOTALL);
    int number = 0;
    for (String line : source.text().lines().toList()) {
      number++;
      if (place.matcher(line).matches()) {
        return " line " + number;
      }
    }
    return "";
  }
}
