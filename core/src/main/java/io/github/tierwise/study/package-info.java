/**
 * How tier definitions agree, what a tier explains, and what the choice of a definition changes.
 *
 * <p>A {@link io.github.tierwise.study.TierStudy} passes over accounts once and keeps counts, never
 * rows: follower-only definitions have together a few hundred bounds on a platform, so the accounts
 * between two neighbouring bounds are counted together, and every table, coefficient and band is
 * made from these counts. Counts are whole numbers, so that the studies of parts of the data add up
 * to the study of the whole, to the last bit.
 *
 * <p>A {@link io.github.tierwise.study.TopStudy} tells what swapping the definition does to the top
 * of a ranking for a brand that asks for a tier.
 *
 * <p>A coefficient that is not defined for the data, such as one of agreement where all accounts
 * are of one class, is unknown ({@link io.github.tierwise.explain.Estimate#UNKNOWN}), never 0.
 *
 * @serial exclude
 */
package io.github.tierwise.study;
