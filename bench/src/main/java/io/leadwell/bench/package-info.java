/** Benchmarks: each work beside its anchor, in one run, on one machine. */
@NullMarked
package io.leadwell.bench;

import org.jspecify.annotations.NullMarked;
