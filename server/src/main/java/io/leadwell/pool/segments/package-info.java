/** Leads cut out of the pool: by rules that stay true, and by hand. */
@ApplicationModule(
    allowedDependencies = {"base.platform", "base.workspace", "pool.rules", "pool.leads"})
@NullMarked
package io.leadwell.pool.segments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
