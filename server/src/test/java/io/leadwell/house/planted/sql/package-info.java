/** Breaks a rule on purpose. */
@NullMarked
package io.leadwell.house.planted.sql;

import org.jspecify.annotations.NullMarked;
