/**
 * Conditions over one lead: what segments, scores and definitions ask. A condition is checked
 * against the fields there are and becomes a {@link io.leadwell.kernel.rules.Rule}, which says
 * whether it holds for given facts, why, and when time alone may change the answer.
 */
@NullMarked
package io.leadwell.kernel.rules;

import org.jspecify.annotations.NullMarked;
