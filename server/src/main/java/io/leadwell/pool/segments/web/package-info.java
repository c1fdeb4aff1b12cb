/** Routes of segments. */
@NullMarked
package io.leadwell.pool.segments.web;

import org.jspecify.annotations.NullMarked;
