package io.leadwell.acquire.collect;

import java.util.Map;

/**
 * What came in since the start of the server and what became of it. When nothing is on its way, the
 * endings add up to what entered.
 */
record Balance(long entered, Map<Ending, Long> ended) {

  long of(Ending ending) {
    return ended.getOrDefault(ending, 0L);
  }

  long onTheWay() {
    return entered - ended.values().stream().mapToLong(Long::longValue).sum();
  }
}
