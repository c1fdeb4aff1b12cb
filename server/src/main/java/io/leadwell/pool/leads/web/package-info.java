/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.pool.leads.web;

import org.jspecify.annotations.NullMarked;
