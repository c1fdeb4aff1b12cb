/** Who works here, what each may see and do, and what each did. */
@ApplicationModule(allowedDependencies = {"base.platform", "base.privacy"})
@NullMarked
package io.leadwell.base.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
