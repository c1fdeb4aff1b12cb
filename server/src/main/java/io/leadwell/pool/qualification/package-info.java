/** What an MQL is, who agreed to it, and how far a lead is from it. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "base.workspace",
      "pool.rules",
      "pool.leads"
    })
@NullMarked
package io.leadwell.pool.qualification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
