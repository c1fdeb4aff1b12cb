/** Tests of people, keys, sessions and the audit log. */
@NullMarked
package io.leadwell.base.workspace;

import org.jspecify.annotations.NullMarked;
