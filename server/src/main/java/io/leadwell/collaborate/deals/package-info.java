/** Opportunities, proofs of concept and contracts. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "base.workspace",
      "pool.imports",
      "pool.leads",
      "acquire.campaigns"
    })
@NullMarked
package io.leadwell.collaborate.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
