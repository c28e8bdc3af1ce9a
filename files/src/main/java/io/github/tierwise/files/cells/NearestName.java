package io.github.tierwise.files.cells;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the name that somebody may have meant, by Levenshtein's distance. */
public final class NearestName {

  private static final int SHORT = 4;

  private record Candidate(String name, int distance) {}

  private NearestName() {}

  /** The nearest of the names, unless even that one is further than a slip of the pen. */
  public static Optional<String> to(String wrong, Collection<String> names) {
    return some(wrong, names, 1).stream().findFirst();
  }

  /** Up to {@code most} names, nearest first, none further than a slip of the pen. */
  public static List<String> some(String wrong, Collection<String> names, int most) {
    return some(wrong, names.stream(), most);
  }

  /** As above, of names that are too many to be held; one that comes twice is one. */
  public static List<String> some(String wrong, Stream<String> names, int most) {
    String key = wrong.toLowerCase(Locale.ROOT);
    // Of a short word two other letters make another word.
    int farthest = key.length() <= SHORT ? 1 : Math.max(2, key.length() / 3);
    return names
        .map(name -> new Candidate(name, distance(key, name.toLowerCase(Locale.ROOT), farthest)))
        .filter(candidate -> candidate.distance() <= farthest)
        .distinct()
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(most)
        .map(Candidate::name)
        .toList();
  }

  /** The end of an error message: {@code , did you mean "budget"?}, or nothing. */
  public static String hint(String wrong, Collection<String> names) {
    return to(wrong, names).map(name -> ", did you mean \"" + name + "\"?").orElse("");
  }

  /** The same of a few names, behind what they all begin with; all of them if none is near. */
  public static String hintOrAll(String start, String wrong, Collection<String> names) {
    return to(wrong, names)
        .map(name -> ", did you mean \"" + start + name + "\"?")
        .orElse("; known are " + String.join(", ", names));
  }

  /** Names in quotes, with commas. */
  public static String quoted(Collection<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }

  /** Insertions, deletions and substitutions between two texts; beyond the limit just too many. */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
