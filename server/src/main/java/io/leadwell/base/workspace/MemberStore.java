package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.MEMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;

import io.leadwell.base.platform.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members in the database. */
@Component
class MemberStore {

  private final DSLContext dsl;
  private final Clock clock;

  MemberStore(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  Optional<Member> find(UUID id) {
    return one(MEMBER.ID.eq(id));
  }

  private Optional<Member> one(Condition condition) {
    return dsl.selectFrom(MEMBER).where(condition).fetchOptional(MemberStore::map);
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return dsl.select(MEMBER.ID, MEMBER.NAME)
        .from(MEMBER)
        .where(MEMBER.ID.eq(any(ids.toArray(UUID[]::new))))
        .fetchMap(MEMBER.ID, MEMBER.NAME);
  }

  /** A member with the hash of the password; the hash never leaves this package. */
  record Credentials(Member member, String passwordHash) {}

  Optional<Credentials> credentials(String email) {
    return dsl.selectFrom(MEMBER)
        .where(lower(MEMBER.EMAIL).eq(folded(email)).and(MEMBER.PASSWORD_HASH.isNotNull()))
        .fetchOptional(row -> new Credentials(map(row), row.getPasswordHash()));
  }

  /** For changes: keeps others from changing the same member until the transaction ends. */
  Optional<Member> findForUpdate(UUID id) {
    return dsl.selectFrom(MEMBER)
        .where(MEMBER.ID.eq(id))
        .forUpdate()
        .fetchOptional(MemberStore::map);
  }

  boolean emailTaken(String email, @Nullable UUID by) {
    Condition taken = lower(MEMBER.EMAIL).eq(folded(email));
    return dsl.fetchExists(MEMBER, by == null ? taken : taken.and(MEMBER.ID.ne(by)));
  }

  boolean otherActiveAdmin(UUID than) {
    return dsl.fetchExists(
        MEMBER,
        MEMBER
            .ROLE
            .eq(Role.ADMIN.word())
            .and(MEMBER.ACTIVE)
            .and(MEMBER.PASSWORD_HASH.isNotNull())
            .and(MEMBER.ID.ne(than)));
  }

  void add(Member member, @Nullable String passwordHash) {
    dsl.insertInto(MEMBER)
        .set(MEMBER.ID, member.id())
        .set(MEMBER.PASSWORD_HASH, passwordHash)
        .set(values(member))
        .execute();
  }

  void change(Member member) {
    dsl.update(MEMBER).set(values(member)).where(MEMBER.ID.eq(member.id())).execute();
  }

  void changePassword(UUID id, String hash) {
    dsl.update(MEMBER).set(MEMBER.PASSWORD_HASH, hash).where(MEMBER.ID.eq(id)).execute();
  }

  void signedIn(UUID id) {
    dsl.update(MEMBER)
        .set(MEMBER.LAST_SIGN_IN_AT, clock.instant())
        .where(MEMBER.ID.eq(id))
        .execute();
  }

  private static Map<Field<?>, @Nullable Object> values(Member member) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(MEMBER.NAME, member.name());
    values.put(MEMBER.EMAIL, member.email());
    values.put(MEMBER.ROLE, member.role().word());
    values.put(MEMBER.SCOPE, member.scope().word());
    values.put(MEMBER.MAY_EXPORT, member.mayExport());
    values.put(MEMBER.DEPARTMENT_ID, member.departmentId());
    values.put(MEMBER.MANAGER_ID, member.managerId());
    values.put(MEMBER.LOCALE, member.locale());
    values.put(MEMBER.ACTIVE, member.active());
    return values;
  }

  List<Member> all() {
    return dsl.selectFrom(MEMBER).orderBy(MEMBER.NAME, MEMBER.ID).fetch(MemberStore::map);
  }

  /** Ids by folded name or e-mail; a member who can sign in goes before one known by name only. */
  Map<String, UUID> byFoldedNames(Collection<String> folded) {
    String[] wanted = folded.toArray(String[]::new);
    Map<String, UUID> ids = new HashMap<>();
    dsl.select(lower(MEMBER.NAME), lower(MEMBER.EMAIL), MEMBER.ID)
        .from(MEMBER)
        .where(lower(MEMBER.NAME).eq(any(wanted)).or(lower(MEMBER.EMAIL).eq(any(wanted))))
        .orderBy(MEMBER.EMAIL.isNull(), MEMBER.ACTIVE.desc(), MEMBER.CREATED_AT)
        .forEach(row -> {
          ids.putIfAbsent(row.value1(), row.value3());
          if (row.value2() != null) {
            ids.put(row.value2(), row.value3());
          }
        });
    return ids;
  }

  void addKnownByName(String name, Role role) {
    dsl.insertInto(MEMBER)
        .set(MEMBER.ID, Ids.next())
        .set(MEMBER.NAME, name)
        .set(MEMBER.ROLE, role.word())
        .set(MEMBER.SCOPE, role.usualScope().word())
        .onConflictDoNothing()
        .execute();
  }

  static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  static Member map(Record row) {
    return new Member(
        row.get(MEMBER.ID),
        row.get(MEMBER.NAME),
        row.get(MEMBER.EMAIL),
        Role.of(row.get(MEMBER.ROLE)),
        Scope.of(row.get(MEMBER.SCOPE)),
        row.get(MEMBER.MAY_EXPORT),
        row.get(MEMBER.DEPARTMENT_ID),
        row.get(MEMBER.MANAGER_ID),
        row.get(MEMBER.ACTIVE),
        row.get(MEMBER.PASSWORD_HASH) != null,
        row.get(MEMBER.LOCALE),
        row.get(MEMBER.LAST_SIGN_IN_AT));
  }
}
