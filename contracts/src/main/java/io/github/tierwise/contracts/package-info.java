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
 * <p>A check that fails throws an {@link java.lang.AssertionError} that lists what is wrong and for
 * which account.
 */
package io.github.tierwise.contracts;
