/** What somebody is to do about a lead, by when, and what came of it. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.calendar",
      "base.privacy",
      "base.workspace",
      "pool.leads",
      "acquire.campaigns"
    })
@NullMarked
package io.leadwell.collaborate.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
