/**
 * Not exported: argument checks, number formats and arithmetic that gives the same bits everywhere.
 */
package io.github.tierwise.internal;
