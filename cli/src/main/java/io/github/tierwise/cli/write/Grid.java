package io.github.tierwise.cli.write;

import java.util.List;

/**
 * Figures as a table.
 *
 * @param caption what it shows
 * @param header the titles of the columns
 * @param words how many columns on the left hold words; the others hold numbers
 * @param rows the cells
 */
public record Grid(String caption, List<String> header, int words, List<List<String>> rows) {

  public Grid {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table; wide ones scroll, also by keyboard. */
  String html() {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Html.escape(caption))
        .append("\">\n<table>\n<caption>")
        .append(Html.escape(caption))
        .append("</caption>\n<thead><tr>");
    for (int i = 0; i < header.size(); i++) {
      html.append("<th scope=\"col\"").append(number(i)).append('>');
      html.append(Html.escape(header.get(i))).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String tag = i == 0 ? "th" : "td";
        html.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : "").append(number(i));
        html.append('>').append(Html.escape(row.get(i))).append("</").append(tag).append('>');
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private String number(int column) {
    return column < words ? "" : " class=\"number\"";
  }
}
