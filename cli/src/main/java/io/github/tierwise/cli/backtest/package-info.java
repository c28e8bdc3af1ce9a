/** Newest posts foretold from earlier ones. */
package io.github.tierwise.cli.backtest;
