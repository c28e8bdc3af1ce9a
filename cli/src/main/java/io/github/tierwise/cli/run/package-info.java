/** What commands share: what a run has around it, how tables are read, where answers go. */
package io.github.tierwise.cli.run;
