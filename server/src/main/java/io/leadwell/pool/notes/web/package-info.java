/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.pool.notes.web;

import org.jspecify.annotations.NullMarked;
