/** Routes of rules. */
@NullMarked
package io.leadwell.pool.rules.web;

import org.jspecify.annotations.NullMarked;
