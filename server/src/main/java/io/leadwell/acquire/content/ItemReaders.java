package io.leadwell.acquire.content;

import io.leadwell.acquire.collect.Readers;

/**
 * How an item was read.
 *
 * @param views how often its page was opened
 * @param visitors by how many browsers; under a title that was changed later they count again
 * @param dwellMs milliseconds in sight, all together
 * @param ends how often it was read or watched to its end
 * @param registrations forms filled in at its gate
 */
public record ItemReaders(
    long views,
    long visitors,
    long dwellMs,
    long ends,
    long shares,
    long downloads,
    long registrations) {

  static ItemReaders of(Readers read, long registrations) {
    return new ItemReaders(
        read.views(),
        read.visitors(),
        read.dwellMs(),
        read.ends(),
        read.shares(),
        read.downloads(),
        registrations);
  }
}
