package io.leadwell.acquire.collect;

import java.util.Locale;

/**
 * What becomes of a hit: each ends as exactly one of these, so their counts add up to what came.
 */
public enum Ending {
  /** On the disk, for the first time. */
  STORED,
  /** Its id was on the disk already. */
  DUPLICATE,
  /** Cannot be taken as it is; kept to be looked at. */
  QUARANTINED,
  /** Not kept, and sending it again is useless. */
  REJECTED,
  /** Not kept, and to be sent again later. */
  SHED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
