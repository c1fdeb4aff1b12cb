/**
 * Links that say where somebody came from: made, shortened, printed as codes, followed, counted.
 */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "pool.consent",
      "base.workspace",
      "base.pages",
      "base.pages::web",
      "pool.imports",
      "pool.leads",
      "acquire.campaigns",
      "acquire.collect",
      "nurture.messaging"
    })
@NullMarked
package io.leadwell.acquire.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
