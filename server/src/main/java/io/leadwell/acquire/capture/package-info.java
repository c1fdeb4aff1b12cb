/** Forms that people fill in, and leads that other systems send: built, asked, checked, brought. */
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
      "acquire.collect"
    })
@NullMarked
package io.leadwell.acquire.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
