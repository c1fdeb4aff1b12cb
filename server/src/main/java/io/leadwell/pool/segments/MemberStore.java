package io.leadwell.pool.segments;

import static io.leadwell.tables.segments.Tables.FOLDED_MEMBER;
import static io.leadwell.tables.segments.Tables.MEMBER;
import static io.leadwell.tables.segments.Tables.SEGMENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.leadwell.tables.segments.tables.Member;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which leads are in which segments. */
@Component
class MemberStore {

  /** A lead in a segment. */
  record Membership(UUID segment, UUID lead) {}

  private final DSLContext dsl;

  MemberStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** From now on exactly these are the members; who was one before stays so since then. */
  void gather(UUID segment, Select<Record1<UUID>> leads, Instant now) {
    Select<Record1<UUID>> wanted = leads;
    var found = wanted.asTable("found", "lead");
    dsl.insertInto(MEMBER, MEMBER.SEGMENT_ID, MEMBER.LEAD_ID, MEMBER.SINCE)
        .select(select(val(segment), found.field("lead", UUID.class), val(now)).from(found))
        .onConflictDoNothing()
        .execute();
    dsl.deleteFrom(MEMBER)
        .where(MEMBER.SEGMENT_ID.eq(segment))
        .and(MEMBER.LEAD_ID.notIn(select(found.field("lead", UUID.class)).from(found)))
        .execute();
  }

  Set<Membership> of(Collection<UUID> leads, Collection<UUID> segments) {
    Set<Membership> found = new HashSet<>();
    dsl.select(MEMBER.SEGMENT_ID, MEMBER.LEAD_ID)
        .from(MEMBER)
        .where(MEMBER.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .and(MEMBER.SEGMENT_ID.eq(any(segments.toArray(UUID[]::new))))
        .forEach(each -> found.add(new Membership(each.value1(), each.value2())));
    return found;
  }

  void add(Collection<Membership> memberships, Instant now) {
    dsl.batch(
            memberships.stream()
                .map(each ->
                    dsl.insertInto(MEMBER)
                        .set(MEMBER.SEGMENT_ID, each.segment())
                        .set(MEMBER.LEAD_ID, each.lead())
                        .set(MEMBER.SINCE, now)
                        .onConflictDoNothing())
                .toList())
        .execute();
  }

  void remove(Collection<Membership> memberships) {
    dsl.batch(
            memberships.stream()
                .map(each ->
                    dsl.deleteFrom(MEMBER)
                        .where(
                            row(MEMBER.SEGMENT_ID, MEMBER.LEAD_ID).eq(each.segment(), each.lead())))
                .toList())
        .execute();
  }

  /** Those that were none before. */
  List<UUID> put(UUID segment, Select<Record1<UUID>> leads, @Nullable UUID by, Instant now) {
    var found = leads.asTable("found", "lead");
    return dsl.insertInto(MEMBER, MEMBER.SEGMENT_ID, MEMBER.LEAD_ID, MEMBER.SINCE, MEMBER.ADDED_BY)
        .select(
            select(val(segment), found.field("lead", UUID.class), val(now), val(by)).from(found))
        .onConflictDoNothing()
        .returning(MEMBER.LEAD_ID)
        .fetch(MEMBER.LEAD_ID);
  }

  /** Those that were members. */
  List<UUID> take(UUID segment, Collection<UUID> leads) {
    return dsl.deleteFrom(MEMBER)
        .where(MEMBER.SEGMENT_ID.eq(segment))
        .and(MEMBER.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .returning(MEMBER.LEAD_ID)
        .fetch(MEMBER.LEAD_ID);
  }

  void forget(Collection<UUID> leads) {
    dsl.deleteFrom(MEMBER).where(MEMBER.LEAD_ID.eq(any(leads.toArray(UUID[]::new)))).execute();
  }

  /** The segments of a lead and since when. */
  Map<UUID, Instant> segmentsOf(UUID lead) {
    return dsl.select(MEMBER.SEGMENT_ID, MEMBER.SINCE)
        .from(MEMBER)
        .where(MEMBER.LEAD_ID.eq(lead))
        .fetchMap(MEMBER.SEGMENT_ID, MEMBER.SINCE);
  }

  /** Where a folded lead was put by hand, the other one stands for it. */
  void fold(UUID lead, UUID into) {
    Member other = MEMBER.as("other");
    dsl.insertInto(
            FOLDED_MEMBER,
            FOLDED_MEMBER.SEGMENT_ID,
            FOLDED_MEMBER.LEAD_ID,
            FOLDED_MEMBER.INTO_ID,
            FOLDED_MEMBER.SINCE,
            FOLDED_MEMBER.ADDED_BY,
            FOLDED_MEMBER.WAS_MEMBER)
        .select(
            select(
                    MEMBER.SEGMENT_ID,
                    MEMBER.LEAD_ID,
                    val(into),
                    MEMBER.SINCE,
                    MEMBER.ADDED_BY,
                    org.jooq.impl.DSL.field(
                        exists(
                            selectOne()
                                .from(other)
                                .where(other.SEGMENT_ID.eq(MEMBER.SEGMENT_ID))
                                .and(other.LEAD_ID.eq(into)))))
                .from(MEMBER)
                .join(SEGMENT)
                .on(SEGMENT.ID.eq(MEMBER.SEGMENT_ID))
                .where(MEMBER.LEAD_ID.eq(lead))
                .and(SEGMENT.KIND.eq(inline(Segment.Kind.STATIC.word()))))
        .onConflictDoNothing()
        .execute();
    dsl.insertInto(MEMBER, MEMBER.SEGMENT_ID, MEMBER.LEAD_ID, MEMBER.SINCE, MEMBER.ADDED_BY)
        .select(
            select(
                    FOLDED_MEMBER.SEGMENT_ID,
                    FOLDED_MEMBER.INTO_ID,
                    FOLDED_MEMBER.SINCE,
                    FOLDED_MEMBER.ADDED_BY)
                .from(FOLDED_MEMBER)
                .where(FOLDED_MEMBER.LEAD_ID.eq(lead)))
        .onConflictDoNothing()
        .execute();
    forget(List.of(lead));
  }

  /** Its own again, it is where it was put; the other one leaves where it only stood for it. */
  void unfold(UUID lead, UUID from) {
    dsl.deleteFrom(MEMBER)
        .where(MEMBER.LEAD_ID.eq(from))
        .and(
            MEMBER.SEGMENT_ID.in(
                select(FOLDED_MEMBER.SEGMENT_ID)
                    .from(FOLDED_MEMBER)
                    .where(FOLDED_MEMBER.LEAD_ID.eq(lead))
                    .and(FOLDED_MEMBER.WAS_MEMBER.isFalse())))
        .execute();
    dsl.insertInto(MEMBER, MEMBER.SEGMENT_ID, MEMBER.LEAD_ID, MEMBER.SINCE, MEMBER.ADDED_BY)
        .select(
            select(
                    FOLDED_MEMBER.SEGMENT_ID,
                    FOLDED_MEMBER.LEAD_ID,
                    FOLDED_MEMBER.SINCE,
                    FOLDED_MEMBER.ADDED_BY)
                .from(FOLDED_MEMBER)
                .where(FOLDED_MEMBER.LEAD_ID.eq(lead)))
        .onConflictDoNothing()
        .execute();
    dsl.deleteFrom(FOLDED_MEMBER).where(FOLDED_MEMBER.LEAD_ID.eq(lead)).execute();
  }
}
