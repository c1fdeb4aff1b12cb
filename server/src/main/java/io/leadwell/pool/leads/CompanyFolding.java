package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_EDIT;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.leads.CompanyWords.Word;
import io.leadwell.pool.leads.Golden.Won;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes fields of companies anew from what is told of them: by hand, and by the records of their
 * leads that name them. By the usual rule what was told first is shown, as at the intake.
 */
@Component
class CompanyFolding {

  private final DSLContext dsl;
  private final CompanyWords words;
  private final SurvivorshipStore survivorship;
  private final JsonMapper json;

  CompanyFolding(
      DSLContext dsl, CompanyWords words, SurvivorshipStore survivorship, JsonMapper json) {
    this.dsl = dsl;
    this.words = words;
    this.survivorship = survivorship;
    this.json = json;
  }

  /** What batches tell of companies that goes by other rules than filling blanks. */
  void follow(Collection<Observation> seen, Map<String, UUID> companyIds) {
    SurvivorshipRules rules = survivorship.rules();
    Set<UUID> told = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    for (Observation one : seen) {
      String company = one.facts().get(Fact.COMPANY);
      UUID id = company == null ? null : companyIds.get(company);
      if (id != null) {
        Set<String> of = ruled(one.facts(), rules);
        if (!of.isEmpty()) {
          told.add(id);
          names.addAll(of);
        }
      }
    }
    fold(told, names, rules);
  }

  private static Set<String> ruled(Facts facts, SurvivorshipRules rules) {
    Set<String> names = new TreeSet<>();
    facts.custom().keySet().stream()
        .filter(name -> name.startsWith(CompanyWords.PREFIX))
        .forEach(names::add);
    for (CompanyColumn column : CompanyColumn.values()) {
      if (column.fact != null
          && facts.get(column.fact) != null
          && rules.of(column.fieldName()) != SurvivorshipRule.USUAL) {
        names.add(column.fieldName());
      }
    }
    return names;
  }

  /** Two spellings were made one, or two again: what was said by hand, and a house's own fields. */
  void moved(Collection<UUID> now) {
    Set<String> names = new TreeSet<>();
    dsl.selectFrom(COMPANY_EDIT)
        .where(COMPANY_EDIT.WITHDRAWN_AT.isNull())
        .and(
            COMPANY_EDIT
                .COMPANY_ID
                .in(words.spellings(now).keySet())
                .or(COMPANY_EDIT.COMPANY_ID.in(now)))
        .forEach(row -> names.addAll(Json.strings(json, row.getFields()).keySet()));
    names.addAll(words.customNames(now));
    fold(now, names, survivorship.rules());
  }

  /** How many companies show something else now. */
  int fold(Collection<UUID> ids, Set<String> names, SurvivorshipRules rules) {
    if (ids.isEmpty() || names.isEmpty()) {
      return 0;
    }
    Map<UUID, Map<String, List<Word>>> all = words.words(ids, names);
    int changed = 0;
    for (UUID company : ids) {
      Map<String, List<Word>> told = all.getOrDefault(company, Map.of());
      Map<String, String> shown = new LinkedHashMap<>();
      names.forEach(
          name -> shown.put(name, winner(name, told.getOrDefault(name, List.of()), rules)));
      changed += write(company, shown) ? 1 : 0;
    }
    return changed;
  }

  /** The value shown; empty where there is none. */
  static String winner(String name, List<Word> told, SurvivorshipRules rules) {
    Word won = winning(name, told, rules);
    return won == null ? "" : won.value();
  }

  static @Nullable Word winning(String name, List<Word> told, SurvivorshipRules rules) {
    SurvivorshipRule asked = rules.of(name);
    SurvivorshipRule rule = asked == SurvivorshipRule.USUAL ? SurvivorshipRule.OLDEST : asked;
    Word held = null;
    for (Word next : told) {
      if (held == null
          || rules.prefers(
              rule, new Won(held.value(), held.from()), new Won(next.value(), next.from()))) {
        held = next;
      }
    }
    return held;
  }

  private boolean write(UUID company, Map<String, String> shown) {
    JSONB stored =
        dsl.select(COMPANY.CUSTOM)
            .from(COMPANY)
            .where(COMPANY.ID.eq(company))
            .fetchOne(COMPANY.CUSTOM);
    Map<String, String> custom = new HashMap<>();
    CustomValues.kept(FieldEntity.COMPANY, stored).forEach(custom::put);
    UpdateSetMoreStep<?> update = null;
    Condition differs = noCondition();
    for (Map.Entry<String, String> one : shown.entrySet()) {
      CompanyColumn column = CompanyColumn.of(one.getKey());
      if (column == null) {
        custom.put(one.getKey(), one.getValue());
      } else {
        String value = one.getValue().isEmpty() ? null : one.getValue();
        update =
            update == null
                ? dsl.update(COMPANY).set(column.field, value)
                : update.set(column.field, value);
        Condition other = column.field.isDistinctFrom(value);
        differs = differs.equals(noCondition()) ? other : differs.or(other);
      }
    }
    String own = CustomValues.stored(custom, FieldEntity.COMPANY);
    JSONB next = own == null ? null : JSONB.valueOf(own);
    Condition other = COMPANY.CUSTOM.isDistinctFrom(next);
    differs = differs.equals(noCondition()) ? other : differs.or(other);
    update =
        update == null
            ? dsl.update(COMPANY).set(COMPANY.CUSTOM, next)
            : update.set(COMPANY.CUSTOM, next);
    return update.where(COMPANY.ID.eq(company)).and(differs).execute() > 0;
  }
}
