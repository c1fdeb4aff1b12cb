/** What visitors do: hits come in, are kept for good, and add up to visits. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "base.workspace",
      "base.pages",
      "base.pages::web",
      "acquire.campaigns",
      "pool.leads"
    })
@NullMarked
package io.leadwell.acquire.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
