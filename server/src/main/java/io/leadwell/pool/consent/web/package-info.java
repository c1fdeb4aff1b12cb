@NullMarked
package io.leadwell.pool.consent.web;

import org.jspecify.annotations.NullMarked;
