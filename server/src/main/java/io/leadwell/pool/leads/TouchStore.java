package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.IntakeBatch.LeadDraft;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Touches that stand by their key, and the leads they belong to. */
@Component
class TouchStore {

  private final DSLContext dsl;
  private final JsonMapper json;

  TouchStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  /** Writes or rewrites touches by their key; a touch keeps the lead it was given first. */
  void put(Collection<NewTouch> touches, Map<UUID, UUID> openLeads) {
    dsl.batch(
            touches.stream().map(touch -> upsert(touch, openLeads.get(touch.personId()))).toList())
        .execute();
  }

  void remove(Collection<String> keys) {
    dsl.deleteFrom(TOUCH).where(TOUCH.TOUCH_KEY.eq(any(keys.toArray(String[]::new)))).execute();
  }

  Map<String, Long> leadsBy(String name, Collection<String> values) {
    Field<String> told = jsonbGetAttributeAsText(TOUCH.DETAIL, inline(name));
    return dsl.select(told, countDistinct(TOUCH.LEAD_ID).cast(Long.class))
        .from(TOUCH)
        .where(told.eq(any(values.toArray(String[]::new))))
        // says what the index says, or it would not be used
        .and(TOUCH.DETAIL.isNotNull())
        .and(TOUCH.WITHDRAWN_AT.isNull())
        .and(TOUCH.LEAD_ID.isNotNull())
        .groupBy(told)
        .fetchMap(r -> r.value1(), r -> r.value2());
  }

  private org.jooq.Query upsert(NewTouch touch, @Nullable UUID lead) {
    CameFrom from = touch.from();
    return dsl.insertInto(TOUCH)
        .set(TOUCH.ID, Ids.next())
        .set(TOUCH.TOUCH_KEY, touch.key())
        .set(TOUCH.PERSON_ID, touch.personId())
        .set(TOUCH.LEAD_ID, lead)
        .set(TOUCH.SCENE, touch.scene())
        .set(TOUCH.CHANNEL_ID, from.channelId())
        .set(TOUCH.CAMPAIGN_ID, from.campaignId())
        .set(TOUCH.CONTENT, from.content())
        .set(TOUCH.PLAN, from.plan())
        .set(TOUCH.UNIT, from.unit())
        .set(TOUCH.KEYWORD, from.keyword())
        .set(TOUCH.UTM, stored(touch.utm()))
        .set(TOUCH.CLICK_ID, touch.clickId())
        .set(TOUCH.HAPPENED_AT, touch.at())
        .set(TOUCH.DETAIL, stored(touch.detail()))
        .onConflict(TOUCH.TOUCH_KEY)
        .where(TOUCH.TOUCH_KEY.isNotNull())
        .doUpdate()
        .set(TOUCH.DETAIL, excluded(TOUCH.DETAIL))
        .set(TOUCH.HAPPENED_AT, excluded(TOUCH.HAPPENED_AT))
        .set(TOUCH.CHANNEL_ID, excluded(TOUCH.CHANNEL_ID))
        .set(TOUCH.CAMPAIGN_ID, excluded(TOUCH.CAMPAIGN_ID))
        .set(TOUCH.CONTENT, excluded(TOUCH.CONTENT))
        .set(TOUCH.PLAN, excluded(TOUCH.PLAN))
        .set(TOUCH.UNIT, excluded(TOUCH.UNIT))
        .set(TOUCH.KEYWORD, excluded(TOUCH.KEYWORD))
        .where(
            row(TOUCH.DETAIL, TOUCH.HAPPENED_AT, TOUCH.CHANNEL_ID, TOUCH.CAMPAIGN_ID, TOUCH.CONTENT)
                .isDistinctFrom(
                    row(
                        excluded(TOUCH.DETAIL),
                        excluded(TOUCH.HAPPENED_AT),
                        excluded(TOUCH.CHANNEL_ID),
                        excluded(TOUCH.CAMPAIGN_ID),
                        excluded(TOUCH.CONTENT))));
  }

  /** Touches of people who had no open lead belong to the one that opens now. */
  void adopt(List<LeadDraft> opened) {
    Map<UUID, UUID> leads = new HashMap<>();
    opened.forEach(lead -> leads.putIfAbsent(lead.personId(), lead.id()));
    if (leads.isEmpty()) {
      return;
    }
    // Most leads open for people nobody has met before: one look tells for all of them.
    dsl.selectDistinct(TOUCH.PERSON_ID)
        .from(TOUCH)
        .where(TOUCH.PERSON_ID.eq(any(leads.keySet().toArray(UUID[]::new))))
        .and(TOUCH.LEAD_ID.isNull())
        .forEach(waiting ->
            dsl.update(TOUCH)
                .set(TOUCH.LEAD_ID, leads.get(waiting.value1()))
                .where(TOUCH.PERSON_ID.eq(waiting.value1()))
                .and(TOUCH.LEAD_ID.isNull())
                .execute());
  }

  /** The open lead of each person that behaviour belongs to: the newest, whatever its line. */
  Map<UUID, UUID> openLeads(Collection<UUID> people) {
    Map<UUID, UUID> open = new HashMap<>();
    dsl.select(LEAD.PERSON_ID, LEAD.ID)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(LEAD.STAGE.notIn(Stage.WON.word(), Stage.LOST.word()))
        .orderBy(LEAD.FIRST_CONTACT_AT, LEAD.ID)
        .forEach(lead -> open.put(lead.value1(), lead.value2()));
    return open;
  }

  /** A lead was last touched when its person last did something. */
  void touched(UUID lead, Instant at) {
    dsl.update(LEAD)
        .set(LEAD.LAST_TOUCH_AT, at)
        .where(LEAD.ID.eq(lead))
        .and(LEAD.LAST_TOUCH_AT.lt(at))
        .execute();
  }

  private @Nullable JSONB stored(Map<String, ?> map) {
    return map.isEmpty() ? null : JSONB.valueOf(json.writeValueAsString(map));
  }
}
