package io.github.tierwise.cli.report;

import java.util.Map;

/**
 * A picture with what it says and the figures behind it.
 *
 * @param id its name in the page, letters and hyphens
 * @param title its title
 * @param sentence what it shows, in words
 * @param height of the picture in pixels
 * @param option what ECharts draws; {@link #color} and {@link #function} stand for what the page
 *     fills in
 * @param figures the figures
 */
public record Chart(
    String id,
    String title,
    String sentence,
    int height,
    Map<String, Object> option,
    Grid figures) {

  /** A colour of the page's style sheet, light or dark as the reader has it. */
  public static Map<String, Object> color(String token) {
    return Map.of("$color", token);
  }

  /** A function of the page's script. */
  public static Map<String, Object> function(String name) {
    return Map.of("$fn", name);
  }
}
