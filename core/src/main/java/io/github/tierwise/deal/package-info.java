/**
 * The best endorsement deal: whom to back with a budget, macro or micro, and how sure that is.
 *
 * <p>A {@link io.github.tierwise.deal.DealPlanner} is made from a scorer and finds the best set of
 * accounts under a budget: a {@link io.github.tierwise.deal.Deal}, with an upper bound for the best
 * possible, and a reason for everybody who is not in it. A {@link io.github.tierwise.deal.Frontier}
 * tells how the best mix of tiers changes with the budget.
 *
 * @serial exclude
 */
package io.github.tierwise.deal;
