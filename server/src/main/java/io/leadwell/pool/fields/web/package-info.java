/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.pool.fields.web;

import org.jspecify.annotations.NullMarked;
