/** Reports of Baidu's search advertising, fetched every day. */
@ApplicationModule(allowedDependencies = {"base.platform", "base.workspace", "acquire.campaigns"})
@NullMarked
package io.leadwell.connect.baidu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
