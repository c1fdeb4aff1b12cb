/** The pool under test. */
@NullMarked
package io.leadwell.pool.leads;

import org.jspecify.annotations.NullMarked;
