/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.pool.scoring.web;

import org.jspecify.annotations.NullMarked;
