/** Routes of content: the marketer's, and the public's below {@code /p}. */
@NullMarked
package io.leadwell.acquire.content.web;

import org.jspecify.annotations.NullMarked;
