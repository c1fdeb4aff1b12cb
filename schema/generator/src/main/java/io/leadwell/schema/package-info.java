/** Build-time only: from migrations to typed tables. */
@NullMarked
package io.leadwell.schema;

import org.jspecify.annotations.NullMarked;
