package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.SIGNING_KEY;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs what readers carry for us: cookies, addresses of files, where a form stands. */
@Component
class Signatures {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY = 32;

  /** 144 bits: as an address is still short, and nobody guesses it. */
  private static final int LENGTH = 18;

  private final DSLContext dsl;
  private byte @Nullable [] key;

  Signatures(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Over the purpose and each part with its length: no two lists of parts read the same. */
  String of(String purpose, Object... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      add(mac, purpose);
      for (Object part : parts) {
        add(mac, part.toString());
      }
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(mac.doFinal(), LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }

  boolean fits(String signature, String purpose, Object... parts) {
    return MessageDigest.isEqual(
        signature.getBytes(StandardCharsets.UTF_8),
        of(purpose, parts).getBytes(StandardCharsets.UTF_8));
  }

  private static void add(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    mac.update(bytes);
  }

  /** Made once for all servers on this database. */
  private synchronized byte[] key() {
    byte[] known = key;
    if (known == null) {
      byte[] fresh = new byte[KEY];
      new SecureRandom().nextBytes(fresh);
      dsl.insertInto(SIGNING_KEY).set(SIGNING_KEY.KEY, fresh).onConflictDoNothing().execute();
      known = dsl.select(SIGNING_KEY.KEY).from(SIGNING_KEY).fetchSingle(SIGNING_KEY.KEY);
      key = known;
    }
    return known;
  }
}
