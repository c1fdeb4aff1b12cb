/** Files on their way in: mapping, check, commit, undo. Knows no kind of content itself. */
@ApplicationModule(allowedDependencies = {"base.platform", "base.privacy", "base.workspace"})
@NullMarked
package io.leadwell.pool.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
