/** Text in a terminal: how wide it is, and where it breaks. */
package io.github.tierwise.cli.text;
