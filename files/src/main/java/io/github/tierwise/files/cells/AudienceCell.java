package io.github.tierwise.files.cells;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one cell says of an audience or of topics: values with their shares, as in {@code DE:
 * 45%|AT: 12%}, {@code Germany (41%), Austria (20%)} or JSON, or labels without, as in {@code
 * beauty; travel}. Immutable. Only the cell itself decides whether its numbers are percentages.
 */
public final class AudienceCell {

  /** Where labels end, besides {@code ;}, {@code |} and line ends, which end all. */
  public enum Labels {
    /** Nowhere else: of countries and cities a comma is part of the name. */
    PLACES,
    /** At commas, {@code /} and {@code &} as well. */
    TOPICS
  }

  /** The most that shares which exclude each other are together, with what rounding may add. */
  public static final double MOST_TOGETHER = 1.02;

  private static final int LONGEST = 65_536;
  private static final NumberParser.Mark DOT = NumberParser.Mark.DOT;
  private static final int MOST_VALUES = 1_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          // As Python prints a dictionary into a cell.
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private static final List<String> NAMES =
      List.of("code", "name", "value", "label", "title", "country", "city", "gender", "age", "key");
  private static final List<String> SHARES =
      List.of("weight", "share", "percentage", "percent", "pct", "fraction", "ratio", "value");

  private static final Pattern ENDS = Pattern.compile("[;|\\r\\n]");
  private static final Pattern TOPIC_ENDS = Pattern.compile("[;|\\r\\n,/&]");

  /**
   * A number as a share has it; a comma is a decimal mark only between two digits. Not after a
   * digit, so that 25-34 is no share of 25.
   */
  private static final String NUMBER = "(?<number>\\d{1,3}(?:[.,]\\d{1,12})?|[.,]\\d{1,12})";

  /** {@code Germany (41%)}, {@code Germany [41%]}. */
  private static final Pattern IN_BRACKETS =
      Pattern.compile("(?<name>.*\\S)\\s*[(\\[]\\s*" + NUMBER + "\\s*(?<percent>%)?\\s*[)\\]]");

  /** {@code DE: 45%}, {@code DE=0.41}; not the dash of 25-34. */
  private static final Pattern BEHIND_SIGN =
      Pattern.compile("(?<name>.*[^\\s:=])\\s*[:=]\\s*" + NUMBER + "\\s*(?<percent>%)?");

  /** {@code Germany 41%}, {@code Germany - 41%}; without a sign it could be a name's number. */
  private static final Pattern BEHIND_SPACE =
      Pattern.compile("(?<name>.*\\S)\\s+" + NUMBER + "\\s*(?<percent>%)");

  /** {@code 41% Germany}. */
  private static final Pattern BEFORE =
      Pattern.compile(NUMBER + "\\s*(?<percent>%)\\s*(?<name>\\S.*)");

  /** {@code Germany 0.41}; not the number of Web 2.0. */
  private static final Pattern FRACTION_BEHIND_SPACE =
      Pattern.compile("(?<name>.*\\S)\\s+(?<number>0?[.,]\\d{1,12})(?<percent>%)?");

  private static final List<Pattern> FORMS =
      List.of(IN_BRACKETS, BEHIND_SIGN, BEHIND_SPACE, FRACTION_BEHIND_SPACE, BEFORE);

  private static final Pattern DASH = Pattern.compile("\\s[-–—]$");

  /** A share within what would be a name, which so is more than one part, or no label. */
  private static final Pattern SHARE_WITHIN = Pattern.compile("[:=(\\[]\\s*[.,]?\\d|%");

  /** Not at a comma between two digits, which may be a decimal mark. */
  private static final String COMMA =
      "[;|\\r\\n]|,(?!\\d)|,(?=\\d{1,3}\\s*%\\s*\\p{L})|(?<=[%)\\]])\\s*[,/]";

  /** Where shares end: the first of these that leaves one share to each part. */
  private static final List<Pattern> SHARE_ENDS =
      List.of(ENDS, Pattern.compile(COMMA), Pattern.compile(COMMA + "|/"));

  private record Share(String name, double number, boolean percent) {}

  private final List<String> labels;
  private final Map<String, Double> shares;
  private final String reason;

  private AudienceCell(List<String> labels, Map<String, Double> shares, String reason) {
    this.labels = List.copyOf(labels);
    this.shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    this.reason = reason;
  }

