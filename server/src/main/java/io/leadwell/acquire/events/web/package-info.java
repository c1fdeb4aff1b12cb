/** Routes of events: the marketer's, the door's, and the public's below {@code /p/e}. */
@NullMarked
package io.leadwell.acquire.events.web;

import org.jspecify.annotations.NullMarked;
