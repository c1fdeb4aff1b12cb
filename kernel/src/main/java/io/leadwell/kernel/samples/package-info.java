/**
 * Dirty records with the truth known by construction, from seeds: what the matcher is measured and
 * its usual model estimated on. Words are typed by hand and come from no data set.
 */
@NullMarked
package io.leadwell.kernel.samples;

import org.jspecify.annotations.NullMarked;
