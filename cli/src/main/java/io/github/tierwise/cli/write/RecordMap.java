package io.github.tierwise.cli.write;

import io.github.tierwise.explain.Estimate;
import java.util.LinkedHashMap;

/** Named values in their order, as {@link Records} writes them. */
public final class RecordMap extends LinkedHashMap<String, Object> {

  private static final long serialVersionUID = 1L;

  private RecordMap() {}

  /** Starts with none. */
  public static RecordMap empty() {
    return new RecordMap();
  }

  /** Starts with one. */
  public static RecordMap of(String name, Object value) {
    return new RecordMap().and(name, value);
  }

  /** Adds one; an estimate is three, itself and the ends of its range. */
  public RecordMap and(String name, Object value) {
    if (value instanceof Estimate estimate) {
      put(name, estimate.value());
      put(name + "_low", estimate.low());
      put(name + "_high", estimate.high());
    } else {
      put(name, value);
    }
    return this;
  }

  /** Adds all of another. */
  public RecordMap and(RecordMap others) {
    putAll(others);
    return this;
  }
}
