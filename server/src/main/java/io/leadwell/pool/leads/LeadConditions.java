package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.pool.rules.Rules;
import io.leadwell.tables.leads.tables.Lead;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A filter and a reader's scope as SQL conditions on {@code leads.lead}. */
@Component
class LeadConditions {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Map<Stage, Field<Instant>> ENTERED = new EnumMap<>(Stage.class);

  static {
    ENTERED.put(Stage.LEAD, LEAD.FIRST_CONTACT_AT);
    ENTERED.put(Stage.MQL, LEAD.MQL_AT);
    ENTERED.put(Stage.SAL, LEAD.SAL_AT);
    ENTERED.put(Stage.SQL, LEAD.SQL_AT);
    ENTERED.put(Stage.OPPORTUNITY, LEAD.OPPORTUNITY_AT);
    ENTERED.put(Stage.POC, LEAD.POC_AT);
    ENTERED.put(Stage.WON, LEAD.WON_AT);
    ENTERED.put(Stage.LOST, LEAD.LOST_AT);
  }

  private final Rules rules;
  private final Clock clock;

  LeadConditions(Rules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  static Condition visible(Visible visible) {
    return switch (visible) {
      case Visible.Everything _ -> noCondition();
      case Visible.OwnedBy owned ->
          LEAD.OWNER_ID.in(owned.members()).or(LEAD.SDR_ID.in(owned.members()));
    };
  }

  Condition of(LeadFilter filter) {
    return search(filter.search())
        .and(filter.stages().isEmpty() ? noCondition() : LEAD.STAGE.in(filter.stageWords()))
        .and(reached(filter.reached()))
        .and(channel(filter))
        .and(reference(LEAD.CAMPAIGN_ID, filter.campaign(), filter.noCampaign()))
        .and(reference(LEAD.OWNER_ID, filter.owner(), filter.noOwner()))
        .and(reference(LEAD.SDR_ID, filter.sdr(), filter.noSdr()))
        .and(value(LEAD.SOURCE_CLASS, filter.sourceClass()))
        .and(value(LEAD.PROVINCE, filter.province()))
        .and(value(LEAD.INDUSTRY, filter.industry()))
        .and(tag(filter.tag()))
        .and(importedBy(filter.importId()))
        .and(filter.verdict() == null ? noCondition() : LEAD.VERDICT.eq(filter.verdict()))
        .and(filter.company() == null ? noCondition() : LEAD.COMPANY_ID.eq(filter.company()))
        .and(from(filter.from()))
        .and(to(filter.to()))
        .and(asked(filter.asks()))
        .and(custom(filter.custom()));
  }

  private static Condition custom(List<FieldCondition> asked) {
    return asked.stream().map(FieldCondition::onLeads).reduce(noCondition(), Condition::and);
  }

  private Condition asked(List<Asks> asks) {
    return asks.isEmpty()
        ? noCondition()
        : rules.filter(
            rules.understand(new io.leadwell.kernel.rules.Condition.All(List.copyOf(asks))),
            clock.instant());
  }

  private static Condition search(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return noCondition();
    }
    SearchText query = SearchText.query(Contact.sought(typed));
    Condition inText = PERSON.SEARCH_TEXT.contains(query.text());
    Condition byIndex =
        query.grams().length == 0 ? inText : PERSON.GRAMS.contains(query.grams()).and(inText);
    return LEAD.PERSON_ID.in(select(PERSON.ID).from(PERSON).where(byIndex.or(keyIs(typed))));
  }

  /** An array that is asked for once, so that both sides of the "or" have their index. */
  private static Condition keyIs(String typed) {
    Lead keyed = LEAD.as("keyed");
    return PERSON.ID.eq(
        any(array(select(keyed.PERSON_ID).from(keyed).where(keyed.SOURCE_KEY.eq(typed.strip())))));
  }

  /** A won lead has passed what lies before, whether or not anybody wrote it down. */
  private static Condition reached(@Nullable Stage stage) {
    if (stage == null) {
      return noCondition();
    }
    if (!Stage.FUNNEL.contains(stage)) {
      Field<Instant> entered = ENTERED.get(stage);
      return entered == null ? LEAD.STAGE.eq(stage.word()) : entered.isNotNull();
    }
    Condition any = noCondition();
    for (Stage later : Stage.FUNNEL.subList(stage.ordinal(), Stage.FUNNEL.size())) {
      Field<Instant> entered = ENTERED.get(later);
      any = entered == null ? any : any.or(entered.isNotNull());
    }
    return any;
  }

  private static Condition channel(LeadFilter filter) {
    if (filter.noChannel()) {
      return LEAD.CHANNEL_ID.isNull();
    }
    return filter.channels().isEmpty() ? noCondition() : LEAD.CHANNEL_ID.in(filter.channels());
  }

  private static Condition reference(Field<UUID> column, @Nullable UUID id, boolean none) {
    if (none) {
      return column.isNull();
    }
    return id == null ? noCondition() : column.eq(id);
  }

  private static Condition value(Field<String> column, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return noCondition();
    }
    return value.equals(LeadFilter.NONE) ? column.isNull() : column.eq(value);
  }

  private static Condition tag(@Nullable UUID tag) {
    return tag == null
        ? noCondition()
        : exists(
            selectOne()
                .from(PERSON_TAG)
                .where(PERSON_TAG.PERSON_ID.eq(LEAD.PERSON_ID))
                .and(PERSON_TAG.TAG_ID.eq(tag)));
  }

  private static Condition importedBy(@Nullable UUID importId) {
    return importId == null
        ? noCondition()
        : LEAD.ID.in(
            select(LINK.LEAD_ID)
                .from(LINK)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
                .and(LINK.SUPERSEDED_AT.isNull()));
  }

  private static Condition from(@Nullable LocalDate day) {
    return day == null
        ? noCondition()
        : LEAD.FIRST_CONTACT_AT.ge(day.atStartOfDay(ZONE).toInstant());
  }

  private static Condition to(@Nullable LocalDate day) {
    return day == null
        ? noCondition()
        : LEAD.FIRST_CONTACT_AT.lt(day.plusDays(1).atStartOfDay(ZONE).toInstant());
  }
}
