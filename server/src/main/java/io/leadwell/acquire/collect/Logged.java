package io.leadwell.acquire.collect;

/** A hit in the log, and where. */
record Logged(long position, Hit hit) {}
