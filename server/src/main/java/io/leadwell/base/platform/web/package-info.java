/** What every route shares: errors as problem+json, the language of the answer. */
@NullMarked
package io.leadwell.base.platform.web;

import org.jspecify.annotations.NullMarked;
