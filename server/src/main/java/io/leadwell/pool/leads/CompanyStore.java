package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.kernel.matching.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Companies by name: one row per full name in whatever spelling. */
@Component
class CompanyStore {

  private static final List<Field<?>> COLUMNS =
      List.of(
          COMPANY.ID,
          COMPANY.NAME,
          COMPANY.NAME_KEY,
          COMPANY.USCC,
          COMPANY.INDUSTRY,
          COMPANY.SIZE_BAND,
          COMPANY.PROVINCE,
          COMPANY.CITY,
          COMPANY.GRAMS);

  private final DSLContext dsl;
  private final Database database;

  CompanyStore(DSLContext dsl, Database database) {
    this.dsl = dsl;
    this.database = database;
  }

  /**
   * The companies these records name, by the name as written; new ones are made with what the first
   * record tells, and blanks of known ones are filled. Runs under the intake lock.
   */
  Map<String, UUID> named(Collection<Observation> seen) {
    return told(seen.stream().map(Observation::facts).toList());
  }

  private Map<String, UUID> told(Collection<Facts> seen) {
    Map<String, Facts> firstByKey = new LinkedHashMap<>();
    Map<String, String> keyByName = new HashMap<>();
    for (Facts facts : seen) {
      String name = facts.get(Fact.COMPANY);
      if (name != null) {
        String key = keyByName.computeIfAbsent(name, CompanyStore::key);
        firstByKey.putIfAbsent(key, facts);
      }
    }
    if (firstByKey.isEmpty()) {
      return Map.of();
    }
    Map<String, UUID> byKey = byKey(firstByKey.keySet());
    List<Query> fills = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    Set<String> codes = takenCodes(firstByKey.values());
    firstByKey.forEach((key, from) -> {
      UUID known = byKey.get(key);
      if (known == null) {
        UUID id = Ids.next();
        byKey.put(key, id);
        String code = from.get(Fact.USCC);
        rows.add(row(id, key, code != null && codes.add(code) ? code : null, from));
      } else if (tellsMore(from)) {
        fills.add(fill(known, from));
      }
    });
    database.copy(COMPANY, COLUMNS, rows);
    if (!fills.isEmpty()) {
      dsl.batch(fills).execute();
    }
    Map<String, UUID> byName = new HashMap<>();
    keyByName.forEach((name, key) -> byName.put(name, byKey.get(key)));
    return byName;
  }

  /**
   * Ids of the companies that live records name, by the name as written. One that was removed while
   * no record spoke of it is made again.
   */
  Map<String, UUID> ids(Collection<Facts> told) {
    Map<String, UUID> byName =
        ids(
            told.stream()
                .map(facts -> facts.get(Fact.COMPANY))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<Facts> missing =
        told.stream()
            .filter(facts -> facts.get(Fact.COMPANY) != null)
            .filter(facts -> !byName.containsKey(facts.get(Fact.COMPANY)))
            .toList();
    if (!missing.isEmpty()) {
      byName.putAll(told(missing));
    }
    return byName;
  }

  private Map<String, UUID> ids(Set<String> names) {
    Map<String, String> keyByName = new HashMap<>();
    names.forEach(name -> keyByName.computeIfAbsent(name, CompanyStore::key));
    Map<String, UUID> byKey = keyByName.isEmpty() ? Map.of() : byKey(keyByName.values());
    Map<String, UUID> byName = new HashMap<>();
    keyByName.forEach((name, key) -> {
      UUID id = byKey.get(key);
      if (id != null) {
        byName.put(name, id);
      }
    });
    return byName;
  }

  /** The companies that a person and their leads stand under. */
  Set<UUID> of(UUID person) {
    return dsl.select(LEAD.COMPANY_ID)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(person))
        .and(LEAD.COMPANY_ID.isNotNull())
        .union(
            select(EMPLOYMENT.COMPANY_ID).from(EMPLOYMENT).where(EMPLOYMENT.PERSON_ID.eq(person)))
        .fetchSet(LEAD.COMPANY_ID);
  }

