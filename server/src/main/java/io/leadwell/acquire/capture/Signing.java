package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.SIGNING_KEY;

import io.leadwell.base.platform.TablesReplaced;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Signs what is handed out with a form, so that nobody can say they got it when they did not. The
 * key outlives a restart: a page that is open while the server is renewed stays good.
 */
@Component
class Signing {

  private static final int ONLY = 1;
  private static final int KEY = 32;

  private final DSLContext dsl;
  private volatile byte @Nullable [] key;

  Signing(DSLContext dsl) {
    this.dsl = dsl;
  }

  byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  boolean isOurs(byte[] content, byte[] signature) {
    return MessageDigest.isEqual(sign(content), signature);
  }

  @EventListener
  void on(TablesReplaced replaced) {
    key = null;
  }

  private byte[] key() {
    byte[] known = key;
    if (known == null) {
      byte[] fresh = new byte[KEY];
      new SecureRandom().nextBytes(fresh);
      dsl.insertInto(SIGNING_KEY)
          .set(SIGNING_KEY.ID, ONLY)
          .set(SIGNING_KEY.SECRET, fresh)
          .onConflictDoNothing()
          .execute();
      known =
          Objects.requireNonNull(
              dsl.select(SIGNING_KEY.SECRET).from(SIGNING_KEY).fetchSingle().value1());
      key = known;
    }
    return known;
  }
}
