/** Events: planned, registered for, confirmed and reminded by mail, attended, followed up. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "base.workspace",
      "base.pages",
      "base.pages::web",
      "pool.imports",
      "pool.leads",
      "acquire.campaigns",
      "acquire.capture",
      "acquire.content",
      "acquire.links",
      "nurture.messaging"
    })
@NullMarked
package io.leadwell.acquire.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