  /** Removes those of these companies that no record speaks of any more. */
  long removeUnused(Condition among) {
    return dsl.deleteFrom(COMPANY)
        .where(among)
        .and(notExists(selectOne().from(LEAD).where(LEAD.COMPANY_ID.eq(COMPANY.ID))))
        .and(notExists(selectOne().from(PERSON).where(PERSON.COMPANY_ID.eq(COMPANY.ID))))
        .and(notExists(selectOne().from(EMPLOYMENT).where(EMPLOYMENT.COMPANY_ID.eq(COMPANY.ID))))
        .execute();
  }

  /** A name of punctuation alone has no key of letters; then it stands for itself. */
  static String key(String name) {
    String key = Folding.key(name);
    return key.isEmpty() ? Folding.fold(name) : key;
  }

  private Map<String, UUID> byKey(Collection<String> keys) {
    return new HashMap<>(
        dsl.select(COMPANY.NAME_KEY, COMPANY.ID)
            .from(COMPANY)
            .where(COMPANY.NAME_KEY.eq(any(keys.toArray(String[]::new))))
            .and(COMPANY.REDIRECT_TO.isNull())
            .fetchMap(COMPANY.NAME_KEY, COMPANY.ID));
  }

  /** A credit code belongs to one company: told of a second name, it stays with the first. */
  private Set<String> takenCodes(Collection<Facts> told) {
    String[] codes =
        told.stream()
            .map(facts -> facts.get(Fact.USCC))
            .filter(Objects::nonNull)
            .toArray(String[]::new);
    return codes.length == 0
        ? new HashSet<>()
        : new HashSet<>(
            dsl.select(COMPANY.USCC)
                .from(COMPANY)
                .where(COMPANY.USCC.eq(any(codes)))
                .and(COMPANY.REDIRECT_TO.isNull())
                .fetch(COMPANY.USCC));
  }

  private static boolean tellsMore(Facts from) {
    return from.get(Fact.INDUSTRY) != null
        || from.get(Fact.COMPANY_SIZE) != null
        || from.get(Fact.PROVINCE) != null
        || from.get(Fact.USCC) != null;
  }

  private Query fill(UUID company, Facts from) {
    return dsl.update(COMPANY)
        .set(COMPANY.INDUSTRY, coalesce(COMPANY.INDUSTRY, from.get(Fact.INDUSTRY)))
        .set(COMPANY.SIZE_BAND, coalesce(COMPANY.SIZE_BAND, from.get(Fact.COMPANY_SIZE)))
        .set(COMPANY.PROVINCE, coalesce(COMPANY.PROVINCE, from.get(Fact.PROVINCE)))
        .set(COMPANY.CITY, coalesce(COMPANY.CITY, from.get(Fact.CITY)))
        .where(COMPANY.ID.eq(company))
        .and(
            blank(COMPANY.INDUSTRY, from, Fact.INDUSTRY)
                .or(blank(COMPANY.SIZE_BAND, from, Fact.COMPANY_SIZE))
                .or(blank(COMPANY.PROVINCE, from, Fact.PROVINCE))
                .or(blank(COMPANY.CITY, from, Fact.CITY)));
  }

  /** The record fills a blank; one that says nothing new must not write the row again. */
  private static Condition blank(Field<String> column, Facts from, Fact fact) {
    return from.get(fact) == null ? falseCondition() : column.isNull();
  }

  private static @Nullable Object[] row(UUID id, String key, @Nullable String code, Facts from) {
    String name = from.get(Fact.COMPANY);
    return new @Nullable Object[] {
      id,
      name,
      key,
      code,
      from.get(Fact.INDUSTRY),
      from.get(Fact.COMPANY_SIZE),
      from.get(Fact.PROVINCE),
      from.get(Fact.CITY),
      SearchText.of(name, key).grams()
    };
  }
}
