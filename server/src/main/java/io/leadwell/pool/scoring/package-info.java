/** How good each lead is, why, and where it goes: models of rules, grades, simulations. */
@ApplicationModule(
    allowedDependencies = {"base.platform", "base.workspace", "pool.rules", "pool.leads"})
@NullMarked
package io.leadwell.pool.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
