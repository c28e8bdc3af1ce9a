package io.github.tierwise.cli.score;

import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which targets of a brand accounts meet, and what they have instead. */
public final class TargetMatches {

  private static final int MOST_FREQUENT = 8;

  private final BrandProfile brand;
  private final Set<String> met = Collections.synchronizedSet(new HashSet<>());
  private final Map<String, Map<String, Long>> found = new LinkedHashMap<>();

  TargetMatches(BrandProfile brand) {
    this.brand = brand;
  }

  /** Those of some accounts; of a dimension of which it is known that one is met, no more. */
  TargetMatches of(ProfileColumns accounts) {
    TargetMatches own = new TargetMatches(brand);
    brand
        .targets()
        .forEach(
            (dimension, wanted) -> {
              if (met.contains(dimension)) {
                own.met.add(dimension);
              } else {
                own.look(accounts, dimension, wanted.keySet());
              }
            });
    return own;
  }

  private void look(ProfileColumns accounts, String dimension, Set<String> wanted) {
    Map<String, Long> labels = found.computeIfAbsent(dimension, key -> new HashMap<>());
    ProfileColumns.Cursor account = accounts.cursor();
    for (int row = 0; row < accounts.size(); row++) {
      account.moveTo(row);
      account.labels(dimension).forEach(label -> labels.merge(label, 1L, Long::sum));
      for (String value : wanted) {
        if (!Double.isNaN(account.audience(dimension, value))) {
          met.add(dimension);
        }
      }
    }
    if (!Collections.disjoint(labels.keySet(), wanted)) {
      met.add(dimension);
    }
  }

  /** Adds those of other accounts. */
  void add(TargetMatches others) {
    met.addAll(others.met);
    others.found.forEach(
        (dimension, labels) -> {
          Map<String, Long> own = found.computeIfAbsent(dimension, key -> new HashMap<>());
          labels.forEach((label, count) -> own.merge(label, count, Long::sum));
        });
  }

  /** A sentence for each target that nobody meets: it is probably spelt otherwise in the table. */
  List<String> unmet() {
    List<String> sentences = new ArrayList<>();
    brand
        .targets()
        .forEach(
            (dimension, wanted) -> {
              Map<String, Long> labels = found.getOrDefault(dimension, Map.of());
              if (!met.contains(dimension) && !labels.isEmpty()) {
                sentences.add(
                    "%s: nobody has %s; most frequent are %s"
                        .formatted(
                            dimension, String.join(" or ", wanted.keySet()), frequent(labels)));
              }
            });
    return sentences;
  }

  private static String frequent(Map<String, Long> labels) {
    return labels.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_FREQUENT)
        .map(entry -> entry.getKey() + " " + NumberText.count(entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
