package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.columns.ColumnMeaning.Aggregate;
import io.github.tierwise.profile.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column is by its name: a noun that real files use, and words around it such as {@code avg}
 * or {@code instagram}, in any of the languages of {@code words.tsv}. Case, accents, spaces and
 * punctuation do not count.
 */
public final class ColumnName {

  private static final char ASCII = 0x80;

  // The words are read by it, so that it stands first.
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

  private record Noun(Field field, int preference, Optional<Platform> network, String language) {}

  /** A word around a noun: what it says, and of what. */
  private record Word(String text, String says, String of) {}

  private static final Map<String, Noun> NOUNS = new HashMap<>();
  private static final List<Word> WORDS = new ArrayList<>();

  /** Which words begin with a letter, if they have no other, or with two: of all words few do. */
  private static final Map<String, BitSet> WORDS_BY_START = new HashMap<>();

  private static final Map<String, BitSet> WORDS_BY_END = new HashMap<>();
  private static final BitSet NO_WORDS = new BitSet();
  private static final Set<String> SUMMARIES = new HashSet<>();

  /** What statistics programs call rows; no account is called so. */
  private static final Set<String> QUARTILES = Set.of("25%", "50%", "75%");

  private static final BitSet FIRST_OF_SUMMARIES = new BitSet();

  /** No summary in letters of ASCII has more of them, and none has a digit: a test says so. */
  static final int LONGEST_SUMMARY = 24;

