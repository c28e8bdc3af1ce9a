/** What a shell wants to know of the program: completion and manual pages. */
package io.github.tierwise.cli.shell;
