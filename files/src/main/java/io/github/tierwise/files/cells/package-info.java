/**
 * A cell, a name or an option as people write it: numbers, times, countries; and the error that
 * says what is wrong with one. The lowest room: what is public here is so for the others alone.
 */
package io.github.tierwise.files.cells;
