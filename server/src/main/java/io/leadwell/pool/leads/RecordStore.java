package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Source records and the links that make people and leads of them. */
@Component
class RecordStore {

  private static final List<Field<?>> RECORD_COLUMNS =
      List.of(
          SOURCE_RECORD.ID,
          SOURCE_RECORD.SOURCE,
          SOURCE_RECORD.SOURCE_KEY,
          SOURCE_RECORD.RECEIVED_AT,
          SOURCE_RECORD.IMPORT_ID,
          SOURCE_RECORD.ROW_NUMBER,
          SOURCE_RECORD.RAW,
          SOURCE_RECORD.FIELDS,
          SOURCE_RECORD.CONTENT_HASH,
          SOURCE_RECORD.RANK,
          SOURCE_RECORD.ACTOR_ID,
          SOURCE_RECORD.IDENTITIES,
          SOURCE_RECORD.SUPERSEDED_BY);

  private static final List<Field<?>> LINK_COLUMNS =
      List.of(
          LINK.ID,
          LINK.RECORD_ID,
          LINK.PERSON_ID,
          LINK.LEAD_ID,
          LINK.DECISION,
          LINK.RULE,
          LINK.ACTOR_ID);

  /** A record to be stored. */
  record NewRecord(UUID id, String key, byte[] contentHash, int rank, Observation observation) {}

  /** A link to be stored. */
  record NewLink(
      UUID recordId,
      UUID personId,
      @Nullable UUID leadId,
      String decision,
      String rule,
      @Nullable UUID actorId) {}

  /** A record as its source names it. */
  record SourceKey(String source, String key) {}

  /** The live record of a source key. */
  record Known(UUID recordId, byte[] contentHash, UUID personId, @Nullable UUID leadId) {}

  private final DSLContext dsl;
  private final Database database;
  private final JsonMapper json;

  RecordStore(DSLContext dsl, Database database, JsonMapper json) {
    this.dsl = dsl;
    this.database = database;
    this.json = json;
  }

  Map<String, Known> known(String source, Collection<String> keys) {
    Map<String, Known> known = new HashMap<>();
    live(SOURCE_RECORD
            .SOURCE
            .eq(source)
            .and(SOURCE_RECORD.SOURCE_KEY.eq(any(keys.toArray(String[]::new)))))
        .forEach((key, record) -> known.put(key.key(), record));
    return known;
  }

  /** As above, of several sources: few of many, or many of one. */
  Map<SourceKey, Known> known(Collection<SourceKey> keys) {
    Set<String> sources = keys.stream().map(SourceKey::source).collect(Collectors.toSet());
    return live(
        sources.size() == 1
            ? SOURCE_RECORD
                .SOURCE
                .eq(sources.iterator().next())
                .and(
                    SOURCE_RECORD.SOURCE_KEY.eq(
                        any(keys.stream().map(SourceKey::key).toArray(String[]::new))))
            : row(SOURCE_RECORD.SOURCE, SOURCE_RECORD.SOURCE_KEY)
                .in(keys.stream().map(key -> row(key.source(), key.key())).toList()));
  }

  private Map<SourceKey, Known> live(Condition wanted) {
    Map<SourceKey, Known> known = new HashMap<>();
    dsl.select(
            SOURCE_RECORD.SOURCE,
            SOURCE_RECORD.SOURCE_KEY,
            SOURCE_RECORD.ID,
            SOURCE_RECORD.CONTENT_HASH,
            LINK.PERSON_ID,
            LINK.LEAD_ID)
        .from(SOURCE_RECORD)
        .join(LINK)
        .on(LINK.RECORD_ID.eq(SOURCE_RECORD.ID))
        .where(wanted)
        .and(SOURCE_RECORD.SUPERSEDED_BY.isNull())
        .and(LINK.SUPERSEDED_AT.isNull())
        .forEach(row ->
            known.put(
                new SourceKey(row.value1(), row.value2()),
                new Known(row.value3(), row.value4(), row.value5(), row.value6())));
    return known;
  }

  Facts facts(UUID record) {
    return dsl.select(SOURCE_RECORD.FIELDS)
        .from(SOURCE_RECORD)
        .where(SOURCE_RECORD.ID.eq(record))
        .fetchSingle(row -> Facts.ofStored(Json.strings(json, row.value1())));
  }

