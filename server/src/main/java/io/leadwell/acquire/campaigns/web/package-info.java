/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.acquire.campaigns.web;

import org.jspecify.annotations.NullMarked;
