/**
 * The doors: brand files, and what a brand file asks of a ranking.
 *
 * <p>Behind them are rooms that are not exported, each of which uses only those before it: {@code
 * cells}, {@code table}, {@code columns}, {@code accounts}. What is public in a room is so for the
 * rooms after it, and for the command line, which runs on the class path; it is no API.
 */
package io.github.tierwise.files;
