package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.kernel.matching.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
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
    boolean lacksWhat(Observation from) {
      return industry == null && from.fact(Fact.INDUSTRY) != null
          || size == null && from.fact(Fact.COMPANY_SIZE) != null
          || province == null && from.fact(Fact.PROVINCE) != null
          || city == null && from.fact(Fact.CITY) != null;
    }

    @Nullable Object[] filled(Observation from) {
      return new @Nullable Object[] {
        id,
        industry == null ? from.fact(Fact.INDUSTRY) : industry,
        size == null ? from.fact(Fact.COMPANY_SIZE) : size,
        province == null ? from.fact(Fact.PROVINCE) : province,
        city == null ? from.fact(Fact.CITY) : city
      };
    }
  }

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
    Map<String, Observation> firstByKey = new LinkedHashMap<>();
    Map<String, String> keyByName = new HashMap<>();
    for (Observation observation : seen) {
      String name = observation.fact(Fact.COMPANY);
      if (name != null) {
        String key = keyByName.computeIfAbsent(name, CompanyStore::key);
        firstByKey.putIfAbsent(key, observation);
      }
    }
    if (firstByKey.isEmpty()) {
      return Map.of();
    }
    Map<String, Known> known = known(firstByKey.keySet());
    Map<String, UUID> byKey = new HashMap<>();
    List<Object[]> filled = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    firstByKey.forEach((key, from) -> {
      Known company = known.get(key);
      UUID id = company == null ? Ids.next() : company.id();
      byKey.put(key, id);
      if (company == null) {
        rows.add(row(id, key, from));
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

  /** Ids of known companies by the names as written. */
  Map<String, UUID> ids(Collection<String> names) {
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

  /** A name of punctuation alone has no key of letters; then it stands for itself. */
  static String key(String name) {
    String key = Folding.key(name);
    return key.isEmpty() ? Folding.fold(name) : key;
  }

  private Map<String, UUID> byKey(Collection<String> keys) {
    Map<String, UUID> ids = new HashMap<>();
    known(keys).forEach((key, company) -> ids.put(key, company.id()));
    return ids;
  }

  private Map<String, Known> known(Collection<String> keys) {
    return dsl.select(
            COMPANY.NAME_KEY,
            COMPANY.ID,
            COMPANY.INDUSTRY,
            COMPANY.SIZE_BAND,
            COMPANY.PROVINCE,
            COMPANY.CITY)
        .from(COMPANY)
        .where(COMPANY.NAME_KEY.eq(any(keys.toArray(String[]::new))))
        .and(COMPANY.REDIRECT_TO.isNull())
        .fetchMap(
            COMPANY.NAME_KEY,
            row -> new Known(row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
  }

  private static @Nullable Object[] row(UUID id, String key, Observation from) {
    String name = from.fact(Fact.COMPANY);
    return new @Nullable Object[] {
      id,
      name,
      key,
      from.fact(Fact.USCC),
      from.fact(Fact.INDUSTRY),
      from.fact(Fact.COMPANY_SIZE),
      from.fact(Fact.PROVINCE),
      from.fact(Fact.CITY),
      SearchText.of(name, key).grams()
    };
  }
}
