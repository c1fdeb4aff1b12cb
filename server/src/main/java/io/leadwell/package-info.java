/** Leadwell: marketing-led growth from the first impression to the signed contract. */
@NullMarked
package io.leadwell;

import org.jspecify.annotations.NullMarked;
