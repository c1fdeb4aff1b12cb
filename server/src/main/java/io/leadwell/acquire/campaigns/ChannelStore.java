package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.CHANNEL;
import static io.leadwell.tables.campaigns.Tables.SPEND;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Rows of the channel tree. */
@Repository
class ChannelStore {

  private static final List<SelectField<?>> COLUMNS =
      List.of(
          CHANNEL.ID,
          CHANNEL.NAME,
          CHANNEL.PARENT_ID,
          CHANNEL.FRAME,
          CHANNEL.SOURCE_CLASS,
          CHANNEL.ARCHIVED);

  private static final RecordMapper<Record, Channel> CHANNEL_OF =
      r ->
          new Channel(
              r.get(CHANNEL.ID),
              r.get(CHANNEL.NAME),
              r.get(CHANNEL.PARENT_ID),
              Frame.of(r.get(CHANNEL.FRAME)),
              SourceClass.of(r.get(CHANNEL.SOURCE_CLASS)),
              r.get(CHANNEL.ARCHIVED));

  private final DSLContext dsl;

  ChannelStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Channel> all() {
    return dsl.select(COLUMNS)
        .from(CHANNEL)
        .orderBy(CHANNEL.CREATED_AT, CHANNEL.ID)
        .fetch(CHANNEL_OF);
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return dsl.select(CHANNEL.ID, CHANNEL.NAME)
        .from(CHANNEL)
        .where(CHANNEL.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetchMap(CHANNEL.ID, CHANNEL.NAME);
  }

  Optional<Channel> find(UUID id) {
    return dsl.select(COLUMNS).from(CHANNEL).where(CHANNEL.ID.eq(id)).fetchOptional(CHANNEL_OF);
  }

  Map<UUID, Long> spent() {
    return dsl.select(SPEND.CHANNEL_ID, sum(SPEND.AMOUNT_FEN).cast(Long.class))
        .from(SPEND)
        .where(SPEND.CHANNEL_ID.isNotNull())
        .groupBy(SPEND.CHANNEL_ID)
        .fetchMap(r -> r.value1(), r -> r.value2());
  }

  boolean isEmpty() {
    return !dsl.fetchExists(CHANNEL);
  }

  Map<String, UUID> idsByKey(Collection<String> keys) {
    return dsl.select(CHANNEL.NAME_KEY, CHANNEL.ID)
        .from(CHANNEL)
        .where(CHANNEL.NAME_KEY.eq(DSL.any(keys.toArray(String[]::new))))
        .fetchMap(CHANNEL.NAME_KEY, CHANNEL.ID);
  }

  /** The id of the new row, or nothing when the name is taken. Waits for a writer of the name. */
  Optional<UUID> insert(ChannelDraft draft) {
    return dsl.insertInto(CHANNEL)
        .set(CHANNEL.ID, Ids.next())
        .set(CHANNEL.NAME, draft.name())
        .set(CHANNEL.NAME_KEY, Names.key(draft.name()))
        .set(CHANNEL.PARENT_ID, draft.parentId())
        .set(CHANNEL.FRAME, draft.frame().word())
        .set(CHANNEL.SOURCE_CLASS, draft.sourceClass().word())
        .set(CHANNEL.ARCHIVED, draft.archived())
        .onConflict(CHANNEL.NAME_KEY)
        .doNothing()
        .returning(CHANNEL.ID)
        .fetchOptional(CHANNEL.ID);
  }

  void update(UUID id, ChannelDraft draft) {
    dsl.update(CHANNEL)
        .set(CHANNEL.NAME, draft.name())
        .set(CHANNEL.NAME_KEY, Names.key(draft.name()))
        .set(CHANNEL.PARENT_ID, draft.parentId())
        .set(CHANNEL.FRAME, draft.frame().word())
        .set(CHANNEL.SOURCE_CLASS, draft.sourceClass().word())
        .set(CHANNEL.ARCHIVED, draft.archived())
        .where(CHANNEL.ID.eq(id))
        .execute();
  }

  Set<UUID> withDescendants(UUID id) {
    var below =
        name("below")
            .fields("id")
            .as(
                select(CHANNEL.ID)
                    .from(CHANNEL)
                    .where(CHANNEL.ID.eq(id))
                    .union(
                        select(CHANNEL.ID)
                            .from(CHANNEL)
                            .join(name("below"))
                            .on(CHANNEL.PARENT_ID.eq(field(name("below", "id"), UUID.class)))));
    return new HashSet<>(
        dsl.withRecursive(below)
            .select(below.field("id", UUID.class))
            .from(below)
            .fetch(r -> r.value1()));
  }
}
