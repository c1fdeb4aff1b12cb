/** Channels, campaigns, budgets and what each cost. */
@ApplicationModule(allowedDependencies = {"base.platform", "base.workspace", "pool.imports"})
@NullMarked
package io.leadwell.acquire.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
