package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.MEMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;

import io.leadwell.base.platform.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Members in the database. */
@Component
class MemberStore {

  private final DSLContext dsl;

  MemberStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Member> find(UUID id) {
    return one(MEMBER.ID.eq(id));
  }

  private Optional<Member> one(Condition condition) {
    return dsl.selectFrom(MEMBER).where(condition).fetchOptional(MemberStore::map);
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
