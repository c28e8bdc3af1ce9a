/**
 * How sure a ranking is under doubt about weights and inputs, and what it hangs on: start with
 * {@link io.github.tierwise.stability.RankStability}. The smallest change that flips it: {@link
 * io.github.tierwise.stability.Flip}.
 *
 * @serial exclude
 */
package io.github.tierwise.stability;
