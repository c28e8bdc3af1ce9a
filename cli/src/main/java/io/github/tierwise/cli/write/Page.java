package io.github.tierwise.cli.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One self-contained page: style, script and data are inside, and its policy forbids it to fetch
 * anything. It reads without scripts too, then without pictures. Texts are escaped here.
 */
public final class Page {

  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private final String title;
  private final String lead;
  private final List<String> contents = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private boolean open;

  /**
   * Starts a page.
   *
   * @param title its title
   * @param lead what it says, in a sentence or two
   */
  public Page(String title, String lead) {
    this.title = title;
    this.lead = lead;
  }

  /** Starts a section that the table of contents lists. */
  public Page section(String id, String heading) {
    close();
    contents.add("<li><a href=\"#%s\">%s</a></li>".formatted(id, Html.escape(heading)));
    body.append("<section id=\"%s\" aria-labelledby=\"%s-heading\">\n".formatted(id, id));
    body.append("<h2 id=\"%s-heading\">%s</h2>\n".formatted(id, Html.escape(heading)));
    open = true;
    return this;
  }

  private void close() {
    if (open) {
      body.append("</section>\n");
      open = false;
    }
  }

  /** Adds a paragraph. */
  public Page paragraph(String text) {
    body.append("<p>").append(Html.escape(text)).append("</p>\n");
    return this;
  }

  /** Adds a paragraph that warns. */
  public Page warning(String text) {
    body.append("<p class=\"warning\">").append(Html.escape(text)).append("</p>\n");
    return this;
  }

  /**
   * Adds what the page is made from, as it would be copied.
   *
   * @param sentence by what, of what
   * @param fingerprints the SHA-256 hash of each file that was read
   */
  public Page source(String sentence, List<String> fingerprints) {
    body.append("<pre tabindex=\"0\">");
    sentence.lines().forEach(line -> body.append(Html.escape(line)).append('\n'));
    fingerprints.forEach(hash -> body.append("Data: SHA-256 ").append(hash).append('\n'));
    body.append("Pictures: Apache ECharts 5.5.0, Apache License 2.0.\n");
    body.append("</pre>\n");
    return this;
  }

  /** Adds figures that stand out, each a number and what it is of. */
  public Page numbers(List<List<String>> pairs) {
    body.append("<dl class=\"numbers\">\n");
    for (List<String> pair : pairs) {
      body.append(
          "<div><dt>%s</dt><dd>%s</dd></div>\n"
              .formatted(Html.escape(pair.get(1)), Html.escape(pair.get(0))));
    }
    body.append("</dl>\n");
    return this;
  }

  /** Adds a list. */
  public Page list(List<String> items) {
    body.append("<ul>\n");
    items.forEach(item -> body.append("<li>").append(Html.escape(item)).append("</li>\n"));
    body.append("</ul>\n");
    return this;
  }

  /** Adds a table. */
  public Page table(Grid grid) {
    body.append(grid.html());
    return this;
  }

  /** Adds a table that is folded up at first. */
  public Page folded(String summary, Grid grid) {
    body.append("<details><summary>").append(Html.escape(summary)).append("</summary>\n");
    body.append(grid.html()).append("</details>\n");
    return this;
  }

  /** Adds a picture, what it says and, folded up, its figures. */
  public Page chart(Chart chart) {
    body.append(
        "<figure id=\"%s\" aria-labelledby=\"%s-title\">\n".formatted(chart.id(), chart.id()));
    body.append("<h3 id=\"%s-title\">%s</h3>\n".formatted(chart.id(), Html.escape(chart.title())));
    body.append("<figcaption>").append(Html.escape(chart.sentence())).append("</figcaption>\n");
    body.append(
        "<div class=\"chart\" role=\"img\" aria-label=\"%s\" data-option=\"%s-option\" style=\"height:%dpx\"></div>\n"
            .formatted(
                Html.escape(chart.title() + ": " + chart.sentence()), chart.id(), chart.height()));
    body.append("<script type=\"application/json\" id=\"%s-option\">".formatted(chart.id()));
    body.append("{\"template\":").append(Html.script(chart.template().strip()));
    body.append(",\"data\":").append(Html.script(Records.compactJson(chart.data())));
    body.append("}</script>\n");
    folded("The figures behind this picture", chart.figures());
    body.append("</figure>\n");
    return this;
  }

  /** The whole page. */
  public String html() {
    close();
    return String.join(
        "\n",
        "<!DOCTYPE html>",
        "<html lang=\"en\">",
        "<head>",
        "<meta charset=\"utf-8\">",
        // Nothing can be fetched, whatever a text in the page may try.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src"
            + " 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
            + " form-action 'none'\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "<link rel=\"icon\" href=\"data:,\">",
        "<title>" + Html.escape(title) + "</title>",
        "<style>",
        resource("page.css"),
        "</style>",
        "</head>",
        "<body>",
        "<a class=\"skip\" href=\"#main\">Skip to the figures</a>",
        "<header>",
        "<h1>" + Html.escape(title) + "</h1>",
        "<p class=\"lead\">" + Html.escape(lead) + "</p>",
        "<nav aria-label=\"Contents\"><ol>",
        String.join("\n", contents),
        "</ol></nav>",
        "<noscript><p class=\"warning\">Pictures need scripts; every figure is in the tables.</p></noscript>",
        "</header>",
        "<main id=\"main\">",
        body + "</main>",
        "<script>" + library() + "</script>",
        "<script>",
        resource("page.js"),
        "</script>",
        "</body>",
        "</html>",
        "");
  }

  private static String library() {
    // An end tag inside a text of the library would end the element.
    return resource(ECHARTS).replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }

  private static String resource(String name) {
    return resource(Page.class, name);
  }

  /** The text of a resource beside a class, such as the template of a chart. */
  public static String resource(Class<?> owner, String name) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " must be there, was missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
