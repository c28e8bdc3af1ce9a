package io.github.tierwise.cli;

/** How a command writes its answer. */
enum Format {
  table,
  csv,
  json
}
