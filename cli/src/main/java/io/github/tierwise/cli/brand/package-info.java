/** What a brand answers, as a TOML file. */
package io.github.tierwise.cli.brand;
