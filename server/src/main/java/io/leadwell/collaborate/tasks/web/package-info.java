/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.collaborate.tasks.web;

import org.jspecify.annotations.NullMarked;
