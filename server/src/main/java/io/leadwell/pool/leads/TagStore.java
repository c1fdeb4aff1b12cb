package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.REMOVED_TAG;
import static io.leadwell.tables.leads.Tables.TAG;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tags and who carries them. */
@Component
class TagStore {

  /** A tag with how many people carry it. */
  record Counted(UUID id, String name, String color, int people) {}

  /** Tags that a record gives a person. */
  record Tagging(UUID personId, UUID recordId, List<String> names) {}

  /** A tag on somebody, and by what it came. */
  record Carried(
      UUID tag, @Nullable UUID record, @Nullable UUID action, @Nullable UUID by, Instant at) {}

  private static final List<String> COLORS =
      List.of("blue", "green", "gold", "purple", "cyan", "magenta", "geekblue", "volcano");

  private final DSLContext dsl;

  TagStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Counted> all() {
    return dsl.select(TAG.ID, TAG.NAME, TAG.COLOR, count(PERSON_TAG.PERSON_ID))
        .from(TAG)
        .leftJoin(PERSON_TAG)
        .on(PERSON_TAG.TAG_ID.eq(TAG.ID))
        .groupBy(TAG.ID)
        .orderBy(TAG.NAME)
        .fetch(row -> new Counted(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** Tags by name, folded in case; missing ones are made. */
  Map<String, UUID> named(Collection<String> names) {
    Set<String> wanted = new LinkedHashSet<>(names);
    for (String name : wanted) {
      dsl.insertInto(TAG)
          .set(TAG.ID, Ids.next())
          .set(TAG.NAME, name)
          .set(TAG.COLOR, COLORS.get(Math.floorMod(name.hashCode(), COLORS.size())))
          .onConflictDoNothing()
          .execute();
    }
    Map<String, UUID> byFolded =
        dsl.select(lower(TAG.NAME), TAG.ID)
            .from(TAG)
            .where(
                lower(TAG.NAME)
                    .eq(
                        any(
                            wanted.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))))
            .fetchMap(row -> row.value1(), row -> row.value2());
    Map<String, UUID> byName = new HashMap<>();
    wanted.forEach(name -> byName.put(name, byFolded.get(name.toLowerCase(Locale.ROOT))));
    return byName;
  }

  /** Tags that a record brings; they go when the record is taken back. */
  void tag(List<Tagging> taggings) {
    if (taggings.isEmpty()) {
      return;
    }
    Map<String, UUID> ids =
        named(taggings.stream().flatMap(t -> t.names().stream()).distinct().toList());
    BatchBindStep inserts =
        dsl.batch(
            dsl.insertInto(
                    PERSON_TAG, PERSON_TAG.PERSON_ID, PERSON_TAG.TAG_ID, PERSON_TAG.RECORD_ID)
                .values((UUID) null, null, null)
                .onConflictDoNothing());
    for (Tagging tagging : taggings) {
      for (String name : tagging.names()) {
        inserts = inserts.bind(tagging.personId(), ids.get(name), tagging.recordId());
      }
    }
    inserts.execute();
  }

  /** Tags everybody of a selection; {@code action} can be taken back. */
  int add(Select<Record1<UUID>> people, UUID tag, UUID action, @Nullable UUID actor) {
    return dsl.insertInto(
            PERSON_TAG,
            PERSON_TAG.PERSON_ID,
            PERSON_TAG.TAG_ID,
            PERSON_TAG.ACTION_ID,
            PERSON_TAG.TAGGED_BY)
        .select(select(people.field(0, UUID.class), val(tag), val(action), val(actor)).from(people))
        .onConflictDoNothing()
        .execute();
  }

  int remove(Select<Record1<UUID>> people, UUID tag, UUID action) {
    dsl.insertInto(
            REMOVED_TAG,
            REMOVED_TAG.ACTION_ID,
            REMOVED_TAG.PERSON_ID,
            REMOVED_TAG.TAG_ID,
            REMOVED_TAG.RECORD_ID,
            REMOVED_TAG.TAGGED_BY,
            REMOVED_TAG.TAGGED_AT)
        .select(
            select(
                    val(action),
                    PERSON_TAG.PERSON_ID,
                    PERSON_TAG.TAG_ID,
                    PERSON_TAG.RECORD_ID,
                    PERSON_TAG.TAGGED_BY,
                    PERSON_TAG.TAGGED_AT)
                .from(PERSON_TAG)
                .where(PERSON_TAG.TAG_ID.eq(tag))
                .and(PERSON_TAG.PERSON_ID.in(people)))
        .execute();
    return dsl.deleteFrom(PERSON_TAG)
        .where(PERSON_TAG.TAG_ID.eq(tag))
        .and(PERSON_TAG.PERSON_ID.in(people))
        .execute();
  }

  /** Takes one bulk action back; how many tags changed. */
  int undo(UUID action) {
    int added = dsl.deleteFrom(PERSON_TAG).where(PERSON_TAG.ACTION_ID.eq(action)).execute();
    int restored =
        dsl.insertInto(
                PERSON_TAG,
                PERSON_TAG.PERSON_ID,
                PERSON_TAG.TAG_ID,
                PERSON_TAG.RECORD_ID,
                PERSON_TAG.TAGGED_BY,
                PERSON_TAG.TAGGED_AT)
            .select(
                select(
                        REMOVED_TAG.PERSON_ID,
                        REMOVED_TAG.TAG_ID,
                        REMOVED_TAG.RECORD_ID,
                        REMOVED_TAG.TAGGED_BY,
                        REMOVED_TAG.TAGGED_AT)
                    .from(REMOVED_TAG)
                    .where(REMOVED_TAG.ACTION_ID.eq(action)))
            .onConflictDoNothing()
            .execute();
    dsl.deleteFrom(REMOVED_TAG).where(REMOVED_TAG.ACTION_ID.eq(action)).execute();
    return added + restored;
  }

  /** The tags of a person, as they stand. */
  List<Carried> carried(UUID person) {
    return dsl.select(
            PERSON_TAG.TAG_ID,
            PERSON_TAG.RECORD_ID,
            PERSON_TAG.ACTION_ID,
            PERSON_TAG.TAGGED_BY,
            PERSON_TAG.TAGGED_AT)
        .from(PERSON_TAG)
        .where(PERSON_TAG.PERSON_ID.eq(person))
        .orderBy(PERSON_TAG.TAG_ID)
        .fetch(r -> new Carried(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
  }

  /** Gives all tags of a person to another, who keeps their own; {@link #giveBack} knows which. */
  void pass(UUID from, UUID to, UUID merge) {
    dsl.insertInto(
            PERSON_TAG,
            PERSON_TAG.PERSON_ID,
            PERSON_TAG.TAG_ID,
            PERSON_TAG.RECORD_ID,
            PERSON_TAG.ACTION_ID,
            PERSON_TAG.TAGGED_BY,
            PERSON_TAG.TAGGED_AT)
        .select(
            select(
                    val(to),
                    PERSON_TAG.TAG_ID,
                    PERSON_TAG.RECORD_ID,
                    val(merge),
                    PERSON_TAG.TAGGED_BY,
                    PERSON_TAG.TAGGED_AT)
                .from(PERSON_TAG)
                .where(PERSON_TAG.PERSON_ID.eq(from)))
        .onConflictDoNothing()
        .execute();
    dsl.deleteFrom(PERSON_TAG).where(PERSON_TAG.PERSON_ID.eq(from)).execute();
  }

  /** Takes back what {@link #pass} gave. A tag that was removed in between stays removed. */
  void giveBack(List<Carried> tags, UUID from, UUID to, UUID merge) {
    Set<UUID> still =
        dsl.select(PERSON_TAG.TAG_ID)
            .from(PERSON_TAG)
            .where(PERSON_TAG.PERSON_ID.eq(from))
            .fetchSet(PERSON_TAG.TAG_ID);
    dsl.deleteFrom(PERSON_TAG)
        .where(PERSON_TAG.PERSON_ID.eq(from))
        .and(PERSON_TAG.ACTION_ID.eq(merge))
        .execute();
    for (Carried tag : tags) {
      if (still.contains(tag.tag())) {
        dsl.insertInto(PERSON_TAG)
            .set(PERSON_TAG.PERSON_ID, to)
            .set(PERSON_TAG.TAG_ID, tag.tag())
            .set(PERSON_TAG.RECORD_ID, tag.record())
            .set(PERSON_TAG.ACTION_ID, tag.action())
            .set(PERSON_TAG.TAGGED_BY, tag.by())
            .set(PERSON_TAG.TAGGED_AT, tag.at())
            .onConflictDoNothing()
            .execute();
      }
    }
  }

  Map<UUID, List<LeadRow.TagView>> of(Collection<UUID> people) {
    Map<UUID, List<LeadRow.TagView>> tags = new HashMap<>();
    dsl.select(PERSON_TAG.PERSON_ID, TAG.ID, TAG.NAME, TAG.COLOR)
        .from(PERSON_TAG)
        .join(TAG)
        .on(TAG.ID.eq(PERSON_TAG.TAG_ID))
        .where(PERSON_TAG.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .orderBy(TAG.NAME)
        .forEach(row ->
            tags.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                .add(new LeadRow.TagView(row.value2(), row.value3(), row.value4())));
    return tags;
  }

  UUID create(String name, @Nullable String color) {
    UUID id = Ids.next();
    dsl.insertInto(TAG)
        .set(TAG.ID, id)
        .set(TAG.NAME, name)
        .set(TAG.COLOR, color == null ? COLORS.getFirst() : color)
        .execute();
    return id;
  }

  int change(UUID id, @Nullable String name, @Nullable String color) {
    return dsl.update(TAG)
        .set(TAG.NAME, name == null ? TAG.NAME : val(name))
        .set(TAG.COLOR, color == null ? TAG.COLOR : val(color))
        .where(TAG.ID.eq(id))
        .execute();
  }

  int delete(UUID id) {
    return dsl.deleteFrom(TAG).where(TAG.ID.eq(id)).execute();
  }
}
