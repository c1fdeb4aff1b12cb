/** Deals under test. */
@NullMarked
package io.leadwell.collaborate.deals;

import org.jspecify.annotations.NullMarked;
