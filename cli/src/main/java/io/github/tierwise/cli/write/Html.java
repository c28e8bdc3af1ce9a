package io.github.tierwise.cli.write;

import io.github.tierwise.cli.text.Display;

/** Text inside a page: nothing of it is ever taken for markup. */
public final class Html {

  private Html() {}

  /** The text with every character that means something in HTML written as what it is. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Display.isShown(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** JSON inside a script element: no end tag and no comment can be in it. */
  static String script(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
