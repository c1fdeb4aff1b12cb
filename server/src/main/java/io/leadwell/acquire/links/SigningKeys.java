package io.leadwell.acquire.links;

import static io.leadwell.tables.links.Tables.SIGNING_KEY;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.TablesReplaced;
import io.leadwell.base.workspace.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys by which links of messages are signed, made when the first is needed. */
@Component
class SigningKeys {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A key that signs. */
  record Signing(int number, byte[] secret) {}

  private final DSLContext dsl;
  private final Database database;
  private final Vault vault;
  private final Clock clock;
  private final Map<Integer, byte[]> known = new ConcurrentHashMap<>();

  SigningKeys(DSLContext dsl, Database database, Vault vault, Clock clock) {
    this.dsl = dsl;
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** The key that signs now. */
  @Transactional
  public Signing signing() {
    Integer number = newest();
    if (number == null) {
      database.lock("links.signing-key");
      number = newest();
    }
    byte[] secret = number == null ? null : of(number);
    if (number != null && secret != null) {
      return new Signing(number, secret);
    }
    // none yet, or one whose vault is gone: links signed by it know nobody any more
    return make(number == null ? 1 : number + 1);
  }

  /** Signs with a new key from now on; links that are out stay good. */
  @Transactional
  public int renew() {
    database.lock("links.signing-key");
    Integer number = newest();
    return make(number == null ? 1 : number + 1).number();
  }

  /** Null when there is no such key, or it is retired or can't be unsealed. */
  byte @Nullable [] of(int number) {
    byte[] secret = known.get(number);
    if (secret != null) {
      return secret;
    }
    String sealed =
        dsl.select(SIGNING_KEY.SECRET)
            .from(SIGNING_KEY)
            .where(SIGNING_KEY.NUMBER.eq(number))
            .and(SIGNING_KEY.RETIRED_AT.isNull())
            .fetchOne(SIGNING_KEY.SECRET);
    if (sealed == null) {
      return null;
    }
    try {
      byte[] opened = HexFormat.of().parseHex(vault.open(sealed, purpose(number)));
      known.put(number, opened);
      return opened;
    } catch (Problem | IllegalArgumentException e) {
      LOG.error("Signing key {} can't be unsealed; its links no longer know their readers", number);
      return null;
    }
  }

  @EventListener
  void on(TablesReplaced replaced) {
    known.clear();
  }

  private @Nullable Integer newest() {
    return dsl.select(SIGNING_KEY.NUMBER)
        .from(SIGNING_KEY)
        .orderBy(SIGNING_KEY.NUMBER.desc())
        .limit(1)
        .fetchOne(SIGNING_KEY.NUMBER);
  }

  private Signing make(int number) {
    byte[] secret = new byte[LENGTH];
    RANDOM.nextBytes(secret);
    dsl.insertInto(SIGNING_KEY)
        .set(SIGNING_KEY.NUMBER, number)
        .set(SIGNING_KEY.SECRET, vault.seal(HexFormat.of().formatHex(secret), purpose(number)))
        .set(SIGNING_KEY.CREATED_AT, clock.instant())
        .execute();
    return new Signing(number, secret);
  }

  private static String purpose(int number) {
    return "links.signing:" + number;
  }
}
