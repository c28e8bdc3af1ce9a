package io.github.tierwise.cli.input;

/** What a row of a table may be. */
enum Shape {
  /** An account or a post: the table decides. */
  EITHER,
  /** An account or a post: the number of rows decides, whatever the caller names. */
  AS_COUNTED,
  /** A post. */
  POSTS
}
