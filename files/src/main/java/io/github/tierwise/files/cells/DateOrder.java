package io.github.tierwise.files.cells;

/** The order of day and month in dates such as {@code 03/04/2026}. */
public enum DateOrder {
  /** Nobody said, and no date proved it: a date that could be two is none. */
  UNKNOWN,
  /** The 3rd of April. */
  DAY_FIRST,
  /** March 4. */
  MONTH_FIRST
}
