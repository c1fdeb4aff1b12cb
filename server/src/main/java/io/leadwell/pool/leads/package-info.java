/** The pool: people, companies, leads, touches and the stage ledger. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.workspace",
      "pool.imports",
      "pool.rules",
      "pool.fields",
      "base.privacy",
      "acquire.campaigns"
    })
@NullMarked
package io.leadwell.pool.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
