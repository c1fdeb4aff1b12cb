package io.leadwell.pool.qualification;

import static io.leadwell.tables.qualification.Tables.DEFINITION;
import static io.leadwell.tables.qualification.Tables.QUALIFIED;
import static io.leadwell.tables.qualification.Tables.SIGNATURE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.leadwell.base.platform.Ids;
import io.leadwell.tables.qualification.tables.records.DefinitionRow;
import io.leadwell.tables.qualification.tables.records.SignatureRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Definitions and their signatures. */
@Component
class DefinitionStore {

  private final DSLContext dsl;

  DefinitionStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Newest first. */
  List<DefinitionRow> all() {
    return dsl.selectFrom(DEFINITION).orderBy(DEFINITION.VERSION.desc()).fetch();
  }

  Optional<DefinitionRow> inForce() {
    return dsl.selectFrom(DEFINITION)
        .where(DEFINITION.IN_FORCE_AT.isNotNull())
        .and(DEFINITION.REPLACED_AT.isNull())
        .fetchOptional();
  }

  Optional<DefinitionRow> locked(UUID id) {
    return dsl.selectFrom(DEFINITION).where(DEFINITION.ID.eq(id)).forUpdate().fetchOptional();
  }

  boolean hasDraft() {
    return dsl.fetchExists(
        DEFINITION, DEFINITION.IN_FORCE_AT.isNull().and(DEFINITION.DISCARDED_AT.isNull()));
  }

  UUID add(String said, String rule, List<String> required, @Nullable UUID by, Instant now) {
    UUID id = Ids.next();
    int version =
        dsl.select(coalesce(max(DEFINITION.VERSION), inline(0)))
                .from(DEFINITION)
                .fetchSingle()
                .value1()
            + 1;
    dsl.insertInto(DEFINITION)
        .set(DEFINITION.ID, id)
        .set(DEFINITION.VERSION, version)
        .set(DEFINITION.SAID, said)
        .set(DEFINITION.RULE, JSONB.valueOf(rule))
        .set(DEFINITION.REQUIRED, required.toArray(String[]::new))
        .set(DEFINITION.CREATED_BY, by)
        .set(DEFINITION.CREATED_AT, now)
        .set(DEFINITION.CHANGED_AT, now)
        .execute();
    return id;
  }

  void change(UUID id, String said, String rule, List<String> required, Instant now) {
    dsl.update(DEFINITION)
        .set(DEFINITION.SAID, said)
        .set(DEFINITION.RULE, JSONB.valueOf(rule))
        .set(DEFINITION.REQUIRED, required.toArray(String[]::new))
        .set(DEFINITION.CHANGED_AT, now)
        .where(DEFINITION.ID.eq(id))
        .execute();
  }

  void discard(UUID id, Instant now) {
    dsl.update(DEFINITION).set(DEFINITION.DISCARDED_AT, now).where(DEFINITION.ID.eq(id)).execute();
  }

  /** The one that was in force is so no more; both in one transaction. */
  void putInForce(UUID id, Instant now) {
    dsl.update(DEFINITION)
        .set(DEFINITION.REPLACED_AT, now)
        .where(DEFINITION.IN_FORCE_AT.isNotNull())
        .and(DEFINITION.REPLACED_AT.isNull())
        .execute();
    dsl.update(DEFINITION).set(DEFINITION.IN_FORCE_AT, now).where(DEFINITION.ID.eq(id)).execute();
  }

  /** Whether it was signed for that side just now. */
  boolean sign(UUID id, String role, UUID by, String name, Instant now) {
    return dsl.insertInto(SIGNATURE)
            .set(SIGNATURE.DEFINITION_ID, id)
            .set(SIGNATURE.ROLE, role)
            .set(SIGNATURE.MEMBER_ID, by)
            .set(SIGNATURE.SIGNED_BY, name)
            .set(SIGNATURE.SIGNED_AT, now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  boolean unsign(UUID id, String role) {
    return dsl.deleteFrom(SIGNATURE)
            .where(SIGNATURE.DEFINITION_ID.eq(id))
            .and(SIGNATURE.ROLE.eq(role))
            .execute()
        == 1;
  }

  int signatures(UUID id) {
    return dsl.fetchCount(SIGNATURE, SIGNATURE.DEFINITION_ID.eq(id));
  }

  Map<UUID, Result<SignatureRow>> signatures() {
    return dsl.selectFrom(SIGNATURE)
        .orderBy(SIGNATURE.SIGNED_AT)
        .fetchGroups(SIGNATURE.DEFINITION_ID);
  }

  /** How many leads became MQL under each. */
  Map<UUID, Integer> leads() {
    return dsl.select(QUALIFIED.DEFINITION_ID, count())
        .from(QUALIFIED)
        .where(QUALIFIED.DEFINITION_ID.isNotNull())
        .groupBy(QUALIFIED.DEFINITION_ID)
        .fetchMap(QUALIFIED.DEFINITION_ID, count());
  }
}
