/** What every module answers for that keeps something about people: show it, and forget it. */
@ApplicationModule(allowedDependencies = "base.platform")
@NullMarked
package io.leadwell.base.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
