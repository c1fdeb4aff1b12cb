/** Conditions over leads: what can be asked, of sets by SQL and of one lead in memory. */
@ApplicationModule(allowedDependencies = {"base.platform", "base.workspace"})
@NullMarked
package io.leadwell.pool.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
