package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.leadwell.base.platform.Database;
import io.leadwell.pool.leads.Verdict.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the pool of people and companies, for verdicts. */
@Component
class VerdictStore {

  /** The furthest first: what a salesperson works on, then what was signed, then what is open. */
  private static final Field<Integer> RANK =
      case_(LEAD.STAGE)
          .when(Stage.OPPORTUNITY.word(), 0)
          .when(Stage.POC.word(), 0)
          .when(Stage.WON.word(), 1)
          .when(Stage.LOST.word(), 3)
          .else_(2);

  private static final Field<String> DOMAIN =
      function(name("split_part"), SQLDataType.CLOB, IDENTIFIER.VALUE, inline("@"), inline(2));

  /** One firm in several spellings, or a group; a domain of more says little. */
  private static final int COMPANIES_OF_A_DOMAIN = 5;

  private final DSLContext dsl;
  private final Database database;

  VerdictStore(DSLContext dsl, Database database) {
    this.dsl = dsl;
    this.database = database;
  }

  /** The furthest lead of each person, but for these. */
  Map<UUID, Standing> ofPeople(Collection<UUID> people, Collection<UUID> except) {
    return furthest(LEAD.PERSON_ID, people, except);
  }

  /** The furthest lead of each company, but for these. */
  Map<UUID, Standing> ofCompanies(Collection<UUID> companies, Collection<UUID> except) {
    return furthest(LEAD.COMPANY_ID, companies, except);
  }

  private Map<UUID, Standing> furthest(
      TableField<?, UUID> by, Collection<UUID> ids, Collection<UUID> except) {
    Map<UUID, Standing> standing = new HashMap<>();
    if (ids.isEmpty()) {
      return standing;
    }
    dsl.select(
            by,
            LEAD.ID,
            LEAD.PERSON_ID,
            LEAD.COMPANY_ID,
            COMPANY.NAME,
            LEAD.STAGE,
            LEAD.OWNER_ID,
            LEAD.LAST_TOUCH_AT)
        .distinctOn(by)
        .from(LEAD)
        .leftJoin(COMPANY)
        .on(COMPANY.ID.eq(LEAD.COMPANY_ID))
        .where(by.eq(any(ids.toArray(UUID[]::new))))
        .and(LEAD.ID.ne(org.jooq.impl.DSL.all(except.toArray(UUID[]::new))))
        .orderBy(by, RANK, LEAD.LAST_TOUCH_AT.desc(), LEAD.ID)
        .forEach(row ->
            standing.put(
                row.value1(),
                new Standing(
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    Stage.of(row.value6()),
                    row.value7(),
                    row.value8())));
    return standing;
  }

  /** The companies most people with such a mailbox work at, by domain. */
  Map<String, List<UUID>> companiesOfDomains(Collection<String> domains) {
    Map<String, List<UUID>> companies = new HashMap<>();
    if (domains.isEmpty()) {
      return companies;
    }
    dsl.select(DOMAIN, PERSON.COMPANY_ID, count())
        .from(IDENTIFIER)
        .join(PERSON)
        .on(PERSON.ID.eq(IDENTIFIER.PERSON_ID))
        .where(IDENTIFIER.KIND.eq(inline("email")))
        .and(DOMAIN.eq(any(domains.toArray(String[]::new))))
        .and(PERSON.COMPANY_ID.isNotNull())
        .groupBy(DOMAIN, PERSON.COMPANY_ID)
        .orderBy(count().desc(), PERSON.COMPANY_ID)
        .forEach(row -> {
          List<UUID> most = companies.computeIfAbsent(row.value1(), _ -> new ArrayList<>());
          if (most.size() < COMPANIES_OF_A_DOMAIN) {
            most.add(row.value2());
          }
        });
    return companies;
  }

  /** Companies by credit code. */
  Map<String, UUID> companiesOfCodes(Collection<String> codes) {
    return codes.isEmpty()
        ? Map.of()
        : dsl.select(COMPANY.USCC, COMPANY.ID)
            .from(COMPANY)
            .where(COMPANY.USCC.eq(any(codes.toArray(String[]::new))))
            .and(COMPANY.REDIRECT_TO.isNull())
            .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /** Keeps what was said of these leads. */
  void keep(Map<UUID, Verdict> verdicts, java.util.function.Function<Verdict, String> detail) {
    List<Object[]> rows = new ArrayList<>();
    verdicts.forEach((lead, verdict) ->
        rows.add(
            new @Nullable Object[] {
              lead, verdict.kind().word(), JSONB.valueOf(detail.apply(verdict))
            }));
    database.update(LEAD, LEAD.ID, List.of(LEAD.VERDICT, LEAD.VERDICT_DETAIL), rows);
  }
}
