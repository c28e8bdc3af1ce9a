/**
 * How sure a ranking is under doubt about weights and inputs, and what it hangs on. Start with
 * {@link io.github.tierwise.stability.RankStability}.
 */
package io.github.tierwise.stability;
