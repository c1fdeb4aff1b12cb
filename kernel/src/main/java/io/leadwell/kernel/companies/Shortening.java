package io.leadwell.kernel.companies;

import io.leadwell.kernel.companies.Profile.PlaceAt;
import java.util.Arrays;

/**
 * The least cost of getting a short form out of a full name by leaving out units, by dynamic
 * programming over both (an alignment with affine gaps after Gotoh 1982, where a gap costs what the
 * units in it cost).
 */
final class Shortening {

  private static final float NEVER = 1e9f;

  /** A single character for a place, 沪 for 上海: seldom, and well known. */
  private static final float STANDS_FOR = 1.5f;

  private float[] kept = new float[0];
  private float[] keptBefore = new float[0];
  private float[] left = new float[0];
  private float[] leftBefore = new float[0];
  private float[][] keptRows = new float[0][];
  private float[][] leftRows = new float[0][];

  /**
   * @param added cost of each unit of the short form that the full name does not have there
   */
  float cost(int[] brief, float[] added, Profile full) {
    int n = full.units().length;
    int m = brief.length;
    prepare(m, n);
    for (int i = 0; i <= m; i++) {
      fillRow(i, brief, added, full, n);
    }
    return Math.min(keptRows[m][n], leftRows[m][n]) + full.prior();
  }

  private void prepare(int m, int n) {
    if (keptRows.length <= m || keptRows[0].length <= n) {
      keptRows = new float[Math.max(m + 1, keptRows.length)][n + 16];
      leftRows = new float[keptRows.length][n + 16];
    }
  }

  private void fillRow(int i, int[] brief, float[] added, Profile full, int n) {
    kept = keptRows[i];
    left = leftRows[i];
    Arrays.fill(kept, 0, n + 1, NEVER);
    Arrays.fill(left, 0, n + 1, NEVER);
    if (i == 0) {
      left[0] = 0;
    } else {
      keptBefore = keptRows[i - 1];
      leftBefore = leftRows[i - 1];
      kept[0] = keptBefore[0] + added[i - 1];
      left[0] = leftBefore[0] + added[i - 1];
    }
    for (int j = 1; j <= n; j++) {
      float leave = j == 1 ? 0 : full.leave()[j - 2];
      left[j] = Math.min(left[j - 1], kept[j - 1] + leave) + full.drop()[j - 1];
      if (i > 0) {
        kept[j] = keptBefore[j] + added[i - 1];
        left[j] = Math.min(left[j], leftBefore[j] + added[i - 1]);
        if (brief[i - 1] == full.units()[j - 1]) {
          float start = j == 1 ? leftBefore[0] : leftBefore[j - 1] + full.enter()[j - 1];
          kept[j] = Math.min(kept[j], Math.min(keptBefore[j - 1], start) + full.keep()[j - 1]);
        }
      }
    }
    if (i > 0) {
      standIns(i, brief, full);
    }
  }

  private void standIns(int i, int[] brief, Profile full) {
    for (PlaceAt place : full.places()) {
      if (place.shorts().indexOf(brief[i - 1]) >= 0) {
        int j = place.to() + 1;
        float before = Math.min(keptBefore[place.from()], leftBefore[place.from()]);
        float cost = before + STANDS_FOR;
        if (cost < kept[j]) {
          kept[j] = cost;
          // What follows in this row was filled before the place was known to be kept.
          for (int k = j + 1; k <= full.units().length; k++) {
            float on =
                Math.min(left[k - 1], kept[k - 1] + full.leave()[k - 2]) + full.drop()[k - 1];
            left[k] = Math.min(left[k], on);
          }
        }
      }
    }
  }
}
