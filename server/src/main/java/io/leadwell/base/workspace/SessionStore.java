package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.MEMBER;
import static io.leadwell.tables.workspace.Tables.SESSION;

import io.leadwell.base.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions in the database: only the hash of a token is kept. */
@Component
class SessionStore {

  private static final Duration IDLE = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration TOUCH = Duration.ofMinutes(1);

  private final DSLContext dsl;
  private final Clock clock;

  SessionStore(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** A new session; returns its token. */
  String begin(UUID member, Visitor visitor) {
    String token = Secrets.next();
    Instant now = clock.instant();
    dsl.insertInto(SESSION)
        .set(SESSION.ID, Ids.next())
        .set(SESSION.TOKEN_HASH, Secrets.sha256(token))
        .set(SESSION.MEMBER_ID, member)
        .set(SESSION.CREATED_AT, now)
        .set(SESSION.LAST_SEEN_AT, now)
        .set(SESSION.EXPIRES_AT, now.plus(LONGEST))
        .set(SESSION.IP, visitor.ip())
        .set(SESSION.USER_AGENT, visitor.userAgent())
        .execute();
    return token;
  }

  /** The active member whose live session this is; notes that it was seen, once a minute. */
  Optional<Member> memberOf(String token) {
    byte[] hash = Secrets.sha256(token);
    Instant now = clock.instant();
    return dsl.select(MEMBER.fields())
        .select(SESSION.LAST_SEEN_AT, SESSION.ID)
        .from(SESSION)
        .join(MEMBER)
        .on(MEMBER.ID.eq(SESSION.MEMBER_ID))
        .where(SESSION.TOKEN_HASH.eq(hash).and(live(now)).and(MEMBER.ACTIVE))
        .fetchOptional(row -> {
          if (row.get(SESSION.LAST_SEEN_AT).plus(TOUCH).isBefore(now)) {
            dsl.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, now)
                .where(SESSION.ID.eq(row.get(SESSION.ID)))
                .execute();
          }
          return MemberStore.map(row.into(MEMBER));
        });
  }

  Optional<UUID> idOf(String token) {
    return dsl.select(SESSION.ID)
        .from(SESSION)
        .where(SESSION.TOKEN_HASH.eq(Secrets.sha256(token)))
        .fetchOptional(SESSION.ID);
  }

  List<Session> of(UUID member) {
    return dsl.selectFrom(SESSION)
        .where(SESSION.MEMBER_ID.eq(member).and(live(clock.instant())))
        .orderBy(SESSION.LAST_SEEN_AT.desc())
        .fetch(row ->
            new Session(
                row.getId(),
                row.getCreatedAt(),
                row.getLastSeenAt(),
                row.getIp(),
                row.getUserAgent()));
  }

  int end(String token) {
    return dsl.deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(Secrets.sha256(token))).execute();
  }

  int end(UUID member, UUID session) {
    return dsl.deleteFrom(SESSION)
        .where(SESSION.MEMBER_ID.eq(member).and(SESSION.ID.eq(session)))
        .execute();
  }

  void endAllOf(UUID member, @Nullable UUID except) {
    Condition doomed = SESSION.MEMBER_ID.eq(member);
    dsl.deleteFrom(SESSION)
        .where(except == null ? doomed : doomed.and(SESSION.ID.ne(except)))
        .execute();
  }

  void forgetExpired() {
    dsl.deleteFrom(SESSION).where(live(clock.instant()).not()).execute();
  }

  private static Condition live(Instant now) {
    return SESSION.EXPIRES_AT.gt(now).and(SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)));
  }
}
