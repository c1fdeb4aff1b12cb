/**
 * Who agreed to be contacted for what and by which means, whom nobody may contact, and what
 * somebody is given who asks what is kept about them, or is forgotten.
 */
@ApplicationModule(
    allowedDependencies = {
      "base.platform",
      "base.privacy",
      "base.workspace",
      "pool.imports",
      "pool.leads"
    })
@NullMarked
package io.leadwell.pool.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
