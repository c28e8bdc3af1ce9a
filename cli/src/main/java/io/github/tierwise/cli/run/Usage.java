package io.github.tierwise.cli.run;

import io.github.tierwise.files.cells.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What a command is asked for. */
public final class Usage {

  private Usage() {}

  /** Ends a command that is asked for something that cannot be; its usage is then wrong. */
  public static void check(CommandSpec spec, boolean right, String message) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  /** Says of a word that it is no command, and which it may have been meant to be. */
  public static String unknownCommand(String word, CommandLine command) {
    List<String> names =
        command.getSubcommands().entrySet().stream()
            .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    return "unknown command \"%s\"%s".formatted(word, NearestName.hint(word, names));
  }

  /** Says of a word that it is no option, and which it may have been meant to be. */
  public static String unknownOption(String word, CommandLine command) {
    String name = word.replaceFirst("=.*", "");
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        names.addAll(List.of(option.names()));
      }
    }
    return "unknown option \"%s\"%s".formatted(name, NearestName.hint(name, names));
  }
}
