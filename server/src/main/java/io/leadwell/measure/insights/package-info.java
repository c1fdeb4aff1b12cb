/** How many, how fast, for how much: every figure with the people behind it. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.workspace",
      "acquire.campaigns",
      "pool.leads",
      "collaborate.deals"
    })
@NullMarked
package io.leadwell.measure.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
