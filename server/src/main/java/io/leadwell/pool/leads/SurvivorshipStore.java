package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.SURVIVORSHIP;
import static io.leadwell.tables.leads.Tables.SURVIVORSHIP_RUN;
import static io.leadwell.tables.leads.Tables.TRUSTED_SOURCE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.splitPart;

import io.leadwell.tables.leads.tables.records.SurvivorshipRunRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules by which one of several values is shown, and the runs that follow a change of them. */
@Component
class SurvivorshipStore {

  static final String RUNNING = "running";

  private final DSLContext dsl;

  SurvivorshipStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  SurvivorshipRules rules() {
    Map<String, SurvivorshipRule> byField = new HashMap<>();
    dsl.select(SURVIVORSHIP.FIELD, SURVIVORSHIP.RULE)
        .from(SURVIVORSHIP)
        .forEach(row -> byField.put(row.value1(), SurvivorshipRule.of(row.value2())));
    return byField.isEmpty() ? SurvivorshipRules.USUAL : new SurvivorshipRules(byField, sources());
  }

  List<String> sources() {
    return dsl.select(TRUSTED_SOURCE.SOURCE)
        .from(TRUSTED_SOURCE)
        .orderBy(TRUSTED_SOURCE.PLACE, TRUSTED_SOURCE.SOURCE)
        .fetch(TRUSTED_SOURCE.SOURCE);
  }

  /** Kinds of sources that records came from. */
  List<String> sourcesInUse() {
    var kind = splitPart(SOURCE_RECORD.SOURCE, ":", 1);
    return dsl
        .selectDistinct(kind)
        .from(SOURCE_RECORD)
        .where(SOURCE_RECORD.SOURCE.ne(Editing.SOURCE))
        .limit(100)
        .fetch(kind)
        .stream()
        .sorted()
        .toList();
  }

  void write(SurvivorshipRules rules, @Nullable UUID by, Instant now) {
    dsl.deleteFrom(SURVIVORSHIP).execute();
    rules
        .byField()
        .forEach((field, rule) ->
            dsl.insertInto(SURVIVORSHIP)
                .set(SURVIVORSHIP.FIELD, field)
                .set(SURVIVORSHIP.RULE, rule.word())
                .set(SURVIVORSHIP.CHANGED_AT, now)
                .set(SURVIVORSHIP.CHANGED_BY, by)
                .execute());
    dsl.deleteFrom(TRUSTED_SOURCE).execute();
    for (int place = 0; place < rules.sources().size(); place++) {
      dsl.insertInto(TRUSTED_SOURCE)
          .set(TRUSTED_SOURCE.SOURCE, rules.sources().get(place))
          .set(TRUSTED_SOURCE.PLACE, place)
          .execute();
    }
  }

  /** People of whom several records tell, in the order of their ids: the others cannot change. */
  List<UUID> people(@Nullable UUID after, int limit) {
    return dsl.select(LINK.PERSON_ID)
        .from(LINK)
        .where(LINK.SUPERSEDED_AT.isNull())
        .and(after == null ? noCondition() : LINK.PERSON_ID.gt(after))
        .groupBy(LINK.PERSON_ID)
        .having(count().gt(1))
        .orderBy(LINK.PERSON_ID)
        .limit(limit)
        .fetch(LINK.PERSON_ID);
  }

  long countPeople() {
    return dsl.fetchCount(
        dsl.select(LINK.PERSON_ID)
            .from(LINK)
            .where(LINK.SUPERSEDED_AT.isNull())
            .groupBy(LINK.PERSON_ID)
            .having(count().gt(1)));
  }

  List<UUID> companies(@Nullable UUID after, int limit) {
    return dsl.select(COMPANY.ID)
        .from(COMPANY)
        .where(COMPANY.REDIRECT_TO.isNull())
        .and(after == null ? noCondition() : COMPANY.ID.gt(after))
        .orderBy(COMPANY.ID)
        .limit(limit)
        .fetch(COMPANY.ID);
  }

  long countCompanies() {
    return dsl.fetchCount(COMPANY, COMPANY.REDIRECT_TO.isNull());
  }

  Optional<SurvivorshipRunRow> running() {
    return run(SURVIVORSHIP_RUN.STATE.eq(RUNNING));
  }

  Optional<SurvivorshipRunRow> last() {
    return run(noCondition());
  }

  private Optional<SurvivorshipRunRow> run(Condition wanted) {
    return dsl.selectFrom(SURVIVORSHIP_RUN)
        .where(wanted)
        .orderBy(SURVIVORSHIP_RUN.STARTED_AT.desc())
        .limit(1)
        .fetchOptional();
  }

  void begin(SurvivorshipRunRow run) {
    dsl.insertInto(SURVIVORSHIP_RUN).set(run).execute();
  }

  void went(UUID run, String part, @Nullable UUID last, int done, int changed) {
    dsl.update(SURVIVORSHIP_RUN)
        .set(SURVIVORSHIP_RUN.PART, part)
        .set(SURVIVORSHIP_RUN.LAST_ID, last)
        .set(SURVIVORSHIP_RUN.DONE, SURVIVORSHIP_RUN.DONE.plus(done))
        .set(SURVIVORSHIP_RUN.CHANGED, SURVIVORSHIP_RUN.CHANGED.plus(changed))
        .where(SURVIVORSHIP_RUN.ID.eq(run))
        .execute();
  }

  void end(UUID run, String state, Instant now) {
    dsl.update(SURVIVORSHIP_RUN)
        .set(SURVIVORSHIP_RUN.STATE, state)
        .set(SURVIVORSHIP_RUN.ENDED_AT, now)
        .where(SURVIVORSHIP_RUN.ID.eq(run))
        .and(SURVIVORSHIP_RUN.STATE.eq(RUNNING))
        .execute();
  }
}
