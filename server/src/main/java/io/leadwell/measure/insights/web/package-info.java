/** Routes: parse, call the door, answer. */
@NullMarked
package io.leadwell.measure.insights.web;

import org.jspecify.annotations.NullMarked;
