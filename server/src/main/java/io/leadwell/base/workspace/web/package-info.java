/** Routes of the workspace, and the gate before all routes. */
@NullMarked
package io.leadwell.base.workspace.web;

import org.jspecify.annotations.NullMarked;
