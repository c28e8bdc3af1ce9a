package io.github.tierwise.files.accounts;

/**
 * Something that is said aloud about the input.
 *
 * @param topic a word or two, such as {@code columns}
 * @param text a line or more
 */
public record ReadNote(String topic, String text) {}
