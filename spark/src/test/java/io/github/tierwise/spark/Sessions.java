package io.github.tierwise.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** One session on this machine for all tests: starting one takes seconds. */
final class Sessions {

  private static final SparkSession SESSION = start();

  private Sessions() {}

  private static SparkSession start() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "spark").toAbsolutePath();
      return SparkSession.builder()
          .master("local[2]")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 2)
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.local.dir", folder.toString())
          .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
          .getOrCreate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SparkSession session() {
    return SESSION;
  }

  /** Scores over the public API alone. */
  static <T> T byRows(Supplier<T> does) {
    return with(Map.of("spark.tierwise.columnar", "false"), does);
  }

  /** Does something under settings that are taken back. */
  static <T> T with(Map<String, String> settings, Supplier<T> does) {
    settings.forEach((name, value) -> SESSION.conf().set(name, value));
    try {
      return does.get();
    } finally {
      settings.keySet().forEach(SESSION.conf()::unset);
    }
  }
}
