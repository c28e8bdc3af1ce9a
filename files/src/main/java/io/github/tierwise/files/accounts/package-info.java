/**
 * Tables that other people made, read as accounts. <strong>Unknown is unknown, never zero</strong>;
 * a row that cannot be read is kept with its line and the reason. What is public here is so for the
 * command line alone.
 */
package io.github.tierwise.files.accounts;
