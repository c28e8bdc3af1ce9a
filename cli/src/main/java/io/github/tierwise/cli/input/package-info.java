/**
 * Tables that other people made, read as accounts: encoding, separator, header, numbers, countries
 * and platforms are found out, and every guess is said aloud. <strong>Unknown is unknown, never
 * zero</strong>; a row that cannot be read is kept with its line and the reason.
 */
package io.github.tierwise.cli.input;
