package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What help says is told in a file of its own: nothing is forgotten there, and nothing left over.
 */
class HelpTest {

  private static final List<String> COMMANDS =
      List.of(
          "check", "score", "explain", "plan", "compare", "tiers", "demo", "backtest", "stability");

  private static final Pattern OPTION =
      Pattern.compile("^ +(?:-\\w, )?--([\\w-]+)(?:=\\S+)?(?: |$)(.*)$", Pattern.MULTILINE);

  /** What help says of each option. */
  private static Map<String, String> options(String command) {
    String help = Run.of(command, "--help").out();
    String list = help.substring(help.indexOf("\nOptions:"), help.indexOf("\nExamples:"));
    Map<String, String> options = new TreeMap<>();
    Matcher option = OPTION.matcher(list);
    int end = 0;
    String name = "";
    while (option.find()) {
      options.merge(name, list.substring(end, option.start()), String::concat);
      name = option.group(1);
      options.put(name, option.group(2) + " ");
      end = option.end();
    }
    options.merge(name, list.substring(end), String::concat);
    options.remove("");
    options.replaceAll((key, words) -> words.replaceAll("\\s+", " ").strip());
    return options;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score",
        "explain",
        "plan",
        "compare",
        "stability",
        "tiers",
        "demo",
        "backtest",
        "tiers show"
      })
  void everyOptionSaysWhatItDoes(String command) {
    Map<String, String> options =
        command.equals("tiers show") ? Map.of("format", words("tiers", "show")) : options(command);
    assertFalse(options.isEmpty());
    options.forEach((name, words) -> assertTrue(words.length() > 10, command + " --" + name));
  }

  private static String words(String... command) {
    String help = Run.of(command[0], command[1], "--help").out();
    return help.substring(help.indexOf("--format=FORMAT")).replaceAll("\\s+", " ");
  }

  private static Properties file() throws IOException {
    Properties file = new Properties();
    try (InputStream stream = Main.class.getResourceAsStream("help.properties")) {
      file.load(stream);
    }
    return file;
  }

  /** A line of a command, or of what stands behind it, and not of an option. */
  private static final Pattern COMMAND_LINE =
      Pattern.compile("(?:tierwise\\.)?(.*?)\\.?(?:usage\\.[\\w.]+|[A-Z]+\\[0(?:\\.\\.\\*)?])");

  @Test
  void everyLineOfACommandIsInItsHelp() throws IOException {
    Properties file = file();
    Map<String, String> left = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      Matcher line = COMMAND_LINE.matcher(key);
      if (line.matches()) {
        String command = key.startsWith("tierwise.") ? line.group(1).replace('.', ' ') : "score";
        String help = Run.of((command + " --help").strip().split(" ", -1)).out();
        String text = file.getProperty(key).replace("%n", "").replaceFirst("^(\\d+):", "$1");
        if (!says(help + Run.of("--help").out(), text)) {
          left.put(key, text);
        }
      }
    }
    assertEquals(Map.of(), left);
  }

  @Test
  void everyOtherLineIsTheHelpOfAnOption() throws IOException {
    Properties file = file();
    file.keySet().removeIf(key -> COMMAND_LINE.matcher((String) key).matches());
    Map<String, Map<String, String>> help = new TreeMap<>();
    COMMANDS.forEach(command -> help.put(command, options(command)));
    Map<String, String> left = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      String name = key.substring(key.lastIndexOf('.') + 1);
      List<String> commands = key.equals(name) ? COMMANDS : List.of(key.split("\\.", -1)[1]);
      String text = file.getProperty(key);
      if (commands.stream().noneMatch(c -> says(help.get(c).getOrDefault(name, ""), text))) {
        left.put(key, text);
      }
    }
    assertEquals(Map.of(), left);
  }

  /** Help breaks lines where it likes, and knows the values of variables. */
  private static boolean says(String words, String text) {
    String said = words.replaceAll("\\s", "");
    return Arrays.stream(text.replaceAll("\\s", "").split("\\$\\{[A-Z-]+}", -1))
            .allMatch(said::contains)
        && !said.isEmpty();
  }
}
