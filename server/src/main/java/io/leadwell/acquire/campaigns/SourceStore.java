package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.CAMPAIGN;
import static io.leadwell.tables.campaigns.Tables.PLANTED;
import static io.leadwell.tables.campaigns.Tables.SOURCE_PARAMETER;
import static io.leadwell.tables.campaigns.Tables.SOURCE_RULE;

import io.leadwell.base.platform.Ids;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of rules and of one's own names of parameters. */
@Repository
class SourceStore {

  private static final RecordMapper<Record, SourceRule> RULE_OF =
      r ->
          new SourceRule(
              r.get(SOURCE_RULE.ID),
              SourceKind.of(r.get(SOURCE_RULE.KIND)),
              r.get(SOURCE_RULE.PATTERN),
              r.get(SOURCE_RULE.MEDIUM),
              r.get(SOURCE_RULE.CHANNEL_ID));

  private final DSLContext dsl;
  private final ChannelStore channels;

  SourceStore(DSLContext dsl, ChannelStore channels) {
    this.dsl = dsl;
    this.channels = channels;
  }

  /** All that an answer needs. */
  SourceRules everything() {
    return new SourceRules(rules(), channels.all(), campaigns(), parameters());
  }

  List<SourceRule> rules() {
    return dsl.selectFrom(SOURCE_RULE)
        .orderBy(SOURCE_RULE.CREATED_AT, SOURCE_RULE.ID)
        .fetch(RULE_OF);
  }

  Optional<SourceRule> find(UUID id) {
    return dsl.selectFrom(SOURCE_RULE).where(SOURCE_RULE.ID.eq(id)).fetchOptional(RULE_OF);
  }

  Optional<SourceRule> find(SourceRuleDraft draft) {
    return dsl.selectFrom(SOURCE_RULE)
        .where(SOURCE_RULE.KIND.eq(draft.kind().word()))
        .and(SOURCE_RULE.PATTERN.eq(draft.pattern()))
        .and(SOURCE_RULE.MEDIUM.eq(draft.medium()))
        .fetchOptional(RULE_OF);
  }

  /** The id of the new row, or nothing when there is a rule for the same. */
  Optional<UUID> insert(SourceRuleDraft draft, @Nullable UUID channelId) {
    return dsl.insertInto(SOURCE_RULE)
        .set(SOURCE_RULE.ID, Ids.next())
        .set(SOURCE_RULE.KIND, draft.kind().word())
        .set(SOURCE_RULE.PATTERN, draft.pattern())
        .set(SOURCE_RULE.MEDIUM, draft.medium())
        .set(SOURCE_RULE.CHANNEL_ID, channelId)
        .onConflictDoNothing()
        .returning(SOURCE_RULE.ID)
        .fetchOptional(SOURCE_RULE.ID);
  }

  void delete(Collection<UUID> ids) {
    dsl.deleteFrom(SOURCE_RULE).where(SOURCE_RULE.ID.in(ids)).execute();
  }

  Map<String, LandingField> parameters() {
    Map<String, LandingField> parameters = new LinkedHashMap<>();
    dsl.selectFrom(SOURCE_PARAMETER)
        .orderBy(SOURCE_PARAMETER.CREATED_AT, SOURCE_PARAMETER.NAME)
        .forEach(r -> parameters.put(r.getName(), LandingField.of(r.getMeaning())));
    return parameters;
  }

  void put(String parameter, LandingField meaning) {
    dsl.insertInto(SOURCE_PARAMETER)
        .set(SOURCE_PARAMETER.NAME, parameter)
        .set(SOURCE_PARAMETER.MEANING, meaning.word())
        .onConflict(SOURCE_PARAMETER.NAME)
        .doUpdate()
        .set(SOURCE_PARAMETER.MEANING, meaning.word())
        .execute();
  }

  boolean remove(String parameter) {
    return dsl.deleteFrom(SOURCE_PARAMETER).where(SOURCE_PARAMETER.NAME.eq(parameter)).execute()
        > 0;
  }

  /** True for the first to ask. */
  boolean toPlant(String what) {
    return dsl.insertInto(PLANTED).set(PLANTED.WHAT, what).onConflictDoNothing().execute() > 0;
  }

  private List<SourceRules.KnownCampaign> campaigns() {
    return dsl.select(CAMPAIGN.ID, CAMPAIGN.NAME, CAMPAIGN.CODE, CAMPAIGN.CHANNEL_ID)
        .from(CAMPAIGN)
        .fetch(r -> new SourceRules.KnownCampaign(r.value1(), r.value2(), r.value3(), r.value4()));
  }
}
