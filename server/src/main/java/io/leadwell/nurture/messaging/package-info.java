/** Messages that leave the house: written once, sent once, with what became of each. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "pool.consent",
      "base.workspace",
      "base.pages",
      "base.pages::web",
      "pool.leads"
    })
@NullMarked
package io.leadwell.nurture.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
