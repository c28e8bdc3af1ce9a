package io.github.tierwise.cli.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One self-contained page: style, script and data are inside, and its policy forbids it to fetch
 * anything. It reads without scripts too, then without pictures. Texts are escaped here.
 */
public final class Page {

  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private static final String UNDRAWN =
      "<noscript><p class=\"warning\">Pictures need scripts; every figure is in the tables.</p></noscript>\n";

  private final String title;
  private final String lead;
  private final List<String> contents = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder style = new StringBuilder(resource("page.css"));
  private final StringBuilder script = new StringBuilder(resource("page.js"));
  private boolean open;
  private boolean drawn;

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

  /** Adds style and script of its own: the resources of that name beside a class. */
  public Page with(Class<?> owner, String name) {
    style.append('\n').append(resource(owner, name + ".css"));
    script.append('\n').append(resource(owner, name + ".js"));
    return this;
  }

  /** Adds markup with texts in it, which are escaped. */
  public Page add(String html, String... texts) {
    body.append(html.formatted(Arrays.stream(texts).map(Html::escape).toArray()));
    return this;
  }

  /** Starts a section that the table of contents lists. */
  public Page section(String id, String heading) {
    close();
    contents.add("<li><a href=\"#%s\">%s</a></li>".formatted(id, Html.escape(heading)));
    open = true;
    return add(
        """
        <section id="%1$s" aria-labelledby="%1$s-heading">
        <h2 id="%1$s-heading">%2$s</h2>
        """,
        id, heading);
  }

  private void close() {
    if (open) {
      body.append("</section>\n");
      open = false;
    }
  }

  /** Adds a paragraph. */
  public Page paragraph(String text) {
    return add("<p>%s</p>\n", text);
  }

  /** Adds a paragraph that warns. */
  public Page warning(String text) {
    return add("<p class=\"warning\">%s</p>\n", text);
  }

  /**
   * Adds what the page was made with, and of what.
   *
   * @param version the version of Tierwise
   * @param made what was made, and of which tables
   * @param fingerprints the hash of each file that was read
   */
  public Page sources(String version, String made, List<String> fingerprints) {
    return sources(
        "Tierwise %s (https://github.com/tierwise/tierwise), %s.".formatted(version, made),
        fingerprints);
  }

  /**
   * Adds what the page was made of, to be copied.
   *
   * @param sentence by what, of what
   * @param fingerprints the SHA-256 hash of each file that was read
   */
  public Page sources(String sentence, List<String> fingerprints) {
    add("<pre tabindex=\"0\">%s\n", sentence);
    fingerprints.forEach(hash -> add("Data: SHA-256 %s\n", hash));
    return add(drawn ? "Pictures: Apache ECharts 5.5.0, Apache License 2.0.\n" : "")
        .add("</pre>\n");
  }

  /** Adds figures that stand out, each a number and what it is of. */
  public Page numbers(List<List<String>> pairs) {
    body.append("<dl class=\"numbers\">\n");
    pairs.forEach(pair -> add("<div><dt>%s</dt><dd>%s</dd></div>\n", pair.get(1), pair.get(0)));
    return add("</dl>\n");
  }

  /** Adds a list. */
  public Page list(List<String> items) {
    body.append("<ul>\n");
    items.forEach(item -> add("<li>%s</li>\n", item));
    return add("</ul>\n");
  }

  /** Adds a table. */
  public Page table(Grid grid) {
    body.append(grid.html());
    return this;
  }

  /** Adds a table that is folded up at first. */
  public Page folded(String summary, Grid grid) {
    return add("<details><summary>%s</summary>\n", summary).table(grid).add("</details>\n");
  }

  /** Adds a picture, what it says and, folded up, its figures. */
  public Page chart(Chart chart) {
    drawn = true;
    add(
        """
        <figure id="%1$s" aria-labelledby="%1$s-title">
        <h3 id="%1$s-title">%2$s</h3>
        <figcaption>%3$s</figcaption>
        <div class="chart" role="img" aria-label="%2$s: %3$s" data-option="%1$s-option" style="height:%4$spx"></div>
        """,
        chart.id(), chart.title(), chart.sentence(), String.valueOf(chart.height()));
    body.append(
        "<script type=\"application/json\" id=\"%s-option\">{\"template\":%s,\"data\":%s}</script>\n"
            .formatted(
                chart.id(),
                Html.script(chart.template().strip()),
                Html.script(Records.compactJson(chart.data()))));
    return folded("The figures behind this picture", chart.figures()).add("</figure>\n");
  }

  /** The whole page; its policy forbids to fetch anything, whatever a text in it may try. */
  public String html() {
    close();
    return resource("page.html")
            .formatted(
                Html.escape(title),
                Html.escape(lead),
                style,
                String.join("\n", contents),
                body,
                drawn ? UNDRAWN : "",
                drawn ? "<script>%s</script>\n".formatted(library()) : "",
                script)
        + '\n';
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
