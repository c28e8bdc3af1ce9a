package io.github.tierwise.files.cells;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Words that people use for one thing, in files beside the classes that look for them. */
public final class WordLists {

  private WordLists() {}

  /** The lists of a file: a name, and the words for it in their order. */
  public static Map<String, List<String>> read(Class<?> owner, String name) {
    String file = name + ".properties";
    Properties lists = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(owner.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      lists.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(key -> key, key -> List.of(lists.getProperty(key).split(", ", -1))));
  }
}
