/** What tests on a real PostgreSQL share. */
@NullMarked
package io.leadwell.testing;

import org.jspecify.annotations.NullMarked;
