package io.leadwell.pool.consent;

import static io.leadwell.tables.consent.Tables.HASH_KEY;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.TablesReplaced;
import io.leadwell.base.workspace.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key under which addresses of erased people are hashed (HMAC-SHA-256). There are few phone
 * numbers: without a key anybody could try them all, so it is sealed by the vault, whose own key is
 * not in the database.
 */
@Component
class HashKey {

  private static final String HMAC = "HmacSHA256";
  private static final String PURPOSE = "consent.hash-key";
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DSLContext dsl;
  private final Vault vault;
  private final TransactionTemplate own;
  private volatile byte @Nullable [] known;

  HashKey(DSLContext dsl, Vault vault, PlatformTransactionManager transactions) {
    this.dsl = dsl;
    this.vault = vault;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Null as long as nobody was erased: then there is nothing to compare with. */
  byte @Nullable [] hashIfAny(String address) {
    byte[] key = key();
    return key == null ? null : hash(key, address);
  }

  /** Makes the key with the first erasure, whatever becomes of that. */
  byte[] hash(String address) {
    byte[] key = key();
    if (key == null) {
      own.executeWithoutResult(_ -> make());
      key = Objects.requireNonNull(key());
    }
    return hash(key, address);
  }

  @EventListener
  void on(TablesReplaced replaced) {
    known = null;
  }

  /** A key that can't be unsealed is not replaced: what was hashed under it would be sent to. */
  private byte @Nullable [] key() {
    byte[] key = known;
    if (key != null) {
      return key;
    }
    String sealed = dsl.select(HASH_KEY.SECRET).from(HASH_KEY).fetchOne(HASH_KEY.SECRET);
    if (sealed == null) {
      return null;
    }
    try {
      byte[] opened = HexFormat.of().parseHex(vault.open(sealed, PURPOSE));
      known = opened;
      return opened;
    } catch (Problem e) {
      throw new Problem(ConsentProblem.HASH_KEY_LOST);
    }
  }

  /** In a transaction of its own: what is kept in memory must not be taken back. */
  private void make() {
    byte[] secret = new byte[LENGTH];
    RANDOM.nextBytes(secret);
    dsl.insertInto(HASH_KEY)
        .set(HASH_KEY.SECRET, vault.seal(HexFormat.of().formatHex(secret), PURPOSE))
        .onConflictDoNothing()
        .execute();
  }

  private static byte[] hash(byte[] key, String address) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }
}
