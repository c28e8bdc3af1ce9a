package io.github.tierwise.cli;

/** How a run ended, for scripts. */
final class ExitCode {

  static final int OK = 0;
  static final int INPUT = 1;
  static final int USAGE = 2;
  static final int INTERNAL = 70;

  private ExitCode() {}
}
