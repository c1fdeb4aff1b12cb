/** Names of companies that nobody bears, with the truth known: for tests and measurements. */
@NullMarked
package io.leadwell.kernel.companies.invented;

import org.jspecify.annotations.NullMarked;
