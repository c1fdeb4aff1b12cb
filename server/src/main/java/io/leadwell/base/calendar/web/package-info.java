/** Routes of the working calendar. */
@NullMarked
package io.leadwell.base.calendar.web;

import org.jspecify.annotations.NullMarked;
