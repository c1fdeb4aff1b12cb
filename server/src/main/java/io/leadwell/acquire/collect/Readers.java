package io.leadwell.acquire.collect;

/**
 * How a content was read on the pages that are counted.
 *
 * @param views how often its page was opened
 * @param visitors by how many browsers
 * @param dwellMs milliseconds that it was in sight, all together
 * @param ends how often it was read or watched to its end
 */
public record Readers(
    long views, long visitors, long dwellMs, long ends, long shares, long downloads) {

  public static final Readers NONE = new Readers(0, 0, 0, 0, 0, 0);

  public Readers and(Readers other) {
    return new Readers(
        views + other.views,
        visitors + other.visitors,
        dwellMs + other.dwellMs,
        ends + other.ends,
        shares + other.shares,
        downloads + other.downloads);
  }
}
