/** Who is who: folded spellings of names, and the grams that find them. */
@NullMarked
package io.leadwell.kernel.matching;

import org.jspecify.annotations.NullMarked;
