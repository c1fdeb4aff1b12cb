/**
 * Working time: when something is due that has so many hours of it, through holidays, make-up days
 * and weekends.
 */
@NullMarked
package io.leadwell.kernel.calendar;

import org.jspecify.annotations.NullMarked;
