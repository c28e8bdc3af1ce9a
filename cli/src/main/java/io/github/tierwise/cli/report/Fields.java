package io.github.tierwise.cli.report;

import java.util.LinkedHashMap;

/** Named values in their order, as they are written into a page. */
public final class Fields extends LinkedHashMap<String, Object> {

  private static final long serialVersionUID = 1L;

  private Fields() {}

  /** Starts with one. */
  public static Fields of(String name, Object value) {
    return new Fields().and(name, value);
  }

  /** Adds one. */
  public Fields and(String name, Object value) {
    put(name, value);
    return this;
  }

  /** A colour of the page's style sheet, light or dark as the reader has it. */
  public static Fields color(String token) {
    return of("$color", token);
  }

  /** A function of the page's script. */
  public static Fields function(String name) {
    return of("$fn", name);
  }
}
