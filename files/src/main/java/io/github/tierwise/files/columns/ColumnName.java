package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.WordLists;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column is by its name: a noun that real files use, and words around it such as {@code avg}
 * or {@code total}. Case, spaces and punctuation do not count.
 */
final class ColumnName {

  /** What a word around the noun says, in the order in which these words are looked for. */
  private enum Mark {
    MEAN,
    TOTAL,
    AUTHENTIC,
    PERCENT,
    NOTHING
  }

  private record Noun(Field field, int preference) {}

  private record Word(String text, Mark mark) {}

  private static final Map<String, Noun> NOUNS = new HashMap<>();
  private static final List<Word> WORDS = new ArrayList<>();

  static {
    WordLists.read(ColumnName.class, "nouns")
        .forEach(
            (key, names) -> {
              String[] parts = key.split("\\.", -1);
              Field field = Field.named(parts[0]).orElseThrow();
              Noun noun = new Noun(field, Integer.parseInt(parts[1]));
              names.forEach(name -> NOUNS.put(name, noun));
            });
    Map<String, List<String>> around = WordLists.read(ColumnName.class, "around");
    for (Mark mark : Mark.values()) {
      String key = mark.name().toLowerCase(Locale.ROOT);
      around.getOrDefault(key, List.of()).forEach(text -> WORDS.add(new Word(text, mark)));
    }
  }

  /** A number of days, as in {@code 60_day_eng_rate}. */
  private static final String PERIOD = "\\d{1,3}d(ays?)?";

  private static final Pattern ABBREVIATED_RATE =
      Pattern.compile("(?<!\\p{L})er(?!\\p{L})", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 60;

  private ColumnName() {}

  /** Lower case, letters and digits only: two headers with the same key are the same name. */
  static String key(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** What a header says; empty if no noun is known in it. */
  static Optional<ColumnMeaning> meaning(String header) {
    Optional<ColumnMeaning> price = withCurrency(header);
    return price.isPresent() ? price : meaning(header, "");
  }

  private static Optional<ColumnMeaning> meaning(String header, String currency) {
    String key = key(header);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    Optional<Noun> noun = peel(key, marks);
    if (noun.isEmpty()) {
      // category_1, Category-2
      noun = peel(key.replaceFirst("\\d$", ""), marks).filter(n -> n.field() == Field.TOPIC);
    }
    if (noun.isPresent() && key.contains("er") && isOnlyLetters(noun.get(), key, header)) {
      return Optional.empty();
    }
    if (header.contains("%")) {
      marks.add(Mark.PERCENT);
    }
    return noun.map(n -> meaning(n, marks, currency));
  }

  /** ER counts only as a word of its own, or "poster" would be a rate. */
  private static boolean isOnlyLetters(Noun noun, String key, String header) {
    return noun.field() == Field.ENGAGEMENT_RATE
        && !key.contains("rate")
        && !ABBREVIATED_RATE.matcher(header).find();
  }

  private static ColumnMeaning meaning(Noun noun, Set<Mark> marks, String currency) {
    boolean mean = marks.contains(Mark.MEAN);
    boolean perPost = noun.field().isMeanPerPost();
    int preference = noun.preference();
    if (perPost && mean) {
      preference = 0;
    }
    if (marks.contains(Mark.AUTHENTIC)) {
      preference = 2;
    }
    return new ColumnMeaning(
        noun.field(),
        preference,
        mean,
        perPost && marks.contains(Mark.TOTAL),
        marks.contains(Mark.PERCENT),
        currency);
  }

  /** A price whose name has a currency in it: {@code price (EUR)}, {@code fee €}. */
  private static Optional<ColumnMeaning> withCurrency(String header) {
    for (String token : header.strip().split("[\\s()_\\[\\]/:,-]+", -1)) {
      Optional<String> code = NumberParser.currency(token);
      if (code.isPresent()) {
        Optional<ColumnMeaning> rest = meaning(header.replace(token, " "), code.get());
        if (rest.isPresent() && rest.get().field() == Field.PRICE) {
          return rest;
        }
      }
    }
    return Optional.empty();
  }

  /** Takes known words off both ends until a noun is left. */
  private static Optional<Noun> peel(String rest, Set<Mark> marks) {
    return rest.length() > LONGEST ? Optional.empty() : peel(rest, marks, new HashSet<>());
  }

  /** Remembers what led nowhere, or a long name would take forever. */
  private static Optional<Noun> peel(String rest, Set<Mark> marks, Set<String> tried) {
    if (!tried.add(rest)) {
      return Optional.empty();
    }
    Noun noun = NOUNS.get(rest);
    if (noun != null) {
      return Optional.of(noun);
    }
    String withoutPeriod = rest.replaceFirst("^" + PERIOD + "|" + PERIOD + "$", "");
    if (!withoutPeriod.equals(rest) && !withoutPeriod.isEmpty()) {
      return peel(withoutPeriod, marks, tried);
    }
    for (Word word : WORDS) {
      int length = word.text().length();
      if (rest.length() > length) {
        Optional<Noun> found = Optional.empty();
        if (rest.startsWith(word.text())) {
          found = peel(rest.substring(length), marks, tried);
        }
        if (found.isEmpty() && rest.endsWith(word.text())) {
          found = peel(rest.substring(0, rest.length() - length), marks, tried);
        }
        if (found.isPresent()) {
          marks.add(word.mark());
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
