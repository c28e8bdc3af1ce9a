package io.github.tierwise.cli.run;

import picocli.CommandLine.Model.CommandSpec;
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
}
