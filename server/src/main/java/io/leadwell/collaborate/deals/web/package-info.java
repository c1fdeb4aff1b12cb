/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.collaborate.deals.web;

import org.jspecify.annotations.NullMarked;
