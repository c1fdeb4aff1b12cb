/** Money in fen: spread over days, divided into ratios. Exact, or null where there is no answer. */
@NullMarked
package io.leadwell.kernel.money;

import org.jspecify.annotations.NullMarked;
