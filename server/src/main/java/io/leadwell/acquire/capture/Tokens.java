package io.leadwell.acquire.capture;

import io.leadwell.base.platform.Ids;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a form carries from the moment it is shown until it is taken: which version it was, when,
 * and a number that is submitted once, however often it is sent.
 */
@Component
class Tokens {

  /** A page that was open for longer asks once more. */
  private static final Duration AGE = Duration.ofDays(7);

  private static final int CONTENT = 16 + 4 + 8;
  private static final int SIGNATURE = 16;

  /** A form as it was handed out. */
  record Token(UUID id, int version, Instant shownAt) {}

  private final Signing signing;
  private final Clock clock;

  Tokens(Signing signing, Clock clock) {
    this.signing = signing;
    this.clock = clock;
  }

  String hand(UUID form, int version) {
    return hand(form, version, clock.instant());
  }

  String hand(UUID form, int version, Instant shownAt) {
    UUID id = Ids.next();
    byte[] content =
        ByteBuffer.allocate(CONTENT)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .putInt(version)
            .putLong(shownAt.toEpochMilli())
            .array();
    byte[] whole =
        ByteBuffer.allocate(CONTENT + SIGNATURE).put(content).put(signature(form, content)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Empty when it was not handed out for this form, or too long ago. */
  Optional<Token> read(UUID form, String token) {
    byte[] whole;
    try {
      whole = token.length() > 100 ? new byte[0] : Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (whole.length != CONTENT + SIGNATURE) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(whole, CONTENT);
    byte[] signature = Arrays.copyOfRange(whole, CONTENT, whole.length);
    if (!MessageDigest.isEqual(signature, signature(form, content))) {
      return Optional.empty();
    }
    ByteBuffer parts = ByteBuffer.wrap(content);
    Token read =
        new Token(
            new UUID(parts.getLong(), parts.getLong()),
            parts.getInt(),
            Instant.ofEpochMilli(parts.getLong()));
    Instant now = clock.instant();
    boolean fresh = !read.shownAt().isAfter(now) && read.shownAt().plus(AGE).isAfter(now);
    return fresh ? Optional.of(read) : Optional.empty();
  }

  private byte[] signature(UUID form, byte[] content) {
    byte[] all =
        ByteBuffer.allocate(16 + CONTENT)
            .putLong(form.getMostSignificantBits())
            .putLong(form.getLeastSignificantBits())
            .put(content)
            .array();
    return Arrays.copyOf(signing.sign(all), SIGNATURE);
  }
}
