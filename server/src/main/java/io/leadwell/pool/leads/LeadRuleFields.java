package io.leadwell.pool.leads;

import static io.leadwell.kernel.rules.Kind.CHOICE;
import static io.leadwell.kernel.rules.Kind.MOMENT;
import static io.leadwell.kernel.rules.Kind.NUMBER;
import static io.leadwell.kernel.rules.Kind.TEXT;
import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Database;
import io.leadwell.pool.rules.Column;
import io.leadwell.pool.rules.Column.Join;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.RuleFields;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What rules may ask of the pool: the lead, its person and company, and what the person did. */
@Component
class LeadRuleFields implements RuleFields {

  static final Join THE_PERSON = new Join(PERSON, PERSON.ID.eq(LEAD.PERSON_ID));
  static final Join THE_COMPANY = new Join(COMPANY, COMPANY.ID.eq(LEAD.COMPANY_ID));

  private static final Field<String> TOLD_SECONDS =
      jsonbGetAttributeAsText(TOUCH.DETAIL, inline("seconds"));

  /** What is no figure is not known, and breaks no query. */
  private static final Field<Long> SECONDS =
      when(TOLD_SECONDS.likeRegex("^[0-9]{1,9}$"), TOLD_SECONDS.cast(SQLDataType.BIGINT));

  private final Channels channels;

  LeadRuleFields(Channels channels) {
    this.channels = channels;
  }

  @Override
  public List<RuleField> ofLeads() {
    return List.of(
        new RuleField("person.name", TEXT, Column.of(PERSON.NAME, THE_PERSON)),
        new RuleField("person.title", TEXT, Column.of(PERSON.TITLE, THE_PERSON)),
        new RuleField("person.email", TEXT, Column.of(PERSON.EMAIL, THE_PERSON)),
        new RuleField("person.phone", TEXT, Column.of(PERSON.PHONE, THE_PERSON)),
        choosing("person.tag", "tag", tags()),
        // Where she is: as this lead told it, else as she did, else where her company is.
        new RuleField(
                "person.province",
                TEXT,
                Column.of(
                    coalesce(LEAD.PROVINCE, PERSON.PROVINCE, COMPANY.PROVINCE),
                    THE_PERSON,
                    THE_COMPANY))
            .choosing("province"),
        new RuleField(
            "person.city",
            TEXT,
            Column.of(coalesce(LEAD.CITY, PERSON.CITY, COMPANY.CITY), THE_PERSON, THE_COMPANY)),
        new RuleField("company.name", TEXT, Column.of(COMPANY.NAME, THE_COMPANY)),
        new RuleField(
                "company.industry",
                TEXT,
                Column.of(coalesce(LEAD.INDUSTRY, COMPANY.INDUSTRY), THE_COMPANY))
            .choosing("industry"),
        new RuleField("company.size", TEXT, Column.of(COMPANY.SIZE_BAND, THE_COMPANY))
            .choosing("size"),
        new RuleField("company.domain", TEXT, Column.of(COMPANY.DOMAIN, THE_COMPANY)),
        choosing("lead.stage", "stage", Column.of(LEAD.STAGE)),
        moment("lead.stageSince", LEAD.STAGE_SINCE),
        choosing("lead.channel", "channel", Column.of(LEAD.CHANNEL_ID))
            .widenedBy(this::withDescendants),
        choosing("lead.campaign", "campaign", Column.of(LEAD.CAMPAIGN_ID)),
        choosing("lead.sourceClass", "sourceClass", Column.of(LEAD.SOURCE_CLASS)),
        choosing("lead.owner", "member", Column.of(LEAD.OWNER_ID)),
        choosing("lead.sdr", "member", Column.of(LEAD.SDR_ID)),
        choosing("lead.verdict", "verdict", Column.of(LEAD.VERDICT)),
        new RuleField("lead.businessLine", TEXT, Column.of(LEAD.BUSINESS_LINE))
            .choosing("businessLine"),
        new RuleField("lead.content", TEXT, Column.of(LEAD.CONTENT)),
        new RuleField("lead.keyword", TEXT, Column.of(LEAD.KEYWORD)),
        new RuleField("lead.note", TEXT, Column.of(LEAD.NOTE)),
        moment("lead.firstContactAt", LEAD.FIRST_CONTACT_AT),
        moment("lead.lastTouchAt", LEAD.LAST_TOUCH_AT),
        moment("lead.mqlAt", LEAD.MQL_AT),
        moment("lead.sqlAt", LEAD.SQL_AT),
        moment("lead.opportunityAt", LEAD.OPPORTUNITY_AT),
        moment("lead.pocAt", LEAD.POC_AT),
        moment("lead.wonAt", LEAD.WON_AT),
        moment("lead.lostAt", LEAD.LOST_AT),
        new RuleField(
            "lead.revenue",
            NUMBER,
            // in yuan, as people write it
            Column.of(LEAD.REVENUE_FEN.cast(SQLDataType.NUMERIC(20, 2)).div(100))));
  }

  @Override
  public List<RuleField> ofDeeds() {
    return List.of(
        choosing("deed.scene", "scene", Column.of(TOUCH.SCENE)),
        choosing("deed.channel", "channel", Column.of(TOUCH.CHANNEL_ID))
            .widenedBy(this::withDescendants),
        choosing("deed.campaign", "campaign", Column.of(TOUCH.CAMPAIGN_ID)),
        new RuleField("deed.content", TEXT, Column.of(TOUCH.CONTENT)),
        new RuleField("deed.page", TEXT, pages()),
        new RuleField("deed.seconds", NUMBER, Column.of(SECONDS)),
        new RuleField("deed.keyword", TEXT, Column.of(TOUCH.KEYWORD)));
  }

  private static RuleField choosing(String key, String from, Column column) {
    return new RuleField(key, CHOICE, column).choosing(from);
  }

  private static RuleField moment(String key, Field<?> column) {
    return new RuleField(key, MOMENT, Column.of(column));
  }

  private static Column tags() {
    return new Column.Many(
        PERSON_TAG,
        PERSON_TAG.PERSON_ID.eq(LEAD.PERSON_ID),
        PERSON_TAG.TAG_ID.cast(SQLDataType.CLOB));
  }

  /** Paths of the pages of a visit, without what stands behind them. */
  private static Column pages() {
    Field<JSONB> paths = jsonbGetAttribute(TOUCH.DETAIL, inline("paths"));
    return new Column.Many(
        Database.elements(paths).as("seen", "path"),
        noCondition(),
        field(name("seen", "path"), String.class));
  }

  private Set<String> withDescendants(Collection<String> chosen) {
    Set<String> all = new LinkedHashSet<>(chosen);
    for (String one : chosen) {
      try {
        channels.withDescendants(UUID.fromString(one)).forEach(id -> all.add(id.toString()));
      } catch (IllegalArgumentException _) {
        // no channel, which nobody has
        all.add(one);
      }
    }
    return all;
  }
}
