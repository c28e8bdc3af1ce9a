package io.github.tierwise.spark;

import io.github.tierwise.profile.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.spark.unsafe.types.UTF8String;

/** Platforms by the names in the data, each looked up once. Not thread-safe. */
final class Platforms {

  private final Map<String, Platform> byName = new HashMap<>();
  private final Map<UTF8String, Platform> byBytes = new HashMap<>();

  /** The platform of a name; accounts tell how a row is called in a message. */
  Platform of(String name, IntFunction<String> accounts, int row) {
    Platform known = byName.get(name);
    if (known == null) {
      known = Platform.named(name).orElseThrow(() -> refused(name, accounts.apply(row)));
      byName.put(name, known);
    }
    return known;
  }

  /** The same of a name inside of Spark. */
  Platform of(UTF8String name, IntFunction<String> accounts, int row) {
    Platform known = byBytes.get(name);
    if (known == null) {
      known = of(name.toString(), accounts, row);
      // The bytes are those of a buffer that is filled anew.
      byBytes.put(name.copy(), known);
    }
    return known;
  }

  private static IllegalArgumentException refused(String name, String account) {
    return new IllegalArgumentException(
        "platform must be one of %s, or null, was \"%s\" (%s)"
            .formatted(List.of(Platform.values()), name, account));
  }
}
