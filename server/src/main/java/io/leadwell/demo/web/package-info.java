/** Routes that only a demonstration has. */
@NullMarked
package io.leadwell.demo.web;

import org.jspecify.annotations.NullMarked;
