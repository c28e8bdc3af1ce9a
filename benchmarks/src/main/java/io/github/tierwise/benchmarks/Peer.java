package io.github.tierwise.benchmarks;

import java.util.List;

/**
 * A third-party engine that can do the same work. Those that are there are found by {@link
 * java.util.ServiceLoader}: they are built in the Maven profile {@code peers} alone.
 */
interface Peer extends AutoCloseable {

  /** Loads the workload and gives everything that the engine can do with it. */
  List<Contender> contenders(Reference reference) throws Exception;

  /** Name and version of the engine. */
  String version();

  @Override
  void close();
}
