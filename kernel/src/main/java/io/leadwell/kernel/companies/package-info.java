/**
 * Names of companies: read into place, core, trade, legal form and branch, compared with each
 * other, and found by a short form.
 */
@NullMarked
package io.leadwell.kernel.companies;

import org.jspecify.annotations.NullMarked;
