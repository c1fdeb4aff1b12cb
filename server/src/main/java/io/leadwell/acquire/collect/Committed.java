package io.leadwell.acquire.collect;

/** What became of the hits of one load, once the disk has them. */
record Committed(int stored, int duplicate, int quarantined, int rejected) {

  static final Committed NOTHING = new Committed(0, 0, 0, 0);

  Committed plus(Committed other) {
    return new Committed(
        stored + other.stored,
        duplicate + other.duplicate,
        quarantined + other.quarantined,
        rejected + other.rejected);
  }
}
