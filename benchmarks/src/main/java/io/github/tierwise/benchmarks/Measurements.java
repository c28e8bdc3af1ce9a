package io.github.tierwise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of one Java, as {@link Results} wrote them. */
final class Measurements {

  /** Who was timed: an id, a number of threads and of accounts. */
  record Key(String id, int threads, int rows) {}

  /** What JMH tells of a benchmark, per account. */
  record Jmh(double mean, double error, double bytes) {}

  private final Map<String, String> about = new LinkedHashMap<>();
  private final Set<String> peers = new LinkedHashSet<>();
  private final Map<Key, List<Double>> wall = new LinkedHashMap<>();
  private final Map<Key, List<Double>> cpu = new LinkedHashMap<>();
  private final Map<String, Jmh> jmh = new LinkedHashMap<>();

  Measurements(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "about" -> {
          if (fields[1].equals("peer")) {
            peers.add(fields[2]);
          } else {
            about.put(fields[1], fields[2]);
          }
        }
        case "sample" -> {
          Key key = new Key(fields[1], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
          rounds(wall, key).add(Double.valueOf(fields[5]));
          rounds(cpu, key).add(Double.valueOf(fields[6]));
        }
        case "jmh" ->
            jmh.put(
                fields[1],
                new Jmh(
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4])));
        default -> {}
      }
    }
  }

  /** Those of files that are named from an argument on. */
  static List<Measurements> all(String[] args, int from) throws IOException {
    List<Measurements> all = new ArrayList<>();
    for (int i = from; i < args.length; i++) {
      all.add(new Measurements(Path.of(args[i])));
    }
    return all;
  }

  private static List<Double> rounds(Map<Key, List<Double>> all, Key key) {
    return all.computeIfAbsent(key, k -> new ArrayList<>());
  }

  String about(String what) {
    return about.getOrDefault(what, "");
  }

  Set<String> peers() {
    return peers;
  }

  Set<Key> keys() {
    return wall.keySet();
  }

  Map<String, Jmh> jmh() {
    return jmh;
  }

  /** The most accounts that somebody was timed with; 0 if not at all. */
  int rows(String id, int threads) {
    return wall.keySet().stream()
        .filter(key -> key.id().equals(id) && key.threads() == threads)
        .mapToInt(Key::rows)
        .max()
        .orElse(0);
  }

  int rounds() {
    return wall.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Time per account in ns: processor time on one thread, wall time on several. */
  Figure time(Key key) {
    return Figure.of(times(key, key.threads() == 1));
  }

  private double[] times(Key key, boolean processor) {
    return (processor ? cpu : wall)
        .getOrDefault(key, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * How many times as long one takes per account as the other, round by round; on as many accounts
   * if both were timed so.
   */
  Figure ratio(String id, int threads, String other, int otherThreads) {
    int rows = rows(id, threads);
    int otherRows = rows(other, otherThreads);
    if (wall.containsKey(new Key(other, otherThreads, rows))) {
      otherRows = rows;
    } else if (wall.containsKey(new Key(id, threads, otherRows))) {
      rows = otherRows;
    }
    boolean processor = threads == 1 && otherThreads == 1;
    double[] a = times(new Key(id, threads, rows), processor);
    double[] b = times(new Key(other, otherThreads, otherRows), processor);
    double[] ratios = new double[Math.min(a.length, b.length)];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = a[i] / b[i];
    }
    return Figure.of(ratios);
  }

  /** How many times as long one takes per account as another, round by round. */
  Figure ratio(Key one, Key other) {
    double[] a = times(one, false);
    double[] b = times(other, false);
    double[] ratios = new double[Math.min(a.length, b.length)];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = a[i] / b[i];
    }
    return Figure.of(ratios);
  }

  /** Seconds by the clock. */
  Figure seconds(Key key) {
    return seconds(wall.getOrDefault(key, List.of()), key);
  }

  /** Seconds of the processor. */
  Figure processorSeconds(Key key) {
    return seconds(cpu.getOrDefault(key, List.of()), key);
  }

  private static Figure seconds(List<Double> perAccount, Key key) {
    return Figure.of(perAccount.stream().mapToDouble(each -> each * key.rows() / 1e9).toArray());
  }
}