  private static AudienceCell labels(String cell, Set<String> labels) {
    return labels.size() > MOST_VALUES
        ? neither(cell, "has more than 1,000 values")
        : new AudienceCell(List.copyOf(labels), Map.of(), "");
  }

  private static AudienceCell neither(String cell, String why) {
    return new AudienceCell(List.of(), Map.of(), Quote.of(cell) + " " + why);
  }

  /** Reads a cell of places, ages or genders, as {@link #parse(String, Labels)} does. */
  public static AudienceCell parse(String cell) {
    return parse(cell, Labels.PLACES);
  }

  /**
   * Reads a cell.
   *
   * @param cell a cell of any length
   * @param ends where labels end; shares end at commas in any cell
   * @return shares if every part of the cell has one, labels if none has; nothing at all, and no
   *     reason, for a cell that is blank or says that it is unknown
   */
  public static AudienceCell parse(String cell, Labels ends) {
    String text = CellText.strip(cell);
    if (NumberParser.isUnknown(text) && !text.equalsIgnoreCase("NA")) {
      return labels(text, Set.of());
    }
    if (text.length() > LONGEST) {
      return neither(text, "is too long for an audience, more than 65,536 characters");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return json(text, ends);
    }
    Optional<List<Share>> shares = shares(text);
    if (shares.isPresent()) {
      return shares(text, shares.get(), ends);
    }
    if (SHARE_WITHIN.matcher(text).find()) {
      return neither(text, "has a share for some of its values and none for others");
    }
    Set<String> labels = new LinkedHashSet<>();
    for (String part : (ends == Labels.TOPICS ? TOPIC_ENDS : ENDS).split(text, -1)) {
      addLabel(labels, part);
    }
    if (labels.stream().anyMatch(label -> NumberParser.parse(label, DOT).isNumber())) {
      return neither(text, "has a number that stands for nothing");
    }
    return labels(text, labels);
  }

  private static void addLabel(Set<String> labels, String part) {
    String label = CellText.strip(part);
    if (!NumberParser.isUnknown(label) || label.equalsIgnoreCase("NA")) {
      labels.add(label);
    }
  }

  /** The shares if every part has one. */
  private static Optional<List<Share>> shares(String text) {
    for (Pattern each : SHARE_ENDS) {
      List<Share> shares = new ArrayList<>();
      boolean all = true;
      for (String part : each.split(text, -1)) {
        String stripped = CellText.strip(part);
        if (all && !stripped.isEmpty()) {
          Optional<Share> share = share(stripped);
          share.ifPresent(shares::add);
          all = share.isPresent();
        }
      }
      if (all && !shares.isEmpty()) {
        return Optional.of(shares);
      }
    }
    return Optional.empty();
  }

  private static Optional<Share> share(String part) {
    for (Pattern form : FORMS) {
      Matcher parts = form.matcher(part);
      if (parts.matches()) {
        String name = bare(parts.group("name"));
        double number = Double.parseDouble(parts.group("number").replace(',', '.'));
        // Two shares in one part, as in "DE 41%, AT 20%", are told by the other separator.
        return name.isEmpty() || SHARE_WITHIN.matcher(name).find()
            ? Optional.empty()
            : Optional.of(new Share(name, number, parts.group("percent") != null));
      }
    }
    return Optional.empty();
  }

  /** Without a dash towards the number and without quotes. */
  private static String bare(String written) {
    String name = DASH.matcher(CellText.strip(written)).replaceFirst("");
    boolean quoted =
        name.length() > 2
            && (name.charAt(0) == '"' || name.charAt(0) == '\'')
            && name.charAt(name.length() - 1) == name.charAt(0);
    return quoted ? CellText.strip(name.substring(1, name.length() - 1)) : name;
  }

