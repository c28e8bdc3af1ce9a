/**
 * Scores accounts on Apache Spark.
 *
 * <p>Start with {@link io.github.tierwise.spark.Tierwise}; {@link
 * io.github.tierwise.spark.AccountColumns} says which column is what.
 */
package io.github.tierwise.spark;
