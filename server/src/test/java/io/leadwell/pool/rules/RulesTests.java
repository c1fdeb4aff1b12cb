package io.leadwell.pool.rules;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OnPostgres
class RulesTests {

  private static final Instant NOW = Instant.parse("2026-06-01T02:00:00.123456Z");

  @Autowired Rules rules;
  @Autowired DSLContext dsl;
  @Autowired JsonMapper json;
  @Autowired Revaluation revaluation;
  @Autowired StirredStore stirred;

  @Test
  void sql_and_memory_give_the_same_leads_for_every_condition() {
    Random random = new Random(20_261_127);
    new RandomLeads(dsl, random, NOW).make(150);
    Map<UUID, Facts> facts = rules.facts(leads(), Rules.EVER);
    Catalogue catalogue = rules.catalogue();
    RandomConditions conditions = conditions(random, catalogue, facts);
    int some = 0;
    for (int i = 0; i < 1_200; i++) {
      Condition condition = rules.read(rules.write(conditions.next(3)));
      Rule rule = rules.understand(condition, catalogue);
      Set<UUID> bySql =
          Set.copyOf(
              dsl.fetch(rules.leads(rule, Visible.everything(), NOW)).getValues(0, UUID.class));
      Set<UUID> inMemory = holding(rule, facts, NOW);
      assertThat(bySql).as("%s", rules.write(condition)).isEqualTo(inMemory);
      some += bySql.isEmpty() || bySql.size() == facts.size() ? 0 : 1;
    }
    // conditions that hold for nobody or for everybody prove little
    assertThat(some).isGreaterThan(200);
  }

  @Test
  void nothing_changes_before_the_moment_at_which_it_was_said_to() {
    Random random = new Random(5);
    new RandomLeads(dsl, random, NOW).make(30);
    Map<UUID, Facts> facts = rules.facts(leads(), Rules.EVER);
    Catalogue catalogue = rules.catalogue();
    RandomConditions conditions = conditions(random, catalogue, facts);
    int changes = 0;
    for (int i = 0; i < 400; i++) {
      Rule rule = rules.understand(conditions.next(2), catalogue);
      for (Facts lead : facts.values()) {
        Instant at = NOW;
        for (Instant flip = rule.flips(lead, at); flip != null; flip = rule.flips(lead, at)) {
          boolean before = rule.holds(lead, at);
          long micros = ChronoUnit.MICROS.between(at, flip);
          assertThat(rule.holds(lead, at.plus(random.nextLong(micros), ChronoUnit.MICROS)))
              .isEqualTo(before);
          assertThat(rule.holds(lead, flip.minusNanos(1_000))).isEqualTo(before);
          changes += rule.holds(lead, flip) == before ? 0 : 1;
          at = flip;
        }
        assertThat(rule.holds(lead, at.plus(Duration.ofDays(3_000))))
            .isEqualTo(rule.holds(lead, at));
      }
    }
    assertThat(changes).isGreaterThan(100);
  }

  @Test
  void a_condition_that_names_no_field_of_ours_is_refused_with_a_sentence() {
    Condition odd = rules.read(json.readTree("{\"field\":\"person.shoe\",\"is\":\"known\"}"));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> rules.understand(odd))
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(RulesProblem.RULE_INVALID);
          assertThat(problem.fields())
              .extracting(Problem.Field::field)
              .containsExactly("person.shoe");
        });
    for (String unreadable :
        List.of(
            "[]",
            "1",
            "{}",
            "{\"all\":1}",
            "{\"not\":null}",
            "{\"did\":[{\"all\":[]}]}",
            "{\"field\":\"lead.stage\",\"is\":\"like\"}",
            "{\"did\":[],\"least\":\"two\"}",
            "{\"not\":".repeat(30) + "{}" + "}".repeat(30))) {
      assertThatExceptionOfType(Problem.class)
          .as(unreadable)
          .isThrownBy(() -> rules.read(json.readTree(unreadable)));
    }
  }

  @Test
  void whatever_changes_about_a_lead_leaves_a_mark_and_nothing_else_does() {
    new RandomLeads(dsl, new Random(3), NOW).make(5);
    drain();
    assertThat(stirred.anything(NOW)).isFalse();
    UUID lead = leads().getFirst();
    UUID person =
        dsl.select(LEAD.PERSON_ID).from(LEAD).where(LEAD.ID.eq(lead)).fetchSingle(LEAD.PERSON_ID);

    dsl.update(LEAD).set(LEAD.NOTE, "anders").where(LEAD.ID.eq(lead)).execute();
    assertThat(stirred.take(100)).containsExactly(lead);
    dsl.update(LEAD).set(LEAD.NOTE, "anders").where(LEAD.ID.eq(lead)).execute();
    assertThat(stirred.take(100)).isEmpty();
    dsl.update(PERSON).set(PERSON.TITLE, "CEO").where(PERSON.ID.eq(person)).execute();
    assertThat(stirred.take(100)).contains(lead);
    dsl.insertInto(TOUCH)
        .set(TOUCH.ID, UUID.randomUUID())
        .set(TOUCH.PERSON_ID, person)
        .set(TOUCH.HAPPENED_AT, NOW)
        .execute();
    assertThat(stirred.take(100)).contains(lead);
    dsl.update(TOUCH).set(TOUCH.WITHDRAWN_AT, NOW).where(TOUCH.PERSON_ID.eq(person)).execute();
    assertThat(stirred.take(100)).contains(lead);
    dsl.deleteFrom(TOUCH).where(TOUCH.PERSON_ID.eq(person)).execute();
    assertThat(stirred.take(100)).contains(lead);
  }

  private RandomConditions conditions(Random random, Catalogue catalogue, Map<UUID, Facts> facts) {
    Map<String, List<String>> words = new HashMap<>();
    RandomConditions.words(facts.values(), catalogue.leads().keySet(), words);
    List<Facts> deeds = new ArrayList<>();
    facts.values().forEach(lead -> lead.deeds().forEach(deed -> deeds.add(deed.facts())));
    RandomConditions.words(deeds, catalogue.deeds().keySet(), words);
    return new RandomConditions(random, catalogue, words, RandomConditions.day(NOW));
  }

  private void drain() {
    while (stirred.anything(NOW)) {
      revaluation.step();
    }
  }

  private static Set<UUID> holding(Rule rule, Map<UUID, Facts> facts, Instant now) {
    return facts.entrySet().stream()
        .filter(lead -> rule.holds(lead.getValue(), now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private List<UUID> leads() {
    return dsl.select(LEAD.ID).from(LEAD).orderBy(LEAD.ID).fetch(LEAD.ID);
  }
}
