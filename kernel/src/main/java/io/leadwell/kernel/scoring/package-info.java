/**
 * A score learned from the company's own wins: columns read into features, columns that know the
 * outcome left out, a scorecard whose points are its reasons, trees beside it, and honest figures.
 */
@NullMarked
package io.leadwell.kernel.scoring;

import org.jspecify.annotations.NullMarked;
