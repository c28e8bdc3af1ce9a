package io.github.tierwise.cli.write;

import java.util.LinkedHashMap;

/** Named values in their order, as {@link Records} writes them. */
public final class RecordMap extends LinkedHashMap<String, Object> {

  private static final long serialVersionUID = 1L;

  private RecordMap() {}

  /** Starts with one. */
  public static RecordMap of(String name, Object value) {
    return new RecordMap().and(name, value);
  }

  /** Adds one. */
  public RecordMap and(String name, Object value) {
    put(name, value);
    return this;
  }
}
