package io.leadwell.pool.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The keys a file has had so far and the rows they stood in: 128 bits of SHA-256 a key, so that two
 * keys are never taken for one, in open addressing. 24 bytes a row at half load: two million rows
 * take about 100 MB at most, few rows take little.
 */
final class SeenKeys {

  private static final int FIRST_SIZE = 1 << 12;

  private final MessageDigest sha;
  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private int[] rows = new int[FIRST_SIZE];
  private int count;

  SeenKeys() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The row that had the key before, or 0 when {@code row} is the first. */
  long firstRowOf(String key, long row) {
    byte[] hash = sha.digest(key.getBytes(StandardCharsets.UTF_8));
    long h = number(hash, 0);
    long l = number(hash, 8);
    int slot = slot(h, l);
    if (rows[slot] != 0) {
      return rows[slot];
    }
    if (count >= rows.length / 2) {
      grow();
      slot = slot(h, l);
    }
    high[slot] = h;
    low[slot] = l;
    rows[slot] = Math.toIntExact(row);
    count++;
    return 0;
  }

  private int slot(long h, long l) {
    int mask = rows.length - 1;
    int slot = (int) h & mask;
    while (rows[slot] != 0 && (high[slot] != h || low[slot] != l)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldRows = rows;
    high = new long[oldRows.length * 2];
    low = new long[oldRows.length * 2];
    rows = new int[oldRows.length * 2];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        int slot = slot(oldHigh[i], oldLow[i]);
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        rows[slot] = oldRows[i];
      }
    }
  }

  private static long number(byte[] hash, int from) {
    return java.nio.ByteBuffer.wrap(hash, from, Long.BYTES).getLong();
  }
}
