/** The command line: scores, explains and compares influencers in tables. */
package io.github.tierwise.cli;
