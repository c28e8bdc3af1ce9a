/**
 * Headers and cells to what the columns are; every guess is said aloud. What is public here is so
 * for other rooms alone.
 */
package io.github.tierwise.files.columns;
