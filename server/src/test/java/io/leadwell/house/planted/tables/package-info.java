/** Breaks a rule on purpose. */
@NullMarked
package io.leadwell.house.planted.tables;

import org.jspecify.annotations.NullMarked;
