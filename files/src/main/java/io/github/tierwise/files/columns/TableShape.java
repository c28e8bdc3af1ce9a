package io.github.tierwise.files.columns;

/** What a row of a table may be. */
public enum TableShape {
  /** An account or a post: the table decides. */
  EITHER,
  /** An account or a post: the number of rows decides, whatever the caller names. */
  AS_COUNTED,
  /** A post. */
  POSTS
}
