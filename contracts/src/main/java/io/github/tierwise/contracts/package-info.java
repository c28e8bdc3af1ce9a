/**
 * Checks that any plug-in author can call, from any test framework:
 *
 * <pre>{@code
 * @Test
 * void myCriterionKeepsItsContract() {
 *   Contracts.check(new MyCriterion());
 * }
 * }</pre>
 *
 * <p>The same for a {@code TierPolicy}, an {@code EngagementModel} and a whole {@code Scorer}. It
 * takes made-up accounts ({@link io.github.tierwise.contracts.Samples}) or a list of yours.
 *
 * <p>A check that fails throws an {@link java.lang.AssertionError} that lists what is wrong and for
 * which account.
 */
package io.github.tierwise.contracts;
