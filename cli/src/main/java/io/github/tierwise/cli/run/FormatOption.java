package io.github.tierwise.cli.run;

import picocli.CommandLine.Option;

/** How a command writes its answer. */
public final class FormatOption {

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table")
  OutputFormat format = OutputFormat.table;

  /** The format. */
  public OutputFormat get() {
    return format;
  }
}
