package io.github.tierwise.cli.run;

/** How a command writes its answer. */
public enum OutputFormat {
  table,
  csv,
  json
}
