package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Portrait.Read;
import io.leadwell.pool.leads.Portrait.Related;
import io.leadwell.tables.leads.tables.Identifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What portraits are made of. */
@Component
class PortraitStore {

  private static final int MOST = 30;

  /** Holders of a switchboard are no acquaintances beyond this many. */
  private static final int MOST_RELATED = 40;

  /** What a campaign did for somebody. */
  record Part(UUID campaign, List<String> scenes, long touches, Instant firstAt, Instant lastAt) {}

  private final DSLContext dsl;

  PortraitStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Read> read(Set<UUID> leads) {
    // Only what is a number counts: what a source tells in its touches is its own business.
    Field<String> told = jsonbGetAttributeAsText(TOUCH.DETAIL, "seconds");
    Field<BigDecimal> seconds =
        coalesce(
            sum(when(told.likeRegex("^[0-9]{1,7}$"), told.cast(SQLDataType.BIGINT))),
            inline(BigDecimal.ZERO));
    return dsl.select(
            TOUCH.CONTENT, count(), seconds, min(TOUCH.HAPPENED_AT), max(TOUCH.HAPPENED_AT))
        .from(TOUCH)
        .where(TOUCH.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .and(TOUCH.WITHDRAWN_AT.isNull())
        .and(TOUCH.CONTENT.isNotNull())
        .groupBy(TOUCH.CONTENT)
        .orderBy(max(TOUCH.HAPPENED_AT).desc(), TOUCH.CONTENT)
        .limit(MOST)
        .fetch(row ->
            new Read(
                row.value1(), row.value2(), row.value3().longValue(), row.value4(), row.value5()));
  }

  List<Part> tookPart(Set<UUID> leads) {
    return dsl.select(
            TOUCH.CAMPAIGN_ID,
            arrayAggDistinct(TOUCH.SCENE),
            count(),
            min(TOUCH.HAPPENED_AT),
            max(TOUCH.HAPPENED_AT))
        .from(TOUCH)
        .where(TOUCH.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .and(TOUCH.WITHDRAWN_AT.isNull())
        .and(TOUCH.CAMPAIGN_ID.isNotNull())
        .groupBy(TOUCH.CAMPAIGN_ID)
        .orderBy(max(TOUCH.HAPPENED_AT).desc(), TOUCH.CAMPAIGN_ID)
        .limit(MOST)
        .fetch(row ->
            new Part(
                row.value1(),
                Arrays.asList(row.value2()),
                row.value3(),
                row.value4(),
                row.value5()));
  }

  /**
   * Who shares a way to be reached or a browser, then colleagues; with a lead the reader may see.
   */
  List<Related> related(UUID person, @Nullable UUID company, Caller reader) {
    Map<UUID, List<LeadProfile.Identifier>> shared = shared(person, reader);
    Set<UUID> others = new HashSet<>(shared.keySet());
    if (company != null) {
      others.addAll(
          dsl.selectDistinct(LEAD.PERSON_ID)
              .from(LEAD)
              .where(LEAD.COMPANY_ID.eq(company))
              .and(LEAD.PERSON_ID.ne(person))
              .and(LeadConditions.visible(reader.visible()))
              .limit(MOST_RELATED)
              .fetch(LEAD.PERSON_ID));
    }
    List<Related> related = new ArrayList<>();
    dsl.select(
            PERSON.ID,
            PERSON.NAME,
            PERSON.TITLE,
            COMPANY.NAME,
            LEAD.ID,
            LEAD.SOURCE_KEY,
            LEAD.STAGE,
            LEAD.COMPANY_ID)
        .distinctOn(PERSON.ID)
        .from(PERSON)
        .join(LEAD)
        .on(LEAD.PERSON_ID.eq(PERSON.ID))
        .leftJoin(COMPANY)
        .on(COMPANY.ID.eq(LEAD.COMPANY_ID))
        .where(PERSON.ID.eq(any(others.toArray(UUID[]::new))))
        .and(LeadConditions.visible(reader.visible()))
        .orderBy(PERSON.ID, LEAD.FIRST_CONTACT_AT.desc())
        .forEach(row ->
            related.add(
                new Related(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    company != null && company.equals(row.value8()),
                    shared.getOrDefault(row.value1(), List.of()))));
    related.sort(
        java.util.Comparator.comparing((Related one) -> one.by().isEmpty())
            .thenComparing(one -> Objects.requireNonNullElse(one.name(), ""))
            .thenComparing(Related::personId));
    return related;
  }

  private Map<UUID, List<LeadProfile.Identifier>> shared(UUID person, Caller reader) {
    Identifier theirs = IDENTIFIER.as("theirs");
    Map<UUID, List<LeadProfile.Identifier>> shared = new HashMap<>();
    dsl.select(
            theirs.PERSON_ID,
            theirs.KIND,
            theirs.VALUE,
            theirs.TRUST,
            theirs.VERIFIED_AT,
            theirs.FIRST_SEEN_AT)
        .from(IDENTIFIER)
        .join(theirs)
        .on(theirs.KIND.eq(IDENTIFIER.KIND))
        .and(theirs.SCOPE.eq(IDENTIFIER.SCOPE))
        .and(theirs.VALUE.eq(IDENTIFIER.VALUE))
        .and(theirs.PERSON_ID.ne(IDENTIFIER.PERSON_ID))
        .where(IDENTIFIER.PERSON_ID.eq(person))
        .and(
            theirs.PERSON_ID.in(
                select(PERSON.ID)
                    .from(PERSON)
                    .where(PERSON.ID.eq(theirs.PERSON_ID))
                    .and(PERSON.REDIRECT_TO.isNull())))
        .orderBy(theirs.FIRST_SEEN_AT, theirs.ID)
        .limit(MOST_RELATED)
        .forEach(row ->
            shared
                .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                .add(
                    Profiles.masked(
                        new LeadProfile.Identifier(
                            row.value2(), row.value3(), row.value4(), row.value5(), row.value6()),
                        reader)));
    return shared;
  }
}
