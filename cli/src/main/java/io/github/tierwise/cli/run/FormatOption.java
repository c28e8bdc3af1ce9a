package io.github.tierwise.cli.run;

import picocli.CommandLine.Option;

/** How a command writes its answer. */
public final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise.")
  OutputFormat format = OutputFormat.table;

  /** The format. */
  public OutputFormat get() {
    return format;
  }
}
