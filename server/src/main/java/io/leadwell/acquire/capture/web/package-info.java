/** Routes of forms: pages for visitors, the builder, submissions, and leads over the API. */
@NullMarked
package io.leadwell.acquire.capture.web;

import org.jspecify.annotations.NullMarked;
