/**
 * Why a number is what it is.
 *
 * <p>An {@link io.github.tierwise.explain.Explanation} is a tree of values. Each value carries the
 * operation that makes it from its parts as data, so that a program can check it ({@link
 * io.github.tierwise.explain.Explanation#holds()}) and a person can read it ({@link
 * io.github.tierwise.explain.Explanation#toText()}). An {@link io.github.tierwise.explain.Estimate}
 * is the one way to say how sure a number is.
 *
 * @serial exclude
 */
package io.github.tierwise.explain;
