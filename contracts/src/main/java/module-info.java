/**
 * Contract checks for tier policies, engagement models, criteria and scorers, callable from any
 * test framework.
 */
module io.github.tierwise.contracts {
  requires transitive io.github.tierwise.core;

  exports io.github.tierwise.contracts;
}
