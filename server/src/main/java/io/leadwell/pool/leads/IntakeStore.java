package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.IntakeBatch.TouchDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a batch of the intake: bulk loads for what is new, a fold for what was known. */
@Component
class IntakeStore {

  private static final List<Field<?>> TOUCH_COLUMNS =
      List.of(
          TOUCH.ID,
          TOUCH.RECORD_ID,
          TOUCH.PERSON_ID,
          TOUCH.LEAD_ID,
          TOUCH.SCENE,
          TOUCH.CHANNEL_ID,
          TOUCH.CAMPAIGN_ID,
          TOUCH.CONTENT,
          TOUCH.PLAN,
          TOUCH.UNIT,
          TOUCH.KEYWORD,
          TOUCH.UTM,
          TOUCH.CLICK_ID,
          TOUCH.HAPPENED_AT,
          TOUCH.DETAIL);

  private final Database database;
  private final RecordStore records;
  private final CompanyStore companies;
  private final TagStore tags;
  private final StageLedger ledger;
  private final Refolding refolding;
  private final CompanyFolding folding;
  private final TouchStore touches;
  private final LikenessStore likeness;
  private final JsonMapper json;

  IntakeStore(
      Database database,
      RecordStore records,
      CompanyStore companies,
      TagStore tags,
      StageLedger ledger,
      Refolding refolding,
      CompanyFolding folding,
      TouchStore touches,
      LikenessStore likeness,
      JsonMapper json) {
    this.database = database;
    this.records = records;
    this.companies = companies;
    this.tags = tags;
    this.ledger = ledger;
    this.refolding = refolding;
    this.folding = folding;
    this.touches = touches;
    this.likeness = likeness;
    this.json = json;
  }

  void write(IntakeBatch batch, Instant now) {
    Map<String, UUID> companyIds =
        companies.named(batch.records.stream().map(RecordStore.NewRecord::observation).toList());
    records.add(batch.records, batch.newByOldRecord);
    database.copy(PERSON, IntakeRows.PERSON_COLUMNS, IntakeRows.people(batch, companyIds));
    database.copy(IDENTIFIER, IntakeRows.IDENTIFIER_COLUMNS, IntakeRows.identifiers(batch));
    database.copy(
        EMPLOYMENT, IntakeRows.EMPLOYMENT_COLUMNS, IntakeRows.employments(batch, companyIds));
    database.copy(LEAD, IntakeRows.LEAD_COLUMNS, IntakeRows.leads(batch, companyIds));
    records.link(batch.links);
    database.copy(TOUCH, TOUCH_COLUMNS, touches(batch));
    ledger.append(batch.stages);
    records.withdraw(batch.newByOldRecord.keySet(), now);
    touches.adopt(batch.newLeads);
    tags.tag(batch.tags);
    refolding.people(batch.changedPeople);
    folding.follow(
        batch.records.stream().map(RecordStore.NewRecord::observation).toList(), companyIds);
    likeness.wait(batch.newPeople.keySet());
    Set<UUID> projected = new HashSet<>(batch.changedLeads);
    if (!projected.isEmpty()) {
      ledger.project(projected);
    }
  }

  private List<Object[]> touches(IntakeBatch batch) {
    List<Object[]> rows = new ArrayList<>(batch.touches.size());
    for (TouchDraft draft : batch.touches) {
      Observation seen = draft.from();
      Observation.TouchSeen touch = Objects.requireNonNull(seen.touch());
      CameFrom from = touch.from() == null ? CameFrom.of(seen.facts()) : touch.from();
      rows.add(
          new @Nullable Object[] {
            Ids.next(),
            draft.recordId(),
            draft.personId(),
            draft.leadId(),
            touch.scene(),
            from.channelId(),
            from.campaignId(),
            from.content(),
            from.plan(),
            from.unit(),
            from.keyword(),
            touch.utm().isEmpty() ? null : json.writeValueAsString(touch.utm()),
            touch.clickId(),
            touch.at(),
            touch.detail().isEmpty() ? null : json.writeValueAsString(touch.detail())
          });
    }
    return rows;
  }
}
