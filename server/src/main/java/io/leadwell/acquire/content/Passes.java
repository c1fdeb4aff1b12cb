package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.REGISTRATION;

import io.leadwell.base.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who has passed a gate. A browser is known by the random number in its cookie, its holder; having
 * filled a form is a pass for every gate with that form, so that nobody fills the same form twice.
 */
@Service
public class Passes {

  /**
   * A film is watched and a long paper read within this; a page that is opened again signs anew.
   */
  private static final Duration FILE_LINK = Duration.ofHours(6);

  private static final Duration PREVIEW = Duration.ofDays(7);
  private static final int UUID_LENGTH = 36;

  private final DSLContext dsl;
  private final Signatures signatures;
  private final Clock clock;

  Passes(DSLContext dsl, Signatures signatures, Clock clock) {
    this.dsl = dsl;
    this.signatures = signatures;
    this.clock = clock;
  }

  /** What a cookie says of a new reader. */
  public String newCookie() {
    UUID holder = Ids.next();
    return holder + "." + signatures.of("holder", holder);
  }

  /** The holder in a cookie of ours; nothing in any other. */
  public Optional<UUID> holder(@Nullable String cookie) {
    if (cookie == null || cookie.length() < UUID_LENGTH + 2 || cookie.charAt(UUID_LENGTH) != '.') {
      return Optional.empty();
    }
    try {
      UUID holder = UUID.fromString(cookie.substring(0, UUID_LENGTH));
      return signatures.fits(cookie.substring(UUID_LENGTH + 1), "holder", holder)
          ? Optional.of(holder)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether there is no gate, or the holder has passed it. */
  public boolean passed(Item item, @Nullable UUID holder) {
    Gate gate = item.said().gate();
    UUID form = gate.formId();
    if (!gate.closed() || form == null) {
      return !gate.closed();
    }
    return holder != null
        && dsl.fetchExists(
            REGISTRATION, REGISTRATION.HOLDER.eq(holder).and(REGISTRATION.FORM_ID.eq(form)));
  }

  /** The end of an address by which this holder, and nobody else, gets the file for a while. */
  public String fileToken(Item item, UUID holder) {
    long until = clock.instant().plus(FILE_LINK).getEpochSecond();
    return Long.toString(until, Character.MAX_RADIX) + "." + fileSignature(item, holder, until);
  }

  public boolean opensFile(Item item, @Nullable UUID holder, @Nullable String token) {
    Timed timed = timed(token);
    return holder != null
        && timed != null
        && signatures.fits(timed.signature(), "file", parts(item, holder, timed.until()))
        && passed(item, holder);
  }

  /** Lets one see an item that is not public, for a week. */
  public String previewToken(UUID item) {
    long until = clock.instant().plus(PREVIEW).getEpochSecond();
    return Long.toString(until, Character.MAX_RADIX) + "." + signatures.of("preview", item, until);
  }

  public boolean opensPreview(UUID item, @Nullable String token) {
    Timed timed = timed(token);
    return timed != null && signatures.fits(timed.signature(), "preview", item, timed.until());
  }

  private String fileSignature(Item item, UUID holder, long until) {
    return signatures.of("file", parts(item, holder, until));
  }

  /** The file too: when it is replaced, addresses of the old one open nothing. */
  private static Object[] parts(Item item, UUID holder, long until) {
    return new Object[] {item.id(), String.valueOf(item.said().file()), holder, until};
  }

  private record Timed(long until, String signature) {}

  private @Nullable Timed timed(@Nullable String token) {
    int dot = token == null ? -1 : token.indexOf('.');
    if (token == null || dot < 1 || dot > 12) {
      return null;
    }
    try {
      long until = Long.parseLong(token.substring(0, dot), Character.MAX_RADIX);
      return Instant.ofEpochSecond(until).isAfter(clock.instant())
          ? new Timed(until, token.substring(dot + 1))
          : null;
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return null;
    }
  }
}
