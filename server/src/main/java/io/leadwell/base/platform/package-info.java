/** The floor everything stands on: ids, time, errors, texts, pages, the database. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.leadwell.base.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
