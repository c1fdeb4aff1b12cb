/** What Tencent tells and does for us: WeCom contacts and codes, followers, mini-program links. */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "pool.consent",
      "base.workspace",
      "acquire.campaigns",
      "pool.imports",
      "pool.leads"
    })
@NullMarked
package io.leadwell.connect.wecom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
