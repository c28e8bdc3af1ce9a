/** How a table is understood, before anything is scored. */
package io.github.tierwise.cli.check;
