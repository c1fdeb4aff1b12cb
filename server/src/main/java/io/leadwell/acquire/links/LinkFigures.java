package io.leadwell.acquire.links;

/**
 * What came of a link. Robots and previews of messengers are in none of it.
 *
 * @param visitors browsers that followed it
 * @param leads leads with it among their touches
 */
public record LinkFigures(long clicks, long scans, long visitors, long leads) {

  static final LinkFigures NONE = new LinkFigures(0, 0, 0, 0);
}
