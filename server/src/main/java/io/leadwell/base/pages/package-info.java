/**
 * Pages for the public, rendered on the server: forms, content, events, and what goes wrong there.
 */
@ApplicationModule(allowedDependencies = {"base.platform", "base.workspace"})
@NullMarked
package io.leadwell.base.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
