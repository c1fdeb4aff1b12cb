/** What marketing publishes for people to read, watch and download, and the plan for it. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "base.workspace",
      "base.pages",
      "base.pages::web",
      "acquire.campaigns",
      "acquire.collect",
      "acquire.capture",
      "pool.rules"
    })
@NullMarked
package io.leadwell.acquire.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
