/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.pool.imports.web;

import org.jspecify.annotations.NullMarked;
