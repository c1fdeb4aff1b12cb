/** The demo company, made through the doors that users have. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.workspace",
      "acquire.campaigns",
      "acquire.capture",
      "acquire.collect",
      "acquire.content",
      "acquire.events",
      "acquire.links",
      "pool.imports",
      "pool.leads",
      "pool.qualification",
      "pool.segments",
      "collaborate.deals",
      "connect.wecom"
    })
@NullMarked
package io.leadwell.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
