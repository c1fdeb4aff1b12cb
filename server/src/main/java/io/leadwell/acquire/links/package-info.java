/**
 * Links that say where somebody came from: made, shortened, printed as codes, followed, counted.
 */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.workspace",
      "base.pages",
      "pool.imports",
      "pool.leads",
      "acquire.campaigns"
    })
@NullMarked
package io.leadwell.acquire.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
