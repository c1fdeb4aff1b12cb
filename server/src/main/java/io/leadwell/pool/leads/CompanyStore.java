package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;

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
    Map<String, UUID> byKey = byKey(firstByKey.keySet());
    List<Query> fills = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    firstByKey.forEach((key, from) -> {
      UUID known = byKey.get(key);
      if (known == null) {
        UUID id = Ids.next();
        byKey.put(key, id);
        rows.add(row(id, key, from));
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
    return new HashMap<>(
        dsl.select(COMPANY.NAME_KEY, COMPANY.ID)
            .from(COMPANY)
            .where(COMPANY.NAME_KEY.eq(any(keys.toArray(String[]::new))))
            .and(COMPANY.REDIRECT_TO.isNull())
            .fetchMap(COMPANY.NAME_KEY, COMPANY.ID));
  }

  private static boolean tellsMore(Observation from) {
    return from.fact(Fact.INDUSTRY) != null
        || from.fact(Fact.COMPANY_SIZE) != null
        || from.fact(Fact.PROVINCE) != null
        || from.fact(Fact.USCC) != null;
  }

  private Query fill(UUID company, Observation from) {
    return dsl.update(COMPANY)
        .set(COMPANY.INDUSTRY, coalesce(COMPANY.INDUSTRY, from.fact(Fact.INDUSTRY)))
        .set(COMPANY.SIZE_BAND, coalesce(COMPANY.SIZE_BAND, from.fact(Fact.COMPANY_SIZE)))
        .set(COMPANY.PROVINCE, coalesce(COMPANY.PROVINCE, from.fact(Fact.PROVINCE)))
        .set(COMPANY.CITY, coalesce(COMPANY.CITY, from.fact(Fact.CITY)))
        .where(COMPANY.ID.eq(company))
        .and(
            blank(COMPANY.INDUSTRY, from, Fact.INDUSTRY)
                .or(blank(COMPANY.SIZE_BAND, from, Fact.COMPANY_SIZE))
                .or(blank(COMPANY.PROVINCE, from, Fact.PROVINCE))
                .or(blank(COMPANY.CITY, from, Fact.CITY)));
  }

  /** The record fills a blank; one that says nothing new must not write the row again. */
  private static Condition blank(Field<String> column, Observation from, Fact fact) {
    return from.fact(fact) == null ? falseCondition() : column.isNull();
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
