package io.github.tierwise.cli.score;

/** In what order accounts are listed. */
enum ListOrder {
  rank,
  file
}
