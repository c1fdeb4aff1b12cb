package io.leadwell.acquire.links;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What was sent to whom with a link.
 *
 * @param message the name under which the readers' links know it
 */
public record Sending(
    UUID id,
    UUID linkId,
    String message,
    Kind kind,
    String name,
    SendingWay way,
    String createdBy,
    Instant createdAt) {

  /** Who sends it. */
  public enum Kind {
    /** A tool outside, from a file. */
    LIST,
    /** Our own outbox. */
    MAIL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Until when a click on its links names a reader. */
  public Instant knownUntil() {
    return createdAt.plus(Bearers.KNOWN_FOR);
  }
}
