/** A synthetic list of influencers, to try things on. */
package io.github.tierwise.cli.sample;
