package check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON, strictly: maps, lists, strings, and numbers and words as they are written. */
final class Json {

  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+)\"");
  private static final Pattern WORD =
      Pattern.compile("true|false|null|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.take(SPACE);
    if (json.at < text.length()) {
      throw json.bad("the end");
    }
    return value;
  }

  private Object value() {
    take(SPACE);
    if (eat('{')) {
      Map<String, Object> members = new LinkedHashMap<>();
      for (boolean more = !eatEnd('}'); more; more = !separatedEnd('}')) {
        take(SPACE);
        String name = string();
        take(SPACE);
        if (!eat(':')) {
          throw bad(":");
        }
        if (members.put(name, value()) != null) {
          throw bad("a name that is new, was " + name);
        }
      }
      return members;
    }
    if (eat('[')) {
      List<Object> items = new ArrayList<>();
      for (boolean more = !eatEnd(']'); more; more = !separatedEnd(']')) {
        items.add(value());
      }
      return items;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return string();
    }
    String word = take(WORD);
    if (word == null) {
      throw bad("a value");
    }
    return word;
  }

  private String string() {
    String string = take(STRING);
    if (string == null) {
      throw bad("a string");
    }
    // Nothing that is compared here has an escape.
    return string.substring(1, string.length() - 1);
  }

  private boolean eatEnd(char end) {
    take(SPACE);
    return eat(end);
  }

  private boolean separatedEnd(char end) {
    if (eatEnd(end)) {
      return true;
    }
    if (!eat(',')) {
      throw bad(", or " + end);
    }
    return false;
  }

  private boolean eat(char c) {
    boolean is = at < text.length() && text.charAt(at) == c;
    at += is ? 1 : 0;
    return is;
  }

  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  private IllegalArgumentException bad(String expected) {
    return new IllegalArgumentException("at character " + at + " must be " + expected);
  }
}
