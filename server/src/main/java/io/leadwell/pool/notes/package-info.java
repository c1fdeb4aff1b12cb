/** Notes and files that people keep at leads and companies. */
@ApplicationModule(
    allowedDependencies = {"base.platform", "base.privacy", "base.workspace", "pool.leads"})
@NullMarked
package io.leadwell.pool.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
