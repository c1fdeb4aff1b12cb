/**
 * The command line: a client of the HTTP interface, as any other program would be. Runs without
 * Spring, in a process of its own, against a server here or elsewhere.
 */
@NullMarked
package io.leadwell.shell;

import org.jspecify.annotations.NullMarked;
