package io.leadwell.acquire.collect;

/**
 * What came of trying quarantined hits again.
 *
 * @param taken are in the log now
 * @param still are in quarantine, perhaps for another reason
 */
public record Replayed(int taken, int still) {}
