/**
 * What may be told of a lead, a person and a company: the fields everybody has and a house's own.
 */
@ApplicationModule(allowedDependencies = {"base.platform", "base.workspace", "pool.imports"})
@NullMarked
package io.leadwell.pool.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
