/** Words and numbers for people: formats, nearest names, the width of text on a terminal. */
package io.github.tierwise.cli.text;
