/** Breaks a rule on purpose. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.leadwell.house.planted.modules.one;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
