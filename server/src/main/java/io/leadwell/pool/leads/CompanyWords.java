package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_EDIT;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.jsonbKeyExists;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.leads.Golden.Live;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is told of companies: by hand, and by the records of their leads that name them. */
@Component
class CompanyWords {

  static final String PREFIX = FieldEntity.COMPANY.word() + ".";

  /** What was told of a company, by whom, oldest first. */
  record Word(UUID id, String value, Live from) {}

  private final DSLContext dsl;
  private final CompanyStore companies;
  private final JsonMapper json;

  CompanyWords(DSLContext dsl, CompanyStore companies, JsonMapper json) {
    this.dsl = dsl;
    this.companies = companies;
    this.json = json;
  }

  /** Of a house's own fields those that these companies have values of. */
  Set<String> customNames(Collection<UUID> ids) {
    Set<String> names = new TreeSet<>();
    told(ids, noCondition())
        .values()
        .forEach(records ->
            records.forEach(record ->
                record.facts().custom().keySet().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(names::add)));
    dsl.select(COMPANY.CUSTOM)
        .from(COMPANY)
        .where(COMPANY.ID.in(ids))
        .forEach(
            row -> names.addAll(CustomValues.read(FieldEntity.COMPANY, row.value1()).keySet()));
    return names;
  }

  /** What counts, of each company and field. */
  Map<UUID, Map<String, List<Word>>> words(Collection<UUID> ids, Set<String> names) {
    Map<UUID, Map<String, List<Word>>> words = new HashMap<>();
    Condition tells = noCondition();
    for (String name : names) {
      CompanyColumn column = CompanyColumn.of(name);
      Fact fact = column == null ? null : column.fact;
      if (column == null || fact != null) {
        Condition has = jsonbKeyExists(SOURCE_RECORD.FIELDS, fact == null ? name : fact.word());
        tells = tells.equals(noCondition()) ? has : tells.or(has);
      }
    }
    told(ids, tells)
        .forEach((company, records) ->
            records.forEach(record ->
                names.forEach(name ->
                    add(words, company, name, record.recordId(), said(record, name), record))));
    Map<UUID, UUID> current = spellings(ids);
    dsl.selectFrom(COMPANY_EDIT)
        .where(COMPANY_EDIT.COMPANY_ID.in(current.keySet()))
        .and(COMPANY_EDIT.WITHDRAWN_AT.isNull())
        .orderBy(COMPANY_EDIT.TOLD_AT, COMPANY_EDIT.ID)
        .forEach(edit -> {
          UUID company = Objects.requireNonNull(current.get(edit.getCompanyId()));
          Map<String, String> stated = Json.strings(json, edit.getFields());
          Live by = byHand(edit.getId(), company, edit.getToldAt());
          names.forEach(name -> add(words, company, name, edit.getId(), stated.get(name), by));
        });
    return words;
  }

  private static void add(
      Map<UUID, Map<String, List<Word>>> words,
      UUID company,
      String name,
      UUID id,
      @Nullable String value,
      Live from) {
    if (value != null) {
      words
          .computeIfAbsent(company, _ -> new HashMap<>())
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(new Word(id, value, from));
    }
  }

  private static @Nullable String said(Live record, String name) {
    CompanyColumn column = CompanyColumn.of(name);
    if (column == null) {
      return record.facts().custom().get(name);
    }
    return column.fact == null ? null : record.facts().get(column.fact);
  }

  private static Live byHand(UUID edit, UUID company, Instant at) {
    return new Live(
        edit,
        company,
        null,
        Editing.RANK,
        at,
        Editing.SOURCE,
        null,
        Facts.build().done(),
        List.of());
  }

  /** Live records of the companies' leads that name the company, oldest first. */
  private Map<UUID, List<Live>> told(Collection<UUID> ids, Condition tells) {
    record Told(UUID company, Live record) {}
    List<Told> told =
        dsl.select(
                LEAD.COMPANY_ID,
                SOURCE_RECORD.ID,
                LINK.PERSON_ID,
                LINK.LEAD_ID,
                SOURCE_RECORD.RANK,
                SOURCE_RECORD.RECEIVED_AT,
                SOURCE_RECORD.SOURCE,
                SOURCE_RECORD.FIELDS)
            .from(LEAD)
            .join(LINK)
            .on(LINK.LEAD_ID.eq(LEAD.ID))
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(LEAD.COMPANY_ID.eq(any(ids.toArray(UUID[]::new))))
            .and(LINK.SUPERSEDED_AT.isNull())
            .and(jsonbKeyExists(SOURCE_RECORD.FIELDS, Fact.COMPANY.word()))
            .and(tells)
            .orderBy(SOURCE_RECORD.RECEIVED_AT, SOURCE_RECORD.ID)
            .fetch(row ->
                new Told(
                    row.value1(),
                    new Live(
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        // what is said of a lead by hand is one of the words on its company
                        Math.min(row.value5(), Editing.RANK - 1),
                        row.value6(),
                        row.value7(),
                        null,
                        Facts.ofStored(Json.strings(json, row.value8())),
                        List.of())));
    Map<String, UUID> named =
        companies.ids(
            told.stream()
                .map(one -> one.record().facts().get(Fact.COMPANY))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<UUID, List<Live>> byCompany = new HashMap<>();
    for (Told one : told) {
      String name = one.record().facts().get(Fact.COMPANY);
      if (name != null && one.company().equals(named.get(name))) {
        byCompany.computeIfAbsent(one.company(), _ -> new ArrayList<>()).add(one.record());
      }
    }
    return byCompany;
  }

  /** Every spelling that leads to one of these, and which it leads to. */
  Map<UUID, UUID> spellings(Collection<UUID> ids) {
    Map<UUID, UUID> current = new HashMap<>();
    ids.forEach(id -> current.put(id, id));
    Set<UUID> last = Set.copyOf(ids);
    while (!last.isEmpty()) {
      Map<UUID, UUID> next =
          dsl.select(COMPANY.ID, COMPANY.REDIRECT_TO)
              .from(COMPANY)
              .where(COMPANY.REDIRECT_TO.eq(any(last.toArray(UUID[]::new))))
              .fetchMap(COMPANY.ID, COMPANY.REDIRECT_TO);
      next.keySet().removeAll(current.keySet());
      next.forEach((id, to) -> current.put(id, Objects.requireNonNull(current.get(to))));
      last = Set.copyOf(next.keySet());
    }
    return current;
  }
}
