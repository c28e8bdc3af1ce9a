/** JMH benchmarks. Every variant is verified to give the same bits before it is timed. */
package io.github.tierwise.benchmarks;
