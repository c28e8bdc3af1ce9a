package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The example of docs/how-a-score-is-made.md that is worked by hand: each line follows from those
 * above it, and the last ones are what the library gives, which {@link PagesTest} holds to the
 * output above them. Nothing of the library is used here.
 */
class WorkedByHandTest {

  private static final Pattern LINE =
      Pattern.compile("(\\w+) *= (.+?) += (-?\\d+(?:\\.(\\d+))?)(?:  .*)?");

  /** The blocks of hand work, and the output before each. */
  private static List<PageText.Block> blocks(String language) throws IOException {
    return PageText.of("docs/how-a-score-is-made.md").blocks(language);
  }

  private static Map<String, Double> worked(PageText.Block block) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : block.text().lines().toList()) {
      Matcher step = LINE.matcher(line);
      if (step.matches()) {
        double value = new Arithmetic(step.group(2), values).value();
        int digits = step.group(4) == null ? 0 : step.group(4).length();
        String shown = String.format(Locale.ROOT, "%." + digits + "f", value);
        assertEquals(step.group(3), shown, line);
        values.put(step.group(1), value);
      } else {
        assertTrue(line.isEmpty() || line.contains(":"), () -> "a step or a heading: " + line);
      }
    }
    return values;
  }

  /** Lines of names and numbers. */
  private static Map<String, double[]> printed(PageText.Block block) {
    Map<String, double[]> lines = new LinkedHashMap<>();
    Matcher line = Pattern.compile("([a-z ]+) (\\S+) (\\S+) (\\S+)\n").matcher(block.text());
    while (line.find()) {
      lines.put(
          line.group(1),
          new double[] {
            Double.parseDouble(line.group(2)),
            Double.parseDouble(line.group(3)),
            Double.parseDouble(line.group(4))
          });
    }
    return lines;
  }

  @Test
  void theScoreOfAnaIsWhatTheCodeSays() throws IOException {
    List<PageText.Block> plain = blocks("plain");
    Map<String, Double> hand = worked(plain.get(plain.size() - 2));
    Map<String, double[]> code = printed(blocks("text").get(0));
    List<String> criteria =
        List.of("engagement", "conversion", "audience fit", "cost", "engaged audience");
    for (int i = 0; i < criteria.size(); i++) {
      double[] part = code.get(criteria.get(i));
      same(hand.get("l" + (i + 1)), part[0], criteria.get(i));
      same(hand.get("p" + (i + 1)), part[1], criteria.get(i));
      same(hand.get("h" + (i + 1)), part[2], criteria.get(i));
    }
    same(hand.get("low"), code.get("score")[0], "low");
    same(hand.get("score"), code.get("score")[1], "score");
    same(hand.get("high"), code.get("score")[2], "high");
    assertEquals(6, code.size());
  }

  @Test
  void theLevelOfTwoPostsIsWhatTheCodeSays() throws IOException {
    List<PageText.Block> plain = blocks("plain");
    Map<String, Double> hand = worked(plain.get(plain.size() - 1));
    double[] code = printed(blocks("text").get(1)).get("level");
    same(hand.get("level"), code[0], "level");
    same(hand.get("variance"), code[1], "variance");
    same(hand.get("deviation"), code[2], "deviation");
  }

  private static void same(double hand, double code, String what) {
    assertEquals(hand, code, 1e-9 * Math.abs(code), what);
  }

  /** Sums, products, powers and a few functions of numbers and earlier names. */
  private static final class Arithmetic {
    private final List<String> tokens;
    private final Map<String, Double> names;
    private int at;

    Arithmetic(String text, Map<String, Double> names) {
      tokens =
          Pattern.compile("[\\d.]+|\\w+|[-+*/^(),]")
              .matcher(text)
              .results()
              .map(token -> token.group())
              .toList();
      this.names = names;
    }

    double value() {
      double value = sum();
      assertEquals(tokens.size(), at, () -> "all of " + tokens + " is read");
      return value;
    }

    private boolean accept(String token) {
      boolean found = at < tokens.size() && tokens.get(at).equals(token);
      at += found ? 1 : 0;
      return found;
    }

    private double sum() {
      double value = product();
      while (true) {
        if (accept("+")) {
          value += product();
        } else if (accept("-")) {
          value -= product();
        } else {
          return value;
        }
      }
    }

    private double product() {
      double value = power();
      while (true) {
        if (accept("*")) {
          value *= power();
        } else if (accept("/")) {
          value /= power();
        } else {
          return value;
        }
      }
    }

    private double power() {
      double value = atom();
      return accept("^") ? Math.pow(value, atom()) : value;
    }

    private double atom() {
      if (accept("(")) {
        double value = sum();
        assertTrue(accept(")"), () -> "a bracket in " + tokens + " is closed");
        return value;
      }
      String token = tokens.get(at++);
      if (!accept("(")) {
        return names.containsKey(token) ? names.get(token) : Double.parseDouble(token);
      }
      double first = sum();
      double second = accept(",") ? sum() : Double.NaN;
      assertTrue(accept(")"), () -> "a bracket in " + tokens + " is closed");
      return switch (token) {
        case "log2" -> Math.log(first) / Math.log(2);
        case "ln" -> Math.log(first);
        case "sqrt" -> Math.sqrt(first);
        case "min" -> Math.min(first, second);
        default -> throw new AssertionError("function " + token);
      };
    }
  }
}
