package io.github.tierwise.cli.run;

import picocli.CommandLine.Option;

/**
 * Whether a command says how it understood its input. Every command takes it, so that a script may
 * say it to each; what is wrong, or missing from the answer, is said all the same.
 */
public final class QuietOption {

  @Option(names = "--quiet")
  boolean quiet;

  /** Whether it does not. */
  public boolean get() {
    return quiet;
  }
}
