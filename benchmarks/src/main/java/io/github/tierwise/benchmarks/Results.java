package io.github.tierwise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured on one Java, as lines of fields with a tab between; {@link Report} reads them.
 */
final class Results {

  private final List<String> lines = new ArrayList<>();

  /** What machine and Java this is. No name of the host, no path. */
  void machine() throws IOException {
    about("java", Integer.toString(Runtime.version().feature()));
    about(
        "virtual machine",
        "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()));
    about(
        "system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    about("processor", field("/proc/cpuinfo", "model name"));
    about("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    String memory = field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
    about("memory", memory.isEmpty() ? "" : "%.0f GiB".formatted(Long.parseLong(memory) / 0x1p20));
  }

  /** The first value of that name in a file of Linux; empty elsewhere. */
  private static String field(String file, String name) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "";
    }
    try (Stream<String> all = Files.lines(path)) {
      return all.filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    }
  }

  void about(String what, String value) {
    add("about", what, value);
  }

  void verified(Contender contender, double worst) {
    if (!Double.isNaN(worst)) {
      System.out.printf(
          "%s on %d thread(s) does the same work: %,d rows, largest relative difference %.1e%n",
          contender.id(), contender.threads(), contender.rows(), worst);
      add("verified", contender.id(), contender.threads(), contender.rows(), worst);
    }
  }

  /** That somebody does the same work. */
  void verified(String id, int rows, double worst) {
    System.out.printf(
        "%s does the same work: %,d rows, largest relative difference %.1e%n", id, rows, worst);
    add("verified", id, 2, rows, worst);
  }

  /** The time of one turn. */
  void sample(Contender contender, int round, Contender.Time time) {
    sample(contender.id(), contender.threads(), contender.rows(), round, time.wall(), time.cpu());
  }

  /** The time of one turn, in ns. */
  void sample(String id, int threads, int rows, int round, double wall, double cpu) {
    add(
        "sample",
        id,
        threads,
        rows,
        round,
        "%.4f".formatted(wall / rows),
        "%.4f".formatted(cpu / rows));
  }

  /** A figure of JMH: mean time and its error in ns, and bytes allocated, all per account. */
  void jmh(String id, double mean, double error, double bytes) {
    add("jmh", id, mean, error, bytes);
  }

  private void add(Object... fields) {
    lines.add(String.join("\t", Stream.of(fields).map(String::valueOf).toList()));
  }

  void write(Path file) throws IOException {
    Files.write(file, lines);
  }
}
