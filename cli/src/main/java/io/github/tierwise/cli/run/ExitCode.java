package io.github.tierwise.cli.run;

/** How a run ended, for scripts. */
public final class ExitCode {

  public static final int OK = 0;
  public static final int INPUT = 1;
  public static final int USAGE = 2;
  public static final int INTERNAL = 70;

  /** As of a program that a closed pipe ends. */
  public static final int CLOSED_PIPE = 141;

  private ExitCode() {}
}
