/** Published tier definitions: a list, one of them, and what all of them call a size. */
package io.github.tierwise.cli.tiers;
