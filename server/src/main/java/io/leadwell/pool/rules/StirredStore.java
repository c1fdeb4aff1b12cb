package io.leadwell.pool.rules;

import static io.leadwell.tables.rules.Tables.DUE;
import static io.leadwell.tables.rules.Tables.STIRRED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.select;

import io.leadwell.tables.rules.tables.records.StirredRow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Which leads are to be looked at again, and when. */
@Component
class StirredStore {

  private final DSLContext dsl;
  private final LeadTables tables;

  StirredStore(DSLContext dsl, LeadTables tables) {
    this.dsl = dsl;
    this.tables = tables;
  }

  boolean anything(Instant now) {
    return dsl.fetchExists(STIRRED) || dsl.fetchExists(DUE, DUE.DUE_AT.le(now));
  }

  /** Takes away the oldest marks; the leads they meant. */
  Set<UUID> take(int most) {
    List<StirredRow> marks =
        dsl.deleteFrom(STIRRED)
            .where(
                STIRRED.ID.in(
                    select(STIRRED.ID)
                        .from(STIRRED)
                        .orderBy(STIRRED.LATER, STIRRED.ID)
                        .limit(most)))
            .returning()
            .fetch();
    Set<UUID> leads = new HashSet<>(given(marks, StirredRow::getLeadId));
    leads.addAll(leadsOf(tables.person(), given(marks, StirredRow::getPersonId)));
    leads.addAll(leadsOf(tables.company(), given(marks, StirredRow::getCompanyId)));
    return leads;
  }

  /** Takes away what is due by now. */
  Set<UUID> due(int most, Instant now) {
    return new HashSet<>(
        dsl.deleteFrom(DUE)
            .where(
                DUE.LEAD_ID.in(
                    select(DUE.LEAD_ID)
                        .from(DUE)
                        .where(DUE.DUE_AT.le(now))
                        .orderBy(DUE.DUE_AT)
                        .limit(most)))
            .returning()
            .fetch(DUE.LEAD_ID));
  }

  /** From now on this is when these leads are looked at again by themselves. */
  void put(Collection<UUID> leads, Map<UUID, Instant> due) {
    dsl.deleteFrom(DUE)
        .where(
            DUE.LEAD_ID.eq(
                any(leads.stream().filter(id -> !due.containsKey(id)).toArray(UUID[]::new))))
        .execute();
    atLeast(due, false);
  }

  /** No later than then; sooner ones stay. */
  void sooner(Map<UUID, Instant> due) {
    atLeast(due, true);
  }

  private void atLeast(Map<UUID, Instant> due, boolean soonerStays) {
    if (due.isEmpty()) {
      return;
    }
    dsl.batch(
            due.entrySet().stream()
                .map(each ->
                    dsl.insertInto(DUE)
                        .set(DUE.LEAD_ID, each.getKey())
                        .set(DUE.DUE_AT, each.getValue())
                        .onConflict(DUE.LEAD_ID)
                        .doUpdate()
                        .set(
                            DUE.DUE_AT,
                            soonerStays
                                ? least(DUE.DUE_AT, excluded(DUE.DUE_AT))
                                : excluded(DUE.DUE_AT)))
                .toList())
        .execute();
  }

  void stir(Collection<UUID> leads) {
    dsl.insertInto(STIRRED, STIRRED.LEAD_ID)
        .select(
            select(tables.lead())
                .from(tables.leads())
                .where(tables.lead().eq(any(leads.toArray(UUID[]::new)))))
        .execute();
  }

  /** Every lead is looked at anew, behind whatever changes meanwhile. */
  void everybody() {
    dsl.insertInto(STIRRED, STIRRED.LEAD_ID, STIRRED.LATER)
        .select(select(tables.lead(), inline(true)).from(tables.leads()))
        .execute();
  }

  int waiting() {
    return dsl.fetchCount(STIRRED);
  }

  private List<UUID> leadsOf(Field<UUID> by, Set<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : dsl.select(tables.lead())
            .from(tables.leads())
            .where(by.eq(any(ids.toArray(UUID[]::new))))
            .fetch(tables.lead());
  }

  private static Set<UUID> given(List<StirredRow> marks, Function<StirredRow, UUID> id) {
    Set<UUID> ids = new HashSet<>();
    marks.stream().map(id).filter(Objects::nonNull).forEach(ids::add);
    return ids;
  }
}
