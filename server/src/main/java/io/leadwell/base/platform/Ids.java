package io.leadwell.base.platform;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids of everything stored: UUID version 7 (RFC 9562), so that new rows lie together in an index.
 *
 * <p>Within one process ids grow strictly: a counter takes the place of the sub-millisecond bits.
 */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static long lastMillis;
  private static int counter;

  private Ids() {}

  public static UUID next() {
    long millis;
    int count;
    synchronized (Ids.class) {
      millis = Math.max(System.currentTimeMillis(), lastMillis);
      if (millis == lastMillis) {
        counter++;
        if (counter > 0xFFF) {
          millis++;
          counter = 0;
        }
      } else {
        counter = RANDOM.nextInt(0x800);
      }
      lastMillis = millis;
      count = counter;
    }
    long high = (millis << 16) | 0x7000L | count;
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
