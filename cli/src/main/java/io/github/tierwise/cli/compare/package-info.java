/** What a choice of tier definition changes. */
package io.github.tierwise.cli.compare;
