/**
 * The command line: scores, explains and compares influencers in tables.
 *
 * <p>A program, not a library. What stays the same between versions are its commands, options, exit
 * codes, columns and JSON fields; apart from {@link io.github.tierwise.cli.Main#main}, which starts
 * it, its classes are no API and are not documented here. To call from Java, use {@code
 * tierwise-core}.
 */
package io.github.tierwise.cli;
