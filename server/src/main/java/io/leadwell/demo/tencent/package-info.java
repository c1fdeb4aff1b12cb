/**
 * A stand-in for Tencent on this machine: answers as its interfaces do and calls back signed and
 * encrypted as it does. The demonstration runs on it, and so do the tests.
 */
@NullMarked
package io.leadwell.demo.tencent;

import org.jspecify.annotations.NullMarked;
