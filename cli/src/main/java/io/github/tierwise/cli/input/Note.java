package io.github.tierwise.cli.input;

/**
 * Something that is said aloud about the input.
 *
 * @param topic a word or two, such as {@code columns}
 * @param text a line or more
 */
public record Note(String topic, String text) {}
