package io.leadwell.pool.rules;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Fading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what is known of some leads by the very columns that SQL asks: what is asked in memory and
 * what is asked of the database cannot differ in the value.
 */
@Component
class FactsStore {

  private final DSLContext dsl;
  private final LeadTables tables;

  FactsStore(DSLContext dsl, LeadTables tables) {
    this.dsl = dsl;
    this.tables = tables;
  }

  /**
   * Of those of the leads that are there.
   *
   * @param deedsSince no deeds before are read; none at all when null
   */
  Map<UUID, Facts> of(Collection<UUID> leads, Catalogue catalogue, @Nullable Instant deedsSince) {
    UUID[] ids = leads.toArray(UUID[]::new);
    Reading reading = new Reading(catalogue.leads().values());
    Map<UUID, Facts> facts = new LinkedHashMap<>();
    Map<UUID, List<Facts>> byPerson = new HashMap<>();
    List<Field<?>> asked = new ArrayList<>(List.of(tables.lead(), tables.person()));
    asked.addAll(reading.columns);
    SqlOfRule.joined(dsl.select(asked).from(tables.leads()), reading.joins)
        .where(tables.lead().eq(any(ids)))
        .forEach(row -> {
          Facts of = reading.facts(row, 2);
          facts.put(row.get(0, UUID.class), of);
          byPerson.computeIfAbsent(row.get(1, UUID.class), _ -> new ArrayList<>()).add(of);
        });
    if (deedsSince != null && !facts.isEmpty()) {
      deeds(byPerson, catalogue, deedsSince);
    }
    return facts;
  }

  private void deeds(Map<UUID, List<Facts>> byPerson, Catalogue catalogue, Instant since) {
    Reading reading = new Reading(catalogue.deeds().values());
    List<Field<?>> asked = new ArrayList<>(List.of(tables.doer(), tables.doneAt()));
    asked.addAll(reading.columns);
    SqlOfRule.joined(dsl.select(asked).from(tables.deeds()), reading.joins)
        .where(tables.doer().eq(any(byPerson.keySet().toArray(UUID[]::new))))
        .and(tables.counted())
        .and(since.equals(Instant.MIN) ? noCondition() : tables.doneAt().gt(since))
        .forEach(row -> {
          Facts deed = reading.facts(row, 2);
          byPerson
              .getOrDefault(row.get(0, UUID.class), List.of())
              .forEach(lead -> lead.deed(row.get(tables.doneAt()), deed));
        });
  }

  /** Which columns to ask for, and how they are read. */
  private static final class Reading {

    private final Collection<RuleField> fields;
    private final List<Field<?>> columns = new ArrayList<>();
    private final Set<Column.Join> joins = new LinkedHashSet<>();

    Reading(Collection<RuleField> fields) {
      this.fields = fields;
      for (RuleField field : fields) {
        switch (field.column()) {
          case Column.Plain plain -> {
            columns.add(plain.field());
            joins.addAll(plain.joins());
          }
          case Column.Many many -> {
            columns.add(array(select(many.value()).from(many.table()).where(many.on())));
            joins.addAll(many.joins());
          }
          case Column.Fades fades -> {
            columns.add(fades.mass());
            columns.add(fades.halfLife());
            joins.addAll(fades.joins());
          }
        }
      }
    }

    Facts facts(Record row, int from) {
      Facts facts = new Facts();
      int at = from;
      for (RuleField field : fields) {
        Object value = row.get(at++);
        if (field.column() instanceof Column.Fades) {
          Long halfLife = row.get(at++, Long.class);
          if (value != null && halfLife != null) {
            facts.fading(
                field.key(),
                new Fading(((Number) value).doubleValue(), Duration.ofSeconds(halfLife)));
          }
        } else if (value instanceof Object[] several) {
          for (Object one : several) {
            put(facts, field, one);
          }
        } else {
          put(facts, field, value);
        }
      }
      return facts;
    }

    private static void put(Facts facts, RuleField field, @Nullable Object value) {
      if (value == null) {
        return;
      }
      switch (field.kind()) {
        case TEXT -> facts.text(field.key(), value.toString());
        case CHOICE -> facts.choice(field.key(), value);
        case NUMBER -> facts.number(field.key(), new BigDecimal(value.toString()));
        case MOMENT -> facts.moment(field.key(), (Instant) value);
        case FLAG -> facts.flag(field.key(), (Boolean) value);
        case FADING -> throw new IllegalStateException(field.key() + " fades");
      }
    }
  }
}
