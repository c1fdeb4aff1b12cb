/** Breaks a rule on purpose. */
@ApplicationModule
@NullMarked
package io.leadwell.house.planted.modules.two;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
