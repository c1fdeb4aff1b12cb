package io.leadwell.pool.segments;

import static io.leadwell.tables.segments.Tables.SEGMENT;

import io.leadwell.base.platform.Ids;
import io.leadwell.tables.segments.tables.records.SegmentRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The segments themselves; members are {@link MemberStore}'s. */
@Component
class SegmentStore {

  private final DSLContext dsl;

  SegmentStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<SegmentRow> all() {
    return dsl.selectFrom(SEGMENT)
        .where(SEGMENT.ARCHIVED_AT.isNull())
        .orderBy(SEGMENT.NAME, SEGMENT.ID)
        .fetch();
  }

  List<SegmentRow> dynamic() {
    return dsl.selectFrom(SEGMENT)
        .where(SEGMENT.ARCHIVED_AT.isNull())
        .and(SEGMENT.RULE.isNotNull())
        .fetch();
  }

  Optional<SegmentRow> find(UUID id) {
    return dsl.selectFrom(SEGMENT)
        .where(SEGMENT.ID.eq(id))
        .and(SEGMENT.ARCHIVED_AT.isNull())
        .fetchOptional();
  }

  boolean isNameTaken(String name, @Nullable UUID by) {
    return all().stream()
        .anyMatch(
            each -> each.getName().strip().equalsIgnoreCase(name) && !each.getId().equals(by));
  }

  UUID add(
      String name,
      @Nullable String description,
      @Nullable String rule,
      @Nullable UUID by,
      Instant now) {
    UUID id = Ids.next();
    dsl.insertInto(SEGMENT)
        .set(SEGMENT.ID, id)
        .set(SEGMENT.NAME, name)
        .set(SEGMENT.DESCRIPTION, description)
        .set(SEGMENT.KIND, (rule == null ? Segment.Kind.STATIC : Segment.Kind.DYNAMIC).word())
        .set(SEGMENT.RULE, rule == null ? null : JSONB.valueOf(rule))
        .set(SEGMENT.GATHERED_VERSION, rule == null ? 1 : 0)
        .set(SEGMENT.CREATED_BY, by)
        .set(SEGMENT.CREATED_AT, now)
        .set(SEGMENT.CHANGED_BY, by)
        .set(SEGMENT.CHANGED_AT, now)
        .execute();
    return id;
  }

  /** What is only called differently keeps its members. */
  boolean change(
      SegmentRow was,
      String name,
      @Nullable String description,
      @Nullable String rule,
      @Nullable UUID by,
      Instant now) {
    JSONB wanted = rule == null ? null : JSONB.valueOf(rule);
    boolean sameMembers = wanted == null || wanted.equals(was.getRule());
    int version = was.getVersion() + 1;
    boolean gathered = was.getGatheredVersion().equals(was.getVersion());
    return dsl.update(SEGMENT)
            .set(SEGMENT.NAME, name)
            .set(SEGMENT.DESCRIPTION, description)
            .set(SEGMENT.RULE, wanted)
            .set(SEGMENT.VERSION, version)
            .set(
                SEGMENT.GATHERED_VERSION,
                sameMembers && gathered ? Integer.valueOf(version) : was.getGatheredVersion())
            .set(SEGMENT.CHANGED_BY, by)
            .set(SEGMENT.CHANGED_AT, now)
            .where(SEGMENT.ID.eq(was.getId()))
            .and(SEGMENT.VERSION.eq(was.getVersion()))
            .execute()
        == 1;
  }

  void archive(UUID id, Instant now) {
    dsl.update(SEGMENT).set(SEGMENT.ARCHIVED_AT, now).where(SEGMENT.ID.eq(id)).execute();
  }

  void restore(UUID id) {
    dsl.update(SEGMENT).setNull(SEGMENT.ARCHIVED_AT).where(SEGMENT.ID.eq(id)).execute();
  }

  Optional<SegmentRow> archived(UUID id) {
    return dsl.selectFrom(SEGMENT)
        .where(SEGMENT.ID.eq(id))
        .and(SEGMENT.ARCHIVED_AT.isNotNull())
        .fetchOptional();
  }

  /** One whose members are not those of its rule yet. */
  Optional<SegmentRow> waiting() {
    return dsl.selectFrom(SEGMENT)
        .where(SEGMENT.ARCHIVED_AT.isNull())
        .and(SEGMENT.RULE.isNotNull())
        .and(SEGMENT.BROKEN.isNull())
        .and(SEGMENT.GATHERED_VERSION.lt(SEGMENT.VERSION))
        .orderBy(SEGMENT.CHANGED_AT)
        .limit(1)
        .fetchOptional();
  }

  void gathered(UUID id, int version, String meant, Instant now) {
    dsl.update(SEGMENT)
        .set(SEGMENT.GATHERED_VERSION, version)
        .set(SEGMENT.GATHERED_AT, now)
        .set(SEGMENT.MEANT, meant)
        .setNull(SEGMENT.BROKEN)
        .where(SEGMENT.ID.eq(id))
        .execute();
  }

  void broken(UUID id, String field) {
    dsl.update(SEGMENT).set(SEGMENT.BROKEN, field).where(SEGMENT.ID.eq(id)).execute();
  }

  /** Its members are gathered anew. */
  void again(UUID id) {
    dsl.update(SEGMENT)
        .set(SEGMENT.GATHERED_VERSION, 0)
        .setNull(SEGMENT.BROKEN)
        .where(SEGMENT.ID.eq(id))
        .execute();
  }
}
