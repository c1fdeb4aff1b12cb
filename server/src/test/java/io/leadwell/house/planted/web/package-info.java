/** Breaks a rule on purpose. */
@NullMarked
package io.leadwell.house.planted.web;

import org.jspecify.annotations.NullMarked;
