/** PostgreSQL in the data folder, fit for real use: durable, password-protected, restartable. */
@NullMarked
package io.leadwell.postgres;

import org.jspecify.annotations.NullMarked;