  /** Percentages if one has the sign or is above 1, else fractions; topics may overlap. */
  private static AudienceCell shares(String cell, List<Share> written, Labels ends) {
    if (written.size() > MOST_VALUES) {
      return neither(cell, "has more than 1,000 values");
    }
    boolean percent = written.stream().anyMatch(share -> share.percent() || share.number() > 1);
    if (percent && written.stream().anyMatch(AudienceCell::isDoubtful) && anySign(written)) {
      return neither(cell, "has shares with a percent sign and below 1 without one");
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    double sum = 0;
    for (Share share : written) {
      double fraction = percent ? share.number() / 100 : share.number();
      if (!(fraction >= 0 && fraction <= 1)) {
        return neither(cell, "has a share that is not between 0 and 100%");
      }
      if (shares.put(share.name(), fraction) != null) {
        return neither(cell, "has two shares of " + Quote.of(share.name()));
      }
      sum += fraction;
    }
    return sum > MOST_TOGETHER && ends != Labels.TOPICS
        ? neither(cell, "has shares of " + NumberText.percent(sum) + " together")
        : new AudienceCell(List.of(), shares, "");
  }

  private static boolean anySign(List<Share> written) {
    return written.stream().anyMatch(Share::percent);
  }

  private static boolean isDoubtful(Share share) {
    return !share.percent() && share.number() > 0 && share.number() <= 1;
  }

  private static AudienceCell json(String text, Labels ends) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return neither(text, "begins as JSON does and is none");
    }
    if (root.isObject()) {
      return object(text, root, ends);
    }
    Set<String> labels = new LinkedHashSet<>();
    List<Share> shares = new ArrayList<>();
    for (JsonNode item : root) {
      if (item.isTextual()) {
        addLabel(labels, item.textValue());
      } else if (item.isObject()) {
        Optional<Share> share = share(item);
        if (share.isPresent()) {
          shares.add(share.get());
        } else {
          name(item).ifPresent(name -> addLabel(labels, name));
        }
      } else {
        return neither(text, "is JSON without names and shares");
      }
    }
    if (shares.isEmpty()) {
      return labels.isEmpty() && !root.isEmpty()
          ? neither(text, "is JSON without names and shares")
          : labels(text, labels);
    }
    return labels.isEmpty() && shares.size() == root.size()
        ? shares(text, shares, ends)
        : neither(text, "has a share for some of its values and none for others");
  }

  /** {@code {"DE": 0.41}}; {@code {"code": "DE", "weight": 0.41}} is one share. */
  private static AudienceCell object(String text, JsonNode root, Labels ends) {
    Optional<Share> single = share(root);
    if (single.isPresent()) {
      return shares(text, List.of(single.get()), ends);
    }
    List<Share> shares = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      Optional<Share> share = number(CellText.strip(field.getKey()), field.getValue());
      if (share.isEmpty()) {
        return neither(text, "is JSON without names and shares");
      }
      shares.add(share.get());
    }
    return shares.isEmpty() ? labels(text, Set.of()) : shares(text, shares, ends);
  }

  private static Optional<String> name(JsonNode item) {
    for (String key : NAMES) {
      JsonNode node = item.path(key);
      if (node.isTextual() && !CellText.strip(node.textValue()).isEmpty()) {
        return Optional.of(CellText.strip(node.textValue()));
      }
    }
    return Optional.empty();
  }

  /** The share in an object of a list; which of its fields is which, their names tell. */
  private static Optional<Share> share(JsonNode item) {
    Optional<String> name = name(item);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (String key : SHARES) {
      JsonNode node = item.path(key);
      Optional<Share> share =
          node.isTextual() && CellText.strip(node.textValue()).equals(name.get())
              ? Optional.empty()
              : number(name.get(), node);
      if (share.isPresent()) {
        return share;
      }
    }
    return Optional.empty();
  }

  private static Optional<Share> number(String name, JsonNode node) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (node.isNumber()) {
      return Optional.of(new Share(name, node.doubleValue(), false));
    }
    if (!node.isTextual()) {
      return Optional.empty();
    }
    NumberParser.Cell cell = NumberParser.parse(node.textValue(), DOT);
    return cell.isNumber() && !cell.abbreviated() && !NumberParser.isAmbiguous(node.textValue())
        ? Optional.of(
            new Share(name, cell.percent() ? cell.value() * 100 : cell.value(), cell.percent()))
        : Optional.empty();
  }

  /** The values without shares, each once, in their order; empty if there are shares. */
  public List<String> labels() {
    return labels;
  }

  /** Fractions in [0, 1] by value, in their order, not to be changed; empty if there are none. */
  public Map<String, Double> shares() {
    return shares;
  }

  /** Why the cell is neither labels nor shares, with the cell; empty if it is one of them. */
  public String reason() {
    return reason;
  }
}
