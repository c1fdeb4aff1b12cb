package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.API_KEY;
import static io.leadwell.tables.workspace.Tables.MEMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** API keys in the database: only the hash of a secret is kept. */
@Component
class KeyStore {

  private static final Duration TOUCH = Duration.ofMinutes(1);

  private final DSLContext dsl;

  KeyStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A key with the hash of its secret. */
  record Kept(ApiKey key, byte[] secretHash) {}

  List<ApiKey> all() {
    return dsl.select(API_KEY.fields())
        .select(MEMBER.NAME)
        .from(API_KEY)
        .leftJoin(MEMBER)
        .on(MEMBER.ID.eq(API_KEY.CREATED_BY))
        .orderBy(API_KEY.CREATED_AT.desc())
        .fetch(KeyStore::map);
  }

  Optional<Kept> byPrefix(String prefix) {
    return dsl.select(API_KEY.fields())
        .select(MEMBER.NAME)
        .from(API_KEY)
        .leftJoin(MEMBER)
        .on(MEMBER.ID.eq(API_KEY.CREATED_BY))
        .where(API_KEY.PREFIX.eq(prefix))
        .fetchOptional(row -> new Kept(map(row), row.get(API_KEY.SECRET_HASH)));
  }

  void add(ApiKey key, byte[] secretHash, @Nullable UUID createdBy) {
    dsl.insertInto(API_KEY)
        .set(API_KEY.ID, key.id())
        .set(API_KEY.NAME, key.name())
        .set(API_KEY.PREFIX, key.prefix())
        .set(API_KEY.SECRET_HASH, secretHash)
        .set(API_KEY.ROLE, key.role().word())
        .set(API_KEY.CREATED_BY, createdBy)
        .set(API_KEY.CREATED_AT, key.createdAt())
        .set(API_KEY.EXPIRES_AT, key.expiresAt())
        .execute();
  }

  /** Once a minute at most: a busy program must not turn into a stream of writes. */
  void used(ApiKey key, Instant now) {
    Instant last = key.lastUsedAt();
    if (last == null || last.plus(TOUCH).isBefore(now)) {
      dsl.update(API_KEY).set(API_KEY.LAST_USED_AT, now).where(API_KEY.ID.eq(key.id())).execute();
    }
  }

  /** The name of the key, or nothing when there is no such live key. */
  Optional<String> revoke(UUID id, Instant now) {
    return dsl.update(API_KEY)
        .set(API_KEY.REVOKED_AT, now)
        .where(API_KEY.ID.eq(id).and(API_KEY.REVOKED_AT.isNull()))
        .returning(API_KEY.NAME)
        .fetchOptional(API_KEY.NAME);
  }

  private static ApiKey map(Record row) {
    return new ApiKey(
        row.get(API_KEY.ID),
        row.get(API_KEY.NAME),
        Role.of(row.get(API_KEY.ROLE)),
        row.get(API_KEY.PREFIX),
        row.get(API_KEY.CREATED_AT),
        Objects.requireNonNullElse(row.get(MEMBER.NAME), "Leadwell"),
        row.get(API_KEY.LAST_USED_AT),
        row.get(API_KEY.EXPIRES_AT),
        row.get(API_KEY.REVOKED_AT));
  }
}
