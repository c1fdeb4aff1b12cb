package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.HIT;
import static io.leadwell.tables.collect.Tables.LOG_END;
import static io.leadwell.tables.collect.Tables.READER;

import io.leadwell.base.platform.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The durable log of hits: append a batch, read from a position, commit a reader's position
 * together with what it made of the hits. No more than that, so that Kafka can take this class's
 * place; until then PostgreSQL keeps it.
 *
 * <p>All its methods but {@link #end} run within the caller's transaction. Appending is one at a
 * time across all processes: whoever moves the end of the log holds it until the commit. Hence a
 * reader that has seen a position has seen every one before it, and looking for an id and writing
 * it cannot be divided by somebody else's.
 */
@Component
final class EventLog {

  /**
   * A repeat is recognised when it comes within so many days of the first; where the sender's clock
   * is more than a day ahead, within one.
   */
  static final int DAYS_OF_REPEATS = 7;

  private static final List<Field<?>> COLUMNS =
      List.of(
          HIT.POSITION,
          HIT.DAY,
          HIT.ID,
          HIT.SITE,
          HIT.NAME,
          HIT.VISITOR,
          HIT.VISIT,
          HIT.HAPPENED_AT,
          HIT.RECEIVED_AT,
          HIT.FACTS);

  private final DSLContext dsl;
  private final Database database;
  private final JsonMapper json;

  EventLog(DSLContext dsl, Database database, JsonMapper json) {
    this.dsl = dsl;
    this.database = database;
    this.json = json;
  }

  /** Appends hits with ids all different, but for those it has already: their ids are returned. */
  Set<UUID> append(Collection<Hit> hits) {
    if (hits.isEmpty()) {
      return Set.of();
    }
    long position = moveEnd(hits.size());
    Set<UUID> known = known(hits);
    List<Object[]> rows = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      if (!known.contains(hit.id())) {
        rows.add(row(++position, hit));
      }
    }
    database.copy(HIT, COLUMNS, rows);
    return known;
  }

  /** Hits after a position, in their order. */
  List<Logged> read(long after, int atMost) {
    return dsl.select(COLUMNS)
        .from(HIT)
        .where(HIT.POSITION.gt(after))
        .orderBy(HIT.POSITION)
        .limit(atMost)
        .fetch(this::logged);
  }

  /** The newest hits of a site among the last of all, newest first. */
  List<Logged> newest(String site, int among, int atMost) {
    return dsl.select(COLUMNS)
        .from(HIT)
        .where(HIT.POSITION.gt(end() - among).and(HIT.SITE.eq(site)))
        .orderBy(HIT.POSITION.desc())
        .limit(atMost)
        .fetch(this::logged);
  }

  /**
   * A reader's position, which is the caller's until its transaction ends; empty while it is
   * somebody else's.
   */
  OptionalLong take(String reader) {
    dsl.insertInto(READER)
        .set(READER.NAME, reader)
        .set(READER.POSITION, 0L)
        .onConflictDoNothing()
        .execute();
    return dsl.select(READER.POSITION)
        .from(READER)
        .where(READER.NAME.eq(reader))
        .forUpdate()
        .skipLocked()
        .fetchOptional(READER.POSITION)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  void commit(String reader, long position) {
    dsl.update(READER).set(READER.POSITION, position).where(READER.NAME.eq(reader)).execute();
  }

  /** Where a reader is; 0 before it has begun. */
  long position(String reader) {
    return dsl.select(READER.POSITION)
        .from(READER)
        .where(READER.NAME.eq(reader))
        .fetchOptional(READER.POSITION)
        .orElse(0L);
  }

  /** The position up to which every reader has read; 0 when there is none. */
  long readByAll() {
    Long least = dsl.select(DSL.min(READER.POSITION)).from(READER).fetchSingle().value1();
    return least == null ? 0 : least;
  }

  /** The last position handed out; the hit there may still be on its way to the disk. */
  long end() {
    return dsl.select(LOG_END.POSITION).from(LOG_END).fetchOptional(LOG_END.POSITION).orElse(0L);
  }

  /** The position before the first of {@code count} that now are the caller's to fill. */
  private long moveEnd(int count) {
    return dsl.insertInto(LOG_END)
            .set(LOG_END.POSITION, (long) count)
            .onConflict(LOG_END.ONLY_ROW)
            .doUpdate()
            .set(LOG_END.POSITION, LOG_END.POSITION.plus(count))
            .returning(LOG_END.POSITION)
            .fetchSingle(LOG_END.POSITION)
        - count;
  }

  /**
   * Which ids are in the log. An id says when it was made (RFC 9562), so most are looked for in two
   * partitions only; those that lay in a browser for days, or whose clock is off, in all.
   */
  private Set<UUID> known(Collection<Hit> hits) {
    LocalDate latest = LocalDate.MIN;
    for (Hit hit : hits) {
      LocalDate day = Days.of(hit.receivedAt());
      latest = day.isAfter(latest) ? day : latest;
    }
    List<UUID> fresh = new ArrayList<>();
    List<UUID> old = new ArrayList<>();
    LocalDate yesterday = latest.minusDays(1);
    for (Hit hit : hits) {
      LocalDate made = Days.of(madeAt(hit.id()));
      // A clock may be ahead by hours, so the hit may have been here the day before it was made.
      boolean recent = made.equals(latest) || made.equals(latest.plusDays(1));
      (recent ? fresh : old).add(hit.id());
    }
    Set<UUID> known = new HashSet<>();
    find(fresh, HIT.DAY.between(yesterday, latest), known);
    find(old, HIT.DAY.between(latest.minusDays(DAYS_OF_REPEATS), latest), known);
    return known;
  }

  private void find(List<UUID> ids, Condition days, Set<UUID> known) {
    if (!ids.isEmpty()) {
      dsl.select(HIT.ID)
          .from(HIT)
          .where(HIT.ID.eq(DSL.any(ids.toArray(UUID[]::new))).and(days))
          .fetch(HIT.ID)
          .forEach(known::add);
    }
  }

  private static Instant madeAt(UUID id) {
    return id.version() == 7
        ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)
        : Instant.EPOCH;
  }

  private Object[] row(long position, Hit hit) {
    return new Object[] {
      position,
      Days.of(hit.receivedAt()),
      hit.id(),
      hit.site(),
      hit.name(),
      hit.visitor(),
      hit.visit(),
      hit.happenedAt(),
      hit.receivedAt(),
      json.writeValueAsString(hit.facts())
    };
  }

  private Logged logged(org.jooq.Record row) {
    JSONB facts = row.get(HIT.FACTS);
    return new Logged(
        row.get(HIT.POSITION),
        new Hit(
            row.get(HIT.ID),
            row.get(HIT.SITE),
            row.get(HIT.NAME),
            row.get(HIT.VISITOR),
            row.get(HIT.VISIT),
            row.get(HIT.HAPPENED_AT),
            row.get(HIT.RECEIVED_AT),
            json.readValue(facts.data(), HitFacts.class)));
  }
}
