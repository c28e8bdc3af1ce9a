package io.github.tierwise.cli.run;

import picocli.CommandLine.Option;

/** Whether a command says how its table was read. */
public final class QuietOption {

  @Option(names = "--quiet")
  boolean quiet;

  /** Whether it does not. */
  public boolean get() {
    return quiet;
  }
}
