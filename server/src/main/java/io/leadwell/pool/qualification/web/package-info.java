/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.pool.qualification.web;

import org.jspecify.annotations.NullMarked;
