package io.leadwell.acquire.links;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the code in a message's link: the number of the key, the number of the bearer
 * and a signature over both and the link. Short enough for an SMS; it names nobody, and none can be
 * made up or moved to another link.
 */
final class BearerToken {

  /** Two figures to base 36. */
  private static final int KEY_LENGTH = 2;

  /** 96 bits: as many tries as there are grains of sand on many earths. */
  private static final int SIGNATURE = 12;

  private static final int BODY = Long.BYTES + SIGNATURE;
  private static final int LENGTH = KEY_LENGTH + 27;
  private static final Base64.Encoder TO = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder FROM = Base64.getUrlDecoder();

  private BearerToken() {}

  static String of(int key, byte[] secret, UUID linkId, long bearer) {
    byte[] body =
        ByteBuffer.allocate(BODY)
            .putLong(bearer)
            .put(signature(secret, key, linkId, bearer))
            .array();
    String number = Integer.toString(key, Character.MAX_RADIX);
    return (number.length() < KEY_LENGTH ? "0" : "") + number + TO.encodeToString(body);
  }

  /** The number of the bearer; empty for whatever we did not sign for this link. */
  static Optional<Long> read(
      String token, UUID linkId, IntFunction<byte @Nullable []> secretOfKey) {
    if (token.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      int key = Integer.parseInt(token.substring(0, KEY_LENGTH), Character.MAX_RADIX);
      byte[] body = FROM.decode(token.substring(KEY_LENGTH));
      byte[] secret = key < 1 || body.length != BODY ? null : secretOfKey.apply(key);
      if (secret == null) {
        return Optional.empty();
      }
      long bearer = ByteBuffer.wrap(body).getLong();
      byte[] signed = Arrays.copyOfRange(body, Long.BYTES, BODY);
      return MessageDigest.isEqual(signed, signature(secret, key, linkId, bearer))
          ? Optional.of(bearer)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] signature(byte[] secret, int key, UUID linkId, long bearer) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(
          ByteBuffer.allocate(Integer.BYTES + 3 * Long.BYTES)
              .putInt(key)
              .putLong(linkId.getMostSignificantBits())
              .putLong(linkId.getLeastSignificantBits())
              .putLong(bearer)
              .array());
      return Arrays.copyOf(mac.doFinal(), SIGNATURE);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
