package io.github.tierwise.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The accounts of {@link Workload} as a table of CSV, any number of them, and the brand for which
 * they are scored. Whoever reads it may be given the columns that count alone, or others beside
 * them, as exports have.
 */
final class SampleTable {

  /** Columns that count. */
  static final int NARROW = 10;

  /** Those, and others that do not. */
  static final int WIDE = 21;

  private static final List<String> HEADER =
      List.of(
          "username",
          "platform",
          "followers",
          "avg_likes",
          "avg_comments",
          "clicks",
          "conversions",
          "price",
          "topic:vegan",
          "country:DE");

  private static final List<String> OTHERS =
      List.of(
          "full_name",
          "profile_url",
          "biography",
          "verified",
          "following",
          "joined",
          "contact",
          "language_of_app",
          "rank",
          "note",
          "last_change");

  private static final List<String> LANGUAGES = List.of("de", "en", "fr", "tr", "es");

  /** So many are made at a time. */
  static final int PART = 1 << 18;

  /** What {@link Workload#scorer} is made of, as a file. */
  static final String BRAND =
      """
      budget = 5000
      currency = "USD"
      size = "sme"
      own_presence = true
      [topics]
      vegan = 1.0
      [audience.country]
      DE = 1.0
      [priorities]
      conversion = 2.0
      """;

  private SampleTable() {}

  /** Writes a table with so many accounts and columns. */
  static void write(Path file, long rows, int columns) throws IOException {
    if (columns != NARROW && columns != WIDE) {
      throw new IllegalArgumentException("columns must be 10 or 21, was " + columns);
    }
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(String.join(",", HEADER));
      if (columns == WIDE) {
        out.write("," + String.join(",", OTHERS));
      }
      out.write('\n');
      for (long done = 0; done < rows; done += PART) {
        write(out, new Workload((int) Math.min(PART, rows - done), done), done, columns);
      }
    }
  }

  private static void write(BufferedWriter out, Workload part, long before, int columns)
      throws IOException {
    List<double[]> inputs = part.inputs();
    StringBuilder line = new StringBuilder();
    for (int row = 0; row < part.rows; row++) {
      long number = before + row;
      line.setLength(0);
      line.append("acct_").append(number).append(",instagram");
      for (double[] column : inputs) {
        line.append(',');
        append(line, column[row]);
      }
      if (columns == WIDE) {
        appendOthers(line, number);
      }
      out.append(line.append('\n'));
    }
  }

  private static void append(StringBuilder line, double value) {
    if (value == Math.rint(value)) {
      line.append((long) value);
    } else if (!Double.isNaN(value)) {
      line.append(value);
    }
  }

  private static void appendOthers(StringBuilder line, long number) {
    long mixed = (number * 0x9E3779B97F4A7C15L) >>> 20;
    line.append(",Name ").append(mixed % 9_973);
    line.append(",p/").append(number);
    line.append(mixed % 4 == 0 ? ",\"plants, and \"\"more\"\"\"" : ",");
    line.append(mixed % 9 == 0 ? ",yes" : ",no");
    line.append(',').append(mixed % 7_001);
    line.append(',').append(2010 + mixed % 16).append("-0").append(1 + mixed % 9).append("-17");
    line.append(mixed % 5 == 0 ? ",by mail" : ",");
    line.append(',').append(LANGUAGES.get((int) (mixed % LANGUAGES.size())));
    line.append(',').append(1 + mixed % 100);
    line.append(mixed % 3 == 0 ? ",asked" : ",");
    line.append(',').append(mixed % 28);
  }

  /**
   * Writes a table.
   *
   * @param args the file, how many accounts, and how many columns
   */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2]));
  }
}
