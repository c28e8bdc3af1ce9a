package io.github.tierwise.cli.write;

/**
 * A picture with what it says and the figures behind it.
 *
 * @param id its name in the page, letters and hyphens
 * @param title its title
 * @param sentence what it shows, in words
 * @param height of the picture in pixels
 * @param template what ECharts draws, as JSON; in it {@code {"$data": "name"}} stands for an entry
 *     of {@code data}, {@code {"$color": "token"}} for a colour of the page's style sheet, light or
 *     dark as the reader has it, and {@code {"$fn": "name"}} for a function of the page's script
 * @param data what is drawn; colours and functions may stand in it too
 * @param figures the figures
 */
public record Chart(
    String id,
    String title,
    String sentence,
    int height,
    String template,
    RecordMap data,
    Grid figures) {

  /** A colour of the page's style sheet. */
  public static RecordMap color(String token) {
    return RecordMap.of("$color", token);
  }

  /** A function of the page's script. */
  public static RecordMap function(String name) {
    return RecordMap.of("$fn", name);
  }
}
