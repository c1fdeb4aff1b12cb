/**
 * How good a lead is, by rules: points for what it is (fit), points for what its person did
 * (engagement, which fades), and a grade of both. Every point has its rule and its deed.
 */
@NullMarked
package io.leadwell.kernel.grading;

import org.jspecify.annotations.NullMarked;
