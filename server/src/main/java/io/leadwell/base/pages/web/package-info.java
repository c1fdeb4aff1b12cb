/** What controllers of public pages in other modules may use. */
@NamedInterface("web")
@NullMarked
package io.leadwell.base.pages.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
