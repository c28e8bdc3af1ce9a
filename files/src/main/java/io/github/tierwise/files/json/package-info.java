/**
 * Accounts, brands, scorers and results as JSON, by a module of Jackson.
 *
 * <p>{@link io.github.tierwise.files.json.TierwiseJackson} tells how. What only a planner or a
 * study can make again is written as a summary, which can be read: {@link
 * io.github.tierwise.files.json.DealSummary}, {@link
 * io.github.tierwise.files.json.FrontierSummary}, {@link
 * io.github.tierwise.files.json.StudySummary}.
 */
package io.github.tierwise.files.json;