  static {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ColumnName.class.getResourceAsStream("words.tsv"), "words.tsv"),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(ColumnName::learn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number of days, as in {@code 60_day_eng_rate}. */
  private static final Pattern PERIOD =
      Pattern.compile("^(?:last)?\\d{1,3}d(?:ays?)?|(?:last)?\\d{1,3}d(?:ays?)?$");

  private static final Pattern ABBREVIATED_RATE =
      Pattern.compile("(?<!\\p{L})er(?!\\p{L})", Pattern.CASE_INSENSITIVE);

  /** A unit of one letter, or '000, counts only as a word of its own at the end. */
  private static final Pattern UNIT =
      Pattern.compile(
          "[\\s_(\\[/,-]+(?:(?:in|en|em|w|dalam)\\s+)?(?<unit>k|m|b|mil|['’]?000s?)\\s*[)\\]]?\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** How a text may end in which {@link #UNIT} is found; a blank may follow it. */
  private static final String UNIT_ENDS = "kKmMbBlL0sS)] \t\n\u000B\f\r\u0085\u2028\u2029";

  /** Of X only as a word of its own, or every name with an x would be one of that network. */
  private static final Pattern NETWORK_X =
      Pattern.compile("(?<![\\p{L}\\p{N}])x(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

  /** Between words of a header that may be a currency. */
  private static final Pattern TOKEN_ENDS = Pattern.compile("[\\s()_\\[\\]/:,-]+");

  private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}]+");

  private static final Pattern CASE_BORDER = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private static final Set<String> PARTS =
      Set.of("feed", "reel", "reels", "posts", "audience", "stats", "metrics", "profile");

  private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^()]{0,20}\\)$");

  private static final int LONGEST = 60;

  /** A part in a thousand is neither a count nor a percentage. */
  private static final char PER_MILLE = '‰';

  private ColumnName() {}

  private static void learn(String line) {
    String[] parts = line.split("\t", -1);
    String[] says = parts[1].split("\\.", -1);
    Optional<Field> field = Field.named(says[0]);
    for (String written : parts[2].split(", ", -1)) {
      String word = key(written);
      if (field.isPresent()) {
        Optional<Platform> network = says.length > 2 ? Platform.named(says[2]) : Optional.empty();
        NOUNS.put(word, new Noun(field.get(), Integer.parseInt(says[1]), network, parts[0]));
      } else if (says[0].equals("summary")) {
        SUMMARIES.add(word);
        FIRST_OF_SUMMARIES.set(word.charAt(0));
      } else {
        int ends = Math.min(2, word.length());
        WORDS_BY_START
            .computeIfAbsent(word.substring(0, ends), letters -> new BitSet())
            .set(WORDS.size());
        WORDS_BY_END
            .computeIfAbsent(word.substring(word.length() - ends), letters -> new BitSet())
            .set(WORDS.size());
        WORDS.add(new Word(word, says[0], says.length > 1 ? says[1] : ""));
      }
    }
  }

  /** Lower case without accents, letters and digits only: headers with one key are one name. */
  static String key(String header) {
    return isAscii(header) ? asciiKey(header) : anyKey(header);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  /** The same as of any header, without its many steps: a table may have 100,000 names. */
  private static String asciiKey(String header) {
    char[] key = new char[header.length()];
    int length = 0;
    for (int i = 0; i < key.length; i++) {
      char c = header.charAt(i);
      if ((c >= 'a' && c <= 'z') || isDigit(c)) {
        key[length++] = c;
      } else if (c >= 'A' && c <= 'Z') {
        key[length++] = Character.toLowerCase(c);
      }
    }
    return new String(key, 0, length);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String anyKey(String header) {
    String bare =
        Normalizer.normalize(
            Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
            Normalizer.Form.NFD);
    return NO_LETTER_OR_DIGIT.matcher(bare).replaceAll("");
  }

  /** What a header says; empty if no noun is known in it. */
  static Optional<ColumnMeaning> meaning(String header) {
    if (header.indexOf(PER_MILLE) >= 0) {
      return Optional.empty();
    }
    Optional<ColumnMeaning> price = withCurrency(header);
    return price.isPresent() ? price : meaning(header, "");
  }

  private static Optional<ColumnMeaning> meaning(String header, String currency) {
    String rest = header;
    List<Word> said = new ArrayList<>();
    String doubtful = "";
    Matcher unit = UNIT.matcher(rest);
    if (mayHaveUnit(rest) && unit.find() && unit.start() > 0) {
      String text = unit.group("unit").toLowerCase(Locale.ROOT);
      rest = rest.substring(0, unit.start());
      if (text.equals("k") || text.contains("000")) {
        said.add(new Word(text, "unit", "3"));
      } else {
        doubtful = unit.group("unit");
      }
    }
    if ((rest.indexOf('x') >= 0 || rest.indexOf('X') >= 0) && NETWORK_X.matcher(rest).find()) {
      rest = NETWORK_X.matcher(rest).replaceAll(" ");
      said.add(new Word("x", "network", "x"));
    }
    String key = key(rest);
    Optional<Noun> noun = peel(key, said);
    if (noun.isEmpty() && !key.isEmpty() && isDigit(key.charAt(key.length() - 1))) {
      // category_1, Category-2
      noun = peel(key.substring(0, key.length() - 1), said).filter(n -> n.field() == Field.TOPIC);
    }
    if (noun.isPresent() && key.contains("er") && isOnlyLetters(noun.get(), key, header)) {
      return Optional.empty();
    }
    if (noun.isPresent() && isPriceOfReel(noun.get(), said)) {
      return Optional.empty();
    }
    if (header.contains("%")) {
      said.add(new Word("%", "percent", ""));
    }
    String doubtfulUnit = doubtful;
    return noun.map(n -> meaning(n, said, doubtfulUnit, currency));
  }

  /** Whether a header has a bracket at its end, or a letter that a unit ends with. */
  private static boolean mayHaveUnit(String header) {
    return !header.isEmpty() && UNIT_ENDS.indexOf(header.charAt(header.length() - 1)) >= 0;
  }

  /** ER counts only as a word of its own, or "poster" would be a rate. */
  private static boolean isOnlyLetters(Noun noun, String key, String header) {
    return noun.field() == Field.ENGAGEMENT_RATE
        && key.contains("er")
        && noun.language().equals("en")
        && !key.contains("rate")
        && !ABBREVIATED_RATE.matcher(header).find();
  }

  /** The price of a reel is not that of a post. */
  private static boolean isPriceOfReel(Noun noun, List<Word> said) {
    return noun.field() == Field.PRICE
        && said.stream().anyMatch(word -> word.text().equals("perreel"));
  }

  private static ColumnMeaning meaning(
      Noun noun, List<Word> said, String doubtfulUnit, String currency) {
    Aggregate aggregate =
        of(said, "window").filter("each"::equals).isPresent()
            ? Aggregate.WINDOW
            : says(said, "mean")
                ? Aggregate.MEAN
                : says(said, "total")
                    ? Aggregate.TOTAL
                    : says(said, "window") ? Aggregate.WINDOW : Aggregate.UNSAID;
    int preference = noun.preference();
    if (noun.field().isMeanPerPost() && aggregate == Aggregate.MEAN) {
      preference = 0;
    }
    if (says(said, "authentic")) {
      preference = 2;
    }
    int power = of(said, "unit").map(Integer::parseInt).orElse(0);
    String unit = doubtfulUnit;
    boolean iberian = noun.language().equals("es") || noun.language().equals("pt");
    if (unit.equalsIgnoreCase("mil") && iberian) {
      power = 3;
      unit = "";
    } else if (unit.equalsIgnoreCase("m") && !iberian) {
      power = 6;
      unit = "";
    } else if (unit.equalsIgnoreCase("b") && noun.language().equals("tr")) {
      power = 3;
      unit = "";
    }
    return new ColumnMeaning(
        noun.field(),
        preference,
        noun.network().or(() -> of(said, "network").flatMap(Platform::named)),
        aggregate,
        power,
        unit,
        says(said, "percent"),
        currency,
        noun.language());
  }

  private static boolean says(List<Word> said, String what) {
    return said.stream().anyMatch(word -> word.says().equals(what));
  }

  private static Optional<String> of(List<Word> said, String what) {
    return said.stream().filter(word -> word.says().equals(what)).map(Word::of).findFirst();
  }

  /** A price whose name has a currency in it: {@code price (EUR)}, {@code fee €}. */
  private static Optional<ColumnMeaning> withCurrency(String header) {
    for (String token : TOKEN_ENDS.split(header.strip(), -1)) {
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

  /** A noun that was left, how long its name is, and the words that were taken off. */
  private record Peeled(Noun noun, int length, List<Word> said) {

    private Peeled and(Word word) {
      List<Word> all = new ArrayList<>(said);
      all.add(word);
      return new Peeled(noun, length, all);
    }
  }

  /** Takes known words off both ends until a noun is left, and keeps what they say. */
  private static Optional<Noun> peel(String name, List<Word> said) {
    Optional<Peeled> found =
        name.length() > LONGEST ? Optional.empty() : peel(name, new HashMap<>());
    found.ifPresent(peeled -> said.addAll(peeled.said()));
    return found.map(Peeled::noun);
  }

  /**
   * Of several nouns the longest: {@code usermediacount} is a count of media, not a user. Remembers
   * what was found, or a long name would take forever.
   */
  private static Optional<Peeled> peel(String rest, Map<String, Optional<Peeled>> known) {
    Optional<Peeled> before = known.get(rest);
    if (before != null) {
      return before;
    }
    Noun noun = NOUNS.get(rest);
    Optional<Peeled> best =
        noun == null ? Optional.empty() : Optional.of(new Peeled(noun, rest.length(), List.of()));
    known.put(rest, best);
    if (best.isEmpty() && !rest.isEmpty()) {
      String withoutPeriod = hasDays(rest) ? PERIOD.matcher(rest).replaceFirst("") : rest;
      if (!withoutPeriod.equals(rest) && !withoutPeriod.isEmpty()) {
        best = peel(withoutPeriod, known).map(each -> each.and(new Word(rest, "window", "")));
      }
      BitSet fitting = fitting(rest);
      for (int i = fitting.nextSetBit(0); i >= 0; i = fitting.nextSetBit(i + 1)) {
        Word word = WORDS.get(i);
        int length = word.text().length();
        if (rest.length() > length) {
          if (rest.startsWith(word.text())) {
            best = longer(best, peel(rest.substring(length), known), word);
          }
          if (rest.endsWith(word.text())) {
            best = longer(best, peel(rest.substring(0, rest.length() - length), known), word);
          }
        }
      }
      known.put(rest, best);
    }
    return best;
  }

  /** Whether there is a D behind a digit. */
  private static boolean hasDays(String text) {
    for (int d = text.indexOf('d', 1); d > 0; d = text.indexOf('d', d + 1)) {
      if (isDigit(text.charAt(d - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Which words a text may begin or end with. */
  private static BitSet fitting(String text) {
    BitSet fitting = new BitSet();
    for (int letters = 1; letters <= Math.min(2, text.length()); letters++) {
      fitting.or(WORDS_BY_START.getOrDefault(text.substring(0, letters), NO_WORDS));
      fitting.or(WORDS_BY_END.getOrDefault(text.substring(text.length() - letters), NO_WORDS));
    }
    return fitting;
  }

  private static Optional<Peeled> longer(
      Optional<Peeled> best, Optional<Peeled> other, Word takenOff) {
    return other.isPresent() && (best.isEmpty() || other.get().length() > best.get().length())
        ? Optional.of(other.get().and(takenOff))
        : best;
  }

  /**
   * Whether a name is that of a row which sums up other rows: {@code Total}, {@code Total (12)}.
   */
  public static boolean isSummary(String name) {
    if (QUARTILES.contains(name)) {
      return true;
    }
    if (isLongerThanASummary(name)) {
      return false;
    }
    return SUMMARIES.contains(key(IN_BRACKETS.matcher(name).replaceFirst("")));
  }

  /** Most names have a digit, or more letters: these need no closer look. */
  private static boolean isLongerThanASummary(String name) {
    int letters = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c > '~' || c == '(') {
        return false;
      }
      if (c >= '0' && c <= '9') {
        return true;
      }
      letters += Character.isLetter(c) ? 1 : 0;
    }
    return letters > LONGEST_SUMMARY || !FIRST_OF_SUMMARIES.get(firstLetter(name));
  }

  private static int firstLetter(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetter(name.charAt(i))) {
        return Character.toLowerCase(name.charAt(i));
      }
    }
    return 0;
  }

  /** Whether a text says where on an account something is counted: {@code Feed}, {@code Reels}. */
  static boolean isPartOfAccount(String text) {
    String key = key(text);
    return PARTS.contains(key)
        || NOUNS.containsKey(key)
        || WORDS.stream().anyMatch(word -> word.text().equals(key));
  }

  /** The networks that a text names as words of their own, as a file name does. */
  static Set<Platform> networks(String text) {
    Set<Platform> found = new HashSet<>();
    String spaced = CASE_BORDER.matcher(text).replaceAll(" ");
    for (String token : WORD_ENDS.split(spaced, -1)) {
      String key = key(token);
      WORDS.stream()
          .filter(word -> word.says().equals("network") && word.text().equals(key))
          .forEach(word -> Platform.named(word.of()).ifPresent(found::add));
    }
    return found;
  }
}
