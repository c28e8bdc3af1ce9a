/** Whom to back with a budget. */
package io.github.tierwise.cli.plan;
