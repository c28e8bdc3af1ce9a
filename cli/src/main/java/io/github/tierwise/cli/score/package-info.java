/** Accounts ranked for a brand, and why one has its score. */
package io.github.tierwise.cli.score;
