package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LIST_QUESTION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.ListIntake.Read;
import io.leadwell.pool.leads.ListReading.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows that wait for somebody's word. */
@Component
class ListQuestionStore {

  /** A row that waits, or waited. */
  record Asked(UUID id, long row, String met, HeldRow held) {}

  /** What somebody said before. */
  record Answered(String decision, @Nullable String by, Instant at) {}

  private final DSLContext dsl;
  private final JsonMapper json;
  private final Clock clock;

  ListQuestionStore(DSLContext dsl, JsonMapper json, Clock clock) {
    this.dsl = dsl;
    this.json = json;
    this.clock = clock;
  }

  /** Which of the rows that ask were not asked before, by their place. */
  Set<Integer> ask(List<Read> rows, ListRules rules) {
    Set<Integer> asked = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Read read = rows.get(i);
      Row row = read.row();
      UUID importId = read.keyed().seen().importId();
      if (row == null || row.action() != ListAction.ASK || importId == null) {
        continue;
      }
      HeldRow held = HeldRow.of(read.keyed().seen(), importId, rules);
      int added =
          dsl.insertInto(LIST_QUESTION)
              .set(LIST_QUESTION.ID, Ids.next())
              .set(LIST_QUESTION.IMPORT_ID, importId)
              .set(LIST_QUESTION.ROW_NUMBER, held.rowNumber())
              .set(LIST_QUESTION.SOURCE, held.source())
              .set(LIST_QUESTION.SOURCE_KEY, read.keyed().key())
              .set(LIST_QUESTION.CONTENT_HASH, read.keyed().contentHash())
              .set(LIST_QUESTION.LIST_CASE, row.met().word())
              .set(
                  LIST_QUESTION.TOLD,
                  JSONB.jsonb(json.writeValueAsString(held).replace("\\u0000", "")))
              .set(LIST_QUESTION.TALKED, read.keyed().seen().facts().get(Fact.TALKED_TO) != null)
              .set(LIST_QUESTION.ASKED_AT, clock.instant())
              .onConflictDoNothing()
              .execute();
      if (added == 1) {
        asked.add(i);
      }
    }
    return asked;
  }

  /** Those that wait, where a call waits with them first; then by row. */
  List<Asked> open(UUID importId, int limit) {
    return dsl.select(
            LIST_QUESTION.ID, LIST_QUESTION.ROW_NUMBER, LIST_QUESTION.LIST_CASE, LIST_QUESTION.TOLD)
        .from(LIST_QUESTION)
        .where(LIST_QUESTION.IMPORT_ID.eq(importId))
        .and(LIST_QUESTION.DECISION.isNull())
        .orderBy(LIST_QUESTION.TALKED.desc(), LIST_QUESTION.ROW_NUMBER)
        .limit(limit)
        .fetch(row -> new Asked(row.value1(), row.value2(), row.value3(), held(row.value4())));
  }

  Map<String, Integer> openByCase(UUID importId) {
    Map<String, Integer> open = new HashMap<>();
    dsl.select(LIST_QUESTION.LIST_CASE, count())
        .from(LIST_QUESTION)
        .where(LIST_QUESTION.IMPORT_ID.eq(importId))
        .and(LIST_QUESTION.DECISION.isNull())
        .groupBy(LIST_QUESTION.LIST_CASE)
        .forEach(row -> open.put(row.value1(), row.value2()));
    return open;
  }

  /** Puts the answer down where nobody has answered; of two who try, one gets the rows. */
  List<Asked> decide(
      UUID importId,
      @Nullable Collection<UUID> ids,
      @Nullable ListCase met,
      ListAction decision,
      Caller who,
      int most) {
    UUID[] open =
        dsl.select(LIST_QUESTION.ID)
            .from(LIST_QUESTION)
            .where(LIST_QUESTION.IMPORT_ID.eq(importId))
            .and(LIST_QUESTION.DECISION.isNull())
            .and(ids == null ? noCondition() : LIST_QUESTION.ID.eq(any(ids.toArray(UUID[]::new))))
            .and(met == null ? noCondition() : LIST_QUESTION.LIST_CASE.eq(met.word()))
            .orderBy(LIST_QUESTION.ROW_NUMBER)
            .limit(most)
            .forUpdate()
            .fetch(Record1::value1)
            .toArray(UUID[]::new);
    return dsl
        .update(LIST_QUESTION)
        .set(LIST_QUESTION.DECISION, decision.word())
        .set(LIST_QUESTION.DECIDED_BY, who.memberId())
        .set(LIST_QUESTION.DECIDED_BY_NAME, who.name())
        .set(LIST_QUESTION.DECIDED_AT, clock.instant())
        .where(LIST_QUESTION.ID.eq(any(open)))
        .and(LIST_QUESTION.DECISION.isNull())
        .returningResult(
            LIST_QUESTION.ID, LIST_QUESTION.ROW_NUMBER, LIST_QUESTION.LIST_CASE, LIST_QUESTION.TOLD)
        .fetch(row -> new Asked(row.value1(), row.value2(), row.value3(), held(row.value4())))
        .stream()
        .sorted(java.util.Comparator.comparingLong(Asked::row))
        .toList();
  }

  Optional<Answered> answer(UUID importId, UUID id) {
    return dsl.select(
            LIST_QUESTION.DECISION, LIST_QUESTION.DECIDED_BY_NAME, LIST_QUESTION.DECIDED_AT)
        .from(LIST_QUESTION)
        .where(LIST_QUESTION.ID.eq(id))
        .and(LIST_QUESTION.IMPORT_ID.eq(importId))
        .and(LIST_QUESTION.DECISION.isNotNull())
        .fetchOptional(row -> new Answered(row.value1(), row.value2(), row.value3()));
  }

  /** The list goes, and what was asked about it. */
  void forget(UUID importId) {
    dsl.deleteFrom(LIST_QUESTION).where(LIST_QUESTION.IMPORT_ID.eq(importId)).execute();
  }

  private HeldRow held(JSONB stored) {
    return json.readValue(stored.data(), HeldRow.class);
  }
}
