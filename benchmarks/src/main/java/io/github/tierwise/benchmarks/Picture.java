package io.github.tierwise.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One dot a contender on a logarithmic line of ns an account. On white, for any background. */
final class Picture {

  private static final int LEFT = 250;
  private static final int RIGHT = 640;
  private static final int TOP = 52;
  private static final int STEP = 30;

  private static final String OURS = "#0072B2";
  private static final String LIMIT = "#777777";
  private static final String OTHER = "#B24A00";

  private record Dot(String name, Figure time, String colour) {}

  private final List<Dot> dots = new ArrayList<>();

  /** The newest Java tells of everybody, each Java of us. */
  Picture(List<Measurements> all) {
    Measurements newest = all.get(all.size() - 1);
    add(newest, "memory", "memory limit", LIMIT);
    add(newest, "c", "C, gcc -O3", LIMIT);
    for (int i = all.size() - 1; i >= 0; i--) {
      add(all.get(i), "ours", "Tierwise, Java " + all.get(i).about("java"), OURS);
    }
    add(newest, "loop", "plain loop, Math.log", OTHER);
    add(newest, "objects", "array of objects", OTHER);
    add(newest, "duckdb", "DuckDB", OTHER);
    add(newest, "jpmml", "JPMML-Evaluator", OTHER);
  }

  private void add(Measurements measurements, String id, String name, String colour) {
    Figure time = measurements.time(new Measurements.Key(id, 1, measurements.rows(id, 1)));
    if (time.isKnown()) {
      dots.add(new Dot(name, time, colour));
    }
  }

  /** From 1 ns to 100 µs. */
  private static double x(double time) {
    return LEFT + (RIGHT - LEFT) * Math.log10(Math.max(1, time)) / 5;
  }

  String svg() {
    int bottom = TOP + STEP * dots.size();
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 700 %d\" role=\"img\" aria-labelledby=\"t d\" font-family=\"system-ui, sans-serif\" font-size=\"13\">",
        bottom + 50);
    line(svg, "<title id=\"t\">Time to score one of many accounts, one thread</title>");
    line(svg, "<desc id=\"d\">%s</desc>", description());
    line(svg, "<rect width=\"700\" height=\"%d\" fill=\"#ffffff\"/>", bottom + 50);
    line(
        svg,
        "<text x=\"20\" y=\"28\" font-size=\"15\" fill=\"#222222\">Five outputs an account, one thread: ns an account, less is better</text>");
    for (int power = 0; power <= 5; power++) {
      double x = x(Math.pow(10, power));
      line(
          svg,
          "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dddddd\"/>",
          x,
          TOP - 8,
          x,
          bottom);
      line(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#333333\">%,d</text>",
          x,
          bottom + 18,
          Math.round(Math.pow(10, power)));
    }
    for (int i = 0; i < dots.size(); i++) {
      dot(svg, dots.get(i), TOP + STEP * i + STEP / 2);
    }
    line(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#666666\">median of all rounds; the bar is from the least to the most</text>",
        RIGHT,
        bottom + 38);
    return svg.append("</svg>\n").toString();
  }

  private String description() {
    List<String> parts =
        dots.stream()
            .map(dot -> "%s %s ns".formatted(dot.name(), Figure.digits(dot.time().median())))
            .toList();
    return String.join(", ", parts) + ".";
  }

  private static void dot(StringBuilder svg, Dot dot, int y) {
    line(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222222\">%s</text>",
        LEFT - 12,
        y + 4,
        dot.name());
    line(
        svg,
        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-width=\"4\" stroke-opacity=\"0.4\"/>",
        x(dot.time().low()),
        y,
        x(dot.time().high()),
        y,
        dot.colour());
    line(
        svg,
        "<circle cx=\"%.1f\" cy=\"%d\" r=\"6\" fill=\"%s\"/>",
        x(dot.time().median()),
        y,
        dot.colour());
    line(
        svg,
        "<text x=\"%.1f\" y=\"%d\" fill=\"%s\">%s</text>",
        x(dot.time().high()) + 11,
        y + 4,
        dot.colour(),
        Figure.digits(dot.time().median()));
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
