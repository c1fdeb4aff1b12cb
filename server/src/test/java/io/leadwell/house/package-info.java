/** Rules of the house, checked over everything that is written in it. */
@NullMarked
package io.leadwell.house;

import org.jspecify.annotations.NullMarked;
