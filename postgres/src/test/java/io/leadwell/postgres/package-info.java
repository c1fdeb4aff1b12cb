/** The cluster against a real PostgreSQL, real processes and real kills. */
@NullMarked
package io.leadwell.postgres;

import org.jspecify.annotations.NullMarked;
