package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a visitor did.
 *
 * @param id made where it happened (UUID version 7); the same id is the same hit
 * @param site key of the site, {@link Site#OWN} for the pages that this server shows
 * @param name {@link #PAGE}, {@link #DWELL}, or what the site calls it
 * @param visit null when it happened outside of one, such as a click on a link in a message
 * @param happenedAt by the server's clock, see {@link Clocks}
 */
public record Hit(
    UUID id,
    String site,
    String name,
    UUID visitor,
    @Nullable UUID visit,
    Instant happenedAt,
    Instant receivedAt,
    HitFacts facts) {

  /** A page was opened. */
  public static final String PAGE = "page";

  /** How long and how far a page has been read so far. */
  public static final String DWELL = "dwell";

  Hit happened(Instant at, boolean corrected) {
    return new Hit(id, site, name, visitor, visit, at, receivedAt, facts.corrected(corrected));
  }

  /** The same, arrived at another time: it was tried again. */
  Hit received(Instant at) {
    return new Hit(id, site, name, visitor, visit, happenedAt, at, facts);
  }

  Hit with(HitFacts changed) {
    return new Hit(id, site, name, visitor, visit, happenedAt, receivedAt, changed);
  }
}
