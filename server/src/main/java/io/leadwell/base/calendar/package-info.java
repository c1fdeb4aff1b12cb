/**
 * When people work: hours, weekdays, holidays and make-up days; every promise in hours asks here.
 */
@ApplicationModule(allowedDependencies = {"base.platform", "base.workspace"})
@NullMarked
package io.leadwell.base.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
