package io.leadwell.acquire.collect;

import java.util.Locale;

/** Why a hit went no further; what becomes of it is part of the reason. */
public enum Reason {
  /** More deliveries are being taken in than the server has room for. */
  BUSY(Ending.SHED),
  /** An address sends more than a company's whole office would. */
  ADDRESS_TOO_FAST(Ending.SHED),
  /** A browser sends more than a person would cause. */
  VISITOR_TOO_FAST(Ending.SHED),
  /** The queue before the disk is full. */
  QUEUE_FULL(Ending.SHED),
  /** The database did not say that it has it. */
  NOT_COMMITTED(Ending.SHED),

  UNKNOWN_SITE(Ending.REJECTED),
  ROBOT(Ending.REJECTED),
  /** The browser asks not to be tracked, and the site honours that. */
  DO_NOT_TRACK(Ending.REJECTED),
  TOO_LARGE(Ending.REJECTED),
  /** The sender went away in the middle. */
  BROKEN_OFF(Ending.REJECTED),
  NOT_JSON(Ending.REJECTED),
  NO_HITS(Ending.REJECTED),
  TOO_MANY_HITS(Ending.REJECTED),
  /** The site asks for consent and the visitor has not given it. */
  NO_CONSENT(Ending.REJECTED),
  /** As many as may be kept are waiting to be looked at. */
  QUARANTINE_FULL(Ending.REJECTED),

  MISSING(Ending.QUARANTINED),
  WRONG_TYPE(Ending.QUARANTINED),
  OUT_OF_RANGE(Ending.QUARANTINED),
  TOO_LONG(Ending.QUARANTINED),
  /** Characters that no text has, such as NUL. */
  BAD_TEXT(Ending.QUARANTINED),
  BAD_ID(Ending.QUARANTINED),
  BAD_ADDRESS(Ending.QUARANTINED),
  /** The page belongs to a host that is not one of the site's. */
  FOREIGN_ORIGIN(Ending.QUARANTINED),
  /** The database refused it; the others of its batch went in. */
  NOT_STORABLE(Ending.QUARANTINED);

  private final Ending ending;

  Reason(Ending ending) {
    this.ending = ending;
  }

  public Ending ending() {
    return ending;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Reason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
