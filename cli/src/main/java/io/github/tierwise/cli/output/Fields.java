package io.github.tierwise.cli.output;

import java.util.LinkedHashMap;

/** Named values in their order, as {@link Records} writes them. */
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
}
