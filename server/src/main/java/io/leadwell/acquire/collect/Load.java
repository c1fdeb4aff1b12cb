package io.leadwell.acquire.collect;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery brings to the log.
 *
 * @param hits to be stored
 * @param quarantined to be put aside
 * @param aside makes of a hit that the database will not have one to be put aside; null when there
 *     is nothing to be looked at
 */
record Load(
    List<Hit> hits, List<Quarantined> quarantined, Function<Hit, @Nullable Quarantined> aside) {

  int size() {
    return hits.size() + quarantined.size();
  }
}
