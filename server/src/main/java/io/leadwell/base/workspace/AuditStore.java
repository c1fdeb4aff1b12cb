package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit log in the database: only ever appended to. */
@Component
class AuditStore {

  private static final int COUNTED = 10_000;
  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final DSLContext dsl;
  private final JsonMapper json;

  AuditStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  void append(AuditFacts facts) {
    byte[] previous =
        dsl.select(AUDIT_ENTRY.HASH)
            .from(AUDIT_ENTRY)
            .orderBy(AUDIT_ENTRY.ID.desc())
            .limit(1)
            .fetchOne(AUDIT_ENTRY.HASH);
    dsl.insertInto(AUDIT_ENTRY)
        .set(AUDIT_ENTRY.HAPPENED_AT, facts.at())
        .set(AUDIT_ENTRY.ACTOR_KIND, facts.actorKind())
        .set(AUDIT_ENTRY.ACTOR_ID, facts.actorId())
        .set(AUDIT_ENTRY.ACTOR_NAME, facts.actorName())
        .set(AUDIT_ENTRY.ACTION, facts.action())
        .set(AUDIT_ENTRY.OBJECT_KIND, facts.objectKind())
        .set(AUDIT_ENTRY.OBJECT_ID, facts.objectId())
        .set(AUDIT_ENTRY.OBJECT_LABEL, facts.objectLabel())
        .set(AUDIT_ENTRY.DETAIL, JSONB.jsonb(facts.detail()))
        .set(AUDIT_ENTRY.IP, facts.ip())
        .set(AUDIT_ENTRY.PREVIOUS_HASH, previous)
        .set(AUDIT_ENTRY.HASH, facts.hash(previous))
        .execute();
  }

  Page<AuditEntry> list(AuditFilter filter, @Nullable String cursor, int limit) {
    Condition wanted = condition(filter);
    List<String> last = Cursor.values(cursor, 1);
    Condition following =
        last == null ? wanted : wanted.and(AUDIT_ENTRY.ID.lt(number(last.getFirst())));
    List<AuditEntry> found =
        dsl.selectFrom(AUDIT_ENTRY)
            .where(following)
            .orderBy(AUDIT_ENTRY.ID.desc())
            .limit(limit + 1)
            .fetch(this::entry);
    boolean more = found.size() > limit;
    List<AuditEntry> items = more ? found.subList(0, limit) : found;
    int total = dsl.fetchCount(select(one()).from(AUDIT_ENTRY).where(wanted).limit(COUNTED + 1));
    return new Page<>(
        items,
        more ? Cursor.of(List.of(items.getLast().id())) : null,
        Math.min(total, COUNTED),
        total > COUNTED);
  }

  AuditCheck verify() {
    long entries = 0;
    byte[] previous = null;
    Set<String> erased = new LinkedHashSet<>();
    Set<String> named = new HashSet<>();
    try (var rows =
        dsl.selectFrom(AUDIT_ENTRY).orderBy(AUDIT_ENTRY.ID).fetchSize(1_000).fetchLazy()) {
      for (Record row : rows) {
        entries++;
        byte[] hash = row.get(AUDIT_ENTRY.HASH);
        String id = row.get(AUDIT_ENTRY.ID).toString();
        boolean silent = row.get(AUDIT_ENTRY.ERASED_AT) != null;
        if (!Arrays.equals(previous, row.get(AUDIT_ENTRY.PREVIOUS_HASH))
            || !silent && !Arrays.equals(facts(row).hash(previous), hash)) {
          return new AuditCheck(entries, false, id);
        }
        if (silent) {
          erased.add(id);
        } else if (row.get(AUDIT_ENTRY.ACTION).equals(Audit.ERASED)) {
          named.addAll(named(row));
        }
        previous = hash;
      }
    }
    erased.removeAll(named);
    return new AuditCheck(
        entries, erased.isEmpty(), erased.isEmpty() ? null : erased.iterator().next());
  }

  private List<String> named(Record row) {
    return json.readValue(row.get(AUDIT_ENTRY.DETAIL).data(), DETAIL).get(Audit.ENTRIES)
            instanceof List<?> ids
        ? ids.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Condition condition(AuditFilter filter) {
    Condition wanted = noCondition();
    if (filter.actor() != null) {
      wanted = wanted.and(AUDIT_ENTRY.ACTOR_ID.eq(filter.actor()));
    }
    if (filter.action() != null) {
      wanted = wanted.and(AUDIT_ENTRY.ACTION.eq(filter.action()));
    }
    if (filter.from() != null) {
      wanted = wanted.and(AUDIT_ENTRY.HAPPENED_AT.ge(filter.from()));
    }
    if (filter.before() != null) {
      wanted = wanted.and(AUDIT_ENTRY.HAPPENED_AT.lt(filter.before()));
    }
    return wanted;
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  private AuditEntry entry(Record row) {
    return new AuditEntry(
        row.get(AUDIT_ENTRY.ID).toString(),
        row.get(AUDIT_ENTRY.HAPPENED_AT),
        new AuditEntry.Actor(row.get(AUDIT_ENTRY.ACTOR_KIND), row.get(AUDIT_ENTRY.ACTOR_NAME)),
        row.get(AUDIT_ENTRY.ACTION),
        new AuditEntry.Subject(
            Objects.toString(row.get(AUDIT_ENTRY.OBJECT_KIND), ""),
            Objects.toString(row.get(AUDIT_ENTRY.OBJECT_ID), ""),
            Objects.toString(row.get(AUDIT_ENTRY.OBJECT_LABEL), "")),
        json.readValue(row.get(AUDIT_ENTRY.DETAIL).data(), DETAIL),
        row.get(AUDIT_ENTRY.IP));
  }

  private static AuditFacts facts(Record row) {
    return new AuditFacts(
        row.get(AUDIT_ENTRY.HAPPENED_AT),
        row.get(AUDIT_ENTRY.ACTOR_KIND),
        row.get(AUDIT_ENTRY.ACTOR_ID),
        row.get(AUDIT_ENTRY.ACTOR_NAME),
        row.get(AUDIT_ENTRY.ACTION),
        row.get(AUDIT_ENTRY.OBJECT_KIND),
        row.get(AUDIT_ENTRY.OBJECT_ID),
        row.get(AUDIT_ENTRY.OBJECT_LABEL),
        row.get(AUDIT_ENTRY.DETAIL).data(),
        row.get(AUDIT_ENTRY.IP));
  }
}