  /**
   * Adds records in place of older ones, by the ids of {@code newByOld}. A record may be older than
   * another of the same batch.
   */
  void add(List<NewRecord> records, Map<UUID, UUID> newByOld) {
    List<Object[]> superseded = new ArrayList<>(newByOld.size());
    newByOld.forEach((old, by) -> superseded.add(new Object[] {old, by}));
    database.update(
        SOURCE_RECORD, SOURCE_RECORD.ID, List.of(SOURCE_RECORD.SUPERSEDED_BY), superseded);
    List<Object[]> rows = new ArrayList<>(records.size());
    for (NewRecord record : records) {
      Observation seen = record.observation();
      rows.add(
          new @Nullable Object[] {
            record.id(),
            seen.source(),
            record.key(),
            seen.receivedAt(),
            seen.importId(),
            seen.rowNumber(),
            json.writeValueAsString(withoutNul(seen.raw())),
            json.writeValueAsString(seen.facts().toStore()),
            record.contentHash(),
            record.rank(),
            seen.actorId(),
            seen.identities().isEmpty() ? null : json.writeValueAsString(seen.identities()),
            newByOld.get(record.id())
          });
    }
    database.copy(SOURCE_RECORD, RECORD_COLUMNS, rows);
  }

  void link(List<NewLink> links) {
    List<Object[]> rows = new ArrayList<>(links.size());
    for (NewLink link : links) {
      rows.add(
          new @Nullable Object[] {
            Ids.next(),
            link.recordId(),
            link.personId(),
            link.leadId(),
            link.decision(),
            link.rule(),
            link.actorId()
          });
    }
    database.copy(LINK, LINK_COLUMNS, rows);
  }

  /** When each of these records entered {@link Stage#LEAD}, of those that did. */
  Map<UUID, Instant> begun(Collection<UUID> records) {
    return dsl.select(STAGE_ENTRY.RECORD_ID, min(STAGE_ENTRY.HAPPENED_AT))
        .from(STAGE_ENTRY)
        .where(STAGE_ENTRY.RECORD_ID.eq(any(records.toArray(UUID[]::new))))
        .and(STAGE_ENTRY.STAGE.eq(Stage.LEAD.word()))
        .and(STAGE_ENTRY.MOVE.eq("enter"))
        .and(STAGE_ENTRY.WITHDRAWN_AT.isNull())
        .groupBy(STAGE_ENTRY.RECORD_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /** Withdraws what superseded records told: links, touches and stages stay, but do not count. */
  void withdraw(Collection<UUID> superseded, Instant now) {
    if (superseded.isEmpty()) {
      return;
    }
    UUID[] old = superseded.toArray(UUID[]::new);
    dsl.update(LINK).set(LINK.SUPERSEDED_AT, now).where(LINK.RECORD_ID.eq(any(old))).execute();
    dsl.update(TOUCH).set(TOUCH.WITHDRAWN_AT, now).where(TOUCH.RECORD_ID.eq(any(old))).execute();
    dsl.update(STAGE_ENTRY)
        .set(STAGE_ENTRY.WITHDRAWN_AT, now)
        .where(STAGE_ENTRY.RECORD_ID.eq(any(old)))
        .execute();
  }

  /** Every live record of these people. */
  List<Golden.Live> live(Collection<UUID> people) {
    return dsl.select(
            SOURCE_RECORD.ID,
            LINK.PERSON_ID,
            LINK.LEAD_ID,
            SOURCE_RECORD.RANK,
            SOURCE_RECORD.RECEIVED_AT,
            SOURCE_RECORD.SOURCE,
            SOURCE_RECORD.SOURCE_KEY,
            SOURCE_RECORD.FIELDS,
            SOURCE_RECORD.IDENTITIES)
        .from(LINK)
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
        .where(LINK.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(LINK.SUPERSEDED_AT.isNull())
        .fetch(row ->
            new Golden.Live(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                RecordKey.given(row.value7()),
                Facts.ofStored(Json.strings(json, row.value8())),
                Json.identities(json, row.value9())));
  }

  private static Map<String, String> withoutNul(Map<String, String> raw) {
    return raw.values().stream().anyMatch(v -> v.indexOf('\0') >= 0)
        ? Json.mapValues(raw, v -> v.replace("\0", ""))
        : raw;
  }
}
