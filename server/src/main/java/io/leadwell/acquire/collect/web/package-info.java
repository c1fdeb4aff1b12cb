/** Routes of the collector and of the screens about it. */
@NullMarked
package io.leadwell.acquire.collect.web;

import org.jspecify.annotations.NullMarked;
