/** A synthetic list of influencers, and the whole thing tried on it. */
package io.github.tierwise.cli.demo;
