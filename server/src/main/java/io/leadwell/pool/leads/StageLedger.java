package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.StageProjection.Entered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The append-only ledger of stages, and the only writer of its projection on the lead. Both change
 * in the transaction of the caller.
 */
@Component
class StageLedger {

  private static final List<Field<?>> COLUMNS =
      List.of(
          STAGE_ENTRY.ID,
          STAGE_ENTRY.LEAD_ID,
          STAGE_ENTRY.STAGE,
          STAGE_ENTRY.MOVE,
          STAGE_ENTRY.HAPPENED_AT,
          STAGE_ENTRY.ACTOR_ID,
          STAGE_ENTRY.REASON,
          STAGE_ENTRY.RECORD_ID,
          STAGE_ENTRY.IMPORT_ID,
          STAGE_ENTRY.OPPORTUNITY_ID);

  private static final List<Field<?>> PROJECTED =
      List.of(
          LEAD.STAGE,
          LEAD.STAGE_SINCE,
          LEAD.LEAD_AT,
          LEAD.MQL_AT,
          LEAD.SAL_AT,
          LEAD.SQL_AT,
          LEAD.OPPORTUNITY_AT,
          LEAD.POC_AT,
          LEAD.WON_AT,
          LEAD.LOST_AT);

  /** Stage times that one record tells of one lead. */
  record Told(
      UUID leadId,
      UUID recordId,
      @Nullable UUID importId,
      @Nullable UUID actorId,
      @Nullable UUID opportunityId,
      List<StageTime> stages) {}

  private final DSLContext dsl;
  private final Database database;

  StageLedger(DSLContext dsl, Database database) {
    this.dsl = dsl;
    this.database = database;
  }

  /**
   * Writes what records tell: an enter row per stage and, for each but the last, the leave row that
   * its successor implies. Times are kept as told, also where they run backwards.
   */
  void append(List<Told> told) {
    List<Object[]> rows = new ArrayList<>();
    for (Told history : told) {
      List<StageTime> stages =
          history.stages().stream().sorted(Comparator.comparing(StageTime::stage)).toList();
      for (int i = 0; i < stages.size(); i++) {
        StageTime entered = stages.get(i);
        rows.add(row(history, entered.stage(), "enter", entered.at(), entered.reason()));
        if (i + 1 < stages.size()) {
          rows.add(row(history, entered.stage(), "leave", stages.get(i + 1).at(), null));
        }
      }
    }
    database.copy(STAGE_ENTRY, COLUMNS, rows);
  }

  /** Leaves the stage a lead is in and enters another. The caller refreshes the projection. */
  void move(Told history, Stage from) {
    StageTime to = history.stages().getFirst();
    database.copy(
        STAGE_ENTRY,
        COLUMNS,
        List.of(
            row(history, from, "leave", to.at(), null),
            row(history, to.stage(), "enter", to.at(), to.reason())));
  }

  /** Brings the projection of these leads up to the ledger. */
  void project(Collection<UUID> leads) {
    Map<UUID, List<Entered>> entries = new HashMap<>();
    dsl.select(STAGE_ENTRY.LEAD_ID, STAGE_ENTRY.STAGE, STAGE_ENTRY.HAPPENED_AT)
        .from(STAGE_ENTRY)
        .where(STAGE_ENTRY.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .and(STAGE_ENTRY.MOVE.eq("enter"))
        .and(STAGE_ENTRY.WITHDRAWN_AT.isNull())
        .forEach(row ->
            entries
                .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                .add(new Entered(Stage.of(row.value2()), row.value3())));
    List<Object[]> projections = new ArrayList<>();
    dsl.select(LEAD.ID, LEAD.FIRST_CONTACT_AT)
        .from(LEAD)
        .where(LEAD.ID.eq(any(leads.toArray(UUID[]::new))))
        .forEach(row ->
            projections.add(
                columns(
                    row.value1(),
                    StageProjection.of(
                        entries.getOrDefault(row.value1(), List.of()), row.value2()))));
    database.update(LEAD, LEAD.ID, PROJECTED, projections);
  }

  private static @Nullable Object[] columns(UUID lead, StageProjection projection) {
    Map<Stage, Instant> first = projection.first();
    return new @Nullable Object[] {
      lead,
      projection.stage().word(),
      projection.since(),
      first.get(Stage.LEAD),
      first.get(Stage.MQL),
      first.get(Stage.SAL),
      first.get(Stage.SQL),
      first.get(Stage.OPPORTUNITY),
      first.get(Stage.POC),
      first.get(Stage.WON),
      first.get(Stage.LOST)
    };
  }

  private static @Nullable Object[] row(
      Told history, Stage stage, String move, Instant at, @Nullable String reason) {
    return new @Nullable Object[] {
      Ids.next(),
      history.leadId(),
      stage.word(),
      move,
      at,
      history.actorId(),
      reason,
      history.recordId(),
      history.importId(),
      history.opportunityId()
    };
  }
}
