package io.github.tierwise.cli.run;

import io.github.tierwise.files.cells.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command is asked for. */
public final class Usage {

  private Usage() {}

  /** Ends a command that is asked for something that cannot be; its usage is then wrong. */
  public static void check(CommandSpec spec, boolean right, String message) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  /** Says what is wrong with a usage, and what may have been meant. */
  public static String message(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption()) {
        return unknownOption(word, command);
      }
      if (!command.getSubcommands().isEmpty()
          && command.getCommandSpec().positionalParameters().isEmpty()) {
        return unknownCommand(word, command);
      }
    }
    String message = String.valueOf(e.getMessage());
    ArgSpec argument = e.getArgSpec();
    if (argument == null
        || argument.completionCandidates() == null
        || e.getValue() == null
        || message.contains(", did you mean ")) {
      return message;
    }
    List<String> names = new ArrayList<>();
    argument.completionCandidates().forEach(names::add);
    return message + NearestName.hint(e.getValue(), names);
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
