package io.github.tierwise.cli;

import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.run.Usage;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what {@code --help} of a command shows. */
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "COMMAND", arity = "0..*")
  List<String> names = List.of();

  @Spec CommandSpec spec;

  HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String name : names) {
      CommandLine next = command.getSubcommands().get(name);
      if (next == null) {
        throw new ParameterException(command, Usage.unknownCommand(name, command));
      }
      command = next;
    }
    session.print(command.getUsageMessage());
    return ExitCode.OK;
  }
}
