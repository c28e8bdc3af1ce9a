/** How well an account's newest post is foretold from its earlier ones. */
package io.github.tierwise.cli.backtest;
