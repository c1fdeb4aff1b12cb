package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;

import io.leadwell.base.platform.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done by whom, written in the transaction of the deed. Each entry carries the hash of the
 * one before it, so that a removed or altered entry shows.
 */
@Service
public class Audit {

  private final DSLContext dsl;
  private final Database database;
  private final JsonMapper json;
  private final Clock clock;

  Audit(DSLContext dsl, Database database, JsonMapper json, Clock clock) {
    this.dsl = dsl;
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      Caller who,
      String action,
      String objectKind,
      @Nullable String objectId,
      @Nullable String label,
      Map<String, Object> detail) {
    // One writer at a time: the chain has no forks.
    database.lock("workspace.audit");
    byte[] previous =
        dsl.select(AUDIT_ENTRY.HASH)
            .from(AUDIT_ENTRY)
            .orderBy(AUDIT_ENTRY.ID.desc())
            .limit(1)
            .fetchOne(AUDIT_ENTRY.HASH);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID actorId = who.memberId() == null ? who.keyId() : who.memberId();
    String details = json.writeValueAsString(new TreeMap<>(detail));
    dsl.insertInto(AUDIT_ENTRY)
        .set(AUDIT_ENTRY.HAPPENED_AT, now)
        .set(AUDIT_ENTRY.ACTOR_KIND, who.kind().name().toLowerCase(Locale.ROOT))
        .set(AUDIT_ENTRY.ACTOR_ID, actorId)
        .set(AUDIT_ENTRY.ACTOR_NAME, who.name())
        .set(AUDIT_ENTRY.ACTION, action)
        .set(AUDIT_ENTRY.OBJECT_KIND, objectKind)
        .set(AUDIT_ENTRY.OBJECT_ID, objectId)
        .set(AUDIT_ENTRY.OBJECT_LABEL, label)
        .set(AUDIT_ENTRY.DETAIL, JSONB.jsonb(details))
        .set(AUDIT_ENTRY.IP, who.ip())
        .set(AUDIT_ENTRY.PREVIOUS_HASH, previous)
        .set(
            AUDIT_ENTRY.HASH,
            hash(previous, now, actorId, who.name(), action, objectKind, objectId, label))
        .execute();
  }

  static byte[] hash(byte @Nullable [] previous, @Nullable Object... content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      if (previous != null) {
        sha.update(previous);
      }
      for (Object part : content) {
        sha.update(Objects.toString(part, "").getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0x1f);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
