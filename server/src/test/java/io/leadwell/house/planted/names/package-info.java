/** Breaks a rule on purpose. */
@NullMarked
package io.leadwell.house.planted.names;

import org.jspecify.annotations.NullMarked;
