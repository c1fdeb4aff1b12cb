package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
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
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.SQLDataType;
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

  /** A company as it stands, as far as records fill it. */
  private record Known(
      UUID id,
      @Nullable String industry,
      @Nullable String size,
      @Nullable String province,
      @Nullable String city) {

    private static final List<Field<?>> FILLED =
        List.of(COMPANY.INDUSTRY, COMPANY.SIZE_BAND, COMPANY.PROVINCE, COMPANY.CITY);

    /** A record that says nothing new must not write the row again. */
    boolean lacksWhat(Facts from) {
      return industry == null && from.get(Fact.INDUSTRY) != null
          || size == null && from.get(Fact.COMPANY_SIZE) != null
          || province == null && from.get(Fact.PROVINCE) != null
          || city == null && from.get(Fact.CITY) != null;
    }

    @Nullable Object[] filled(Facts from) {
      return new @Nullable Object[] {
        id,
        industry == null ? from.get(Fact.INDUSTRY) : industry,
        size == null ? from.get(Fact.COMPANY_SIZE) : size,
        province == null ? from.get(Fact.PROVINCE) : province,
        city == null ? from.get(Fact.CITY) : city
      };
    }
  }

  private static final Field<String> NAMED_KEY = field(name("named", "name_key"), SQLDataType.CLOB);
  private static final Field<UUID> NAMED_ID = field(name("named", "id"), SQLDataType.UUID);

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
    Map<String, String> keyByName =
        keysInUse(
            seen.stream()
                .map(facts -> facts.get(Fact.COMPANY))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    for (Facts facts : seen) {
      String name = facts.get(Fact.COMPANY);
      if (name != null) {
        firstByKey.putIfAbsent(Objects.requireNonNull(keyByName.get(name)), facts);
      }
    }
    if (firstByKey.isEmpty()) {
      return Map.of();
    }
    Map<String, Known> known = known(firstByKey.keySet());
    Map<String, UUID> byKey = new HashMap<>();
    List<Object[]> filled = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    Set<String> codes = takenCodes(firstByKey.values());
    firstByKey.forEach((key, from) -> {
      Known company = known.get(key);
      UUID id = company == null ? Ids.next() : company.id();
      byKey.put(key, id);
      if (company == null) {
        String code = from.get(Fact.USCC);
        rows.add(row(id, key, code != null && codes.add(code) ? code : null, from));
      } else if (company.lacksWhat(from)) {
        filled.add(company.filled(from));
      }
    });
    database.copy(COMPANY, COLUMNS, rows);
    database.update(COMPANY, COMPANY.ID, Known.FILLED, filled);
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

  /** Ids of companies by their names as written; of those that are known. */
  Map<String, UUID> ids(Set<String> names) {
    Map<String, String> keyByName = keysInUse(names);
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
    // A merged spelling goes with the company it leads to.
    return dsl.deleteFrom(COMPANY)
        .where(among)
        .and(COMPANY.REDIRECT_TO.isNull())
        .and(notExists(selectOne().from(LEAD).where(LEAD.COMPANY_ID.eq(COMPANY.ID))))
        .and(notExists(selectOne().from(PERSON).where(PERSON.COMPANY_ID.eq(COMPANY.ID))))
        .and(notExists(selectOne().from(EMPLOYMENT).where(EMPLOYMENT.COMPANY_ID.eq(COMPANY.ID))))
        .execute();
  }

  /** By name the key it is known by, or shall be known by. */
  private Map<String, String> keysInUse(Set<String> names) {
    Map<String, String> keyByName = new HashMap<>();
    Map<String, List<String>> unsettled = new HashMap<>();
    for (String name : names) {
      List<String> keys = CompanyKeys.all(name).toList();
      keyByName.put(name, keys.getFirst());
      if (keys.size() > 1) {
        unsettled.put(name, keys);
      }
    }
    if (!unsettled.isEmpty()) {
      Set<String> known =
          known(unsettled.values().stream().flatMap(List::stream).distinct().toList()).keySet();
      unsettled.forEach((name, keys) ->
          keys.stream()
              .filter(known::contains)
              .findFirst()
              .ifPresent(key -> keyByName.put(name, key)));
    }
    return keyByName;
  }

  private Map<String, UUID> byKey(Collection<String> keys) {
    Map<String, UUID> ids = new HashMap<>();
    known(keys).forEach((key, company) -> ids.put(key, company.id()));
    return ids;
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

  /** By the keys asked for: a spelling that was merged into another company leads to that one. */
  private Map<String, Known> known(Collection<String> keys) {
    String[] asked = keys.toArray(String[]::new);
    Map<String, Known> known = new HashMap<>();
    CommonTableExpression<Record2<String, UUID>> named =
        name("named")
            .fields("name_key", "id")
            .as(
                select(COMPANY.NAME_KEY, coalesce(COMPANY.REDIRECT_TO, COMPANY.ID))
                    .from(COMPANY)
                    .where(COMPANY.NAME_KEY.eq(any(asked)))
                    .unionAll(
                        select(NAMED_KEY, COMPANY.REDIRECT_TO)
                            .from(name("named"))
                            .join(COMPANY)
                            .on(COMPANY.ID.eq(NAMED_ID))
                            .where(COMPANY.REDIRECT_TO.isNotNull())));
    dsl.withRecursive(named)
        .select(
            NAMED_KEY,
            COMPANY.ID,
            COMPANY.INDUSTRY,
            COMPANY.SIZE_BAND,
            COMPANY.PROVINCE,
            COMPANY.CITY)
        .from(named)
        .join(COMPANY)
        .on(COMPANY.ID.eq(NAMED_ID))
        .where(COMPANY.REDIRECT_TO.isNull())
        .forEach(row ->
            known.put(
                row.value1(),
                new Known(row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
    return known;
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
