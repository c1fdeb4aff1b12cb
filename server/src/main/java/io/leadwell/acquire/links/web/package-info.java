/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.acquire.links.web;

import org.jspecify.annotations.NullMarked;
