/** The command line against a server that speaks the protocol. */
@NullMarked
package io.leadwell.shell;

import org.jspecify.annotations.NullMarked;
