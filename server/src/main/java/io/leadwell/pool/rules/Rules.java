package io.leadwell.pool.rules;

import static org.jooq.impl.DSL.select;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Refused;
import io.leadwell.kernel.rules.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conditions over leads: read, understood, asked of all leads by SQL or of some in memory. Both
 * answers are the same.
 */
@Service
public class Rules {

  /** Deeds of all times. */
  public static final Instant EVER = Instant.MIN;

  private final List<RuleFields> sources;
  private final LeadTables tables;
  private final FactsStore facts;
  private final DSLContext dsl;
  private final JsonMapper json;

  Rules(
      List<RuleFields> sources,
      LeadTables tables,
      FactsStore facts,
      DSLContext dsl,
      JsonMapper json) {
    this.sources = sources;
    this.tables = tables;
    this.facts = facts;
    this.dsl = dsl;
    this.json = json;
  }

  /** All that can be asked about now. */
  public Catalogue catalogue() {
    return Catalogue.of(sources);
  }

  public Condition read(JsonNode node) {
    return ConditionJson.read(node);
  }

  public Condition read(String stored) {
    return ConditionJson.read(json.readTree(stored));
  }

  public JsonNode write(Condition condition) {
    return ConditionJson.write(condition, json);
  }

  public Rule understand(Condition condition) {
    return understand(condition, catalogue());
  }

  /** Refuses with a sentence that names the field. */
  public Rule understand(Condition condition, Catalogue catalogue) {
    try {
      return Rule.of(widened(condition, catalogue), catalogue.vocabulary());
    } catch (Refused refused) {
      throw Problem.field(
          RulesProblem.RULE_INVALID,
          refused.field().isEmpty() ? "rule" : refused.field(),
          "rules." + refused.reason().name().toLowerCase(Locale.ROOT));
    }
  }

  /** Who chose a channel meant those below it. */
  private static Condition widened(Condition condition, Catalogue catalogue) {
    return switch (condition) {
      case Condition.All all ->
          new Condition.All(all.of().stream().map(each -> widened(each, catalogue)).toList());
      case Condition.Any any ->
          new Condition.Any(any.of().stream().map(each -> widened(each, catalogue)).toList());
      case Condition.Not not -> new Condition.Not(widened(not.of(), catalogue));
      case Asks asks -> widened(asks, catalogue.leads());
      case Condition.Did did ->
          new Condition.Did(
              did.where().stream().map(each -> widened(each, catalogue.deeds())).toList(),
              did.least(),
              did.most(),
              did.days());
    };
  }

  private static Asks widened(Asks asks, Map<String, RuleField> fields) {
    RuleField field = fields.get(asks.field());
    Function<Collection<String>, Set<String>> widening = field == null ? null : field.widened();
    return widening == null || asks.values().isEmpty()
        ? asks
        : new Asks(asks.field(), asks.operator(), List.copyOf(widening.apply(asks.values())));
  }

  /** The leads for which it holds, as a query of their ids. */
  public Select<Record1<UUID>> leads(Rule rule, Visible visible, Instant now) {
    SqlOfRule sql = new SqlOfRule(tables, catalogue(), now);
    org.jooq.Condition holds = sql.condition(rule);
    return sql.joined(select(tables.lead()).from(tables.leads()))
        .where(holds)
        .and(tables.visible().apply(visible));
  }

  /** The same as a condition on the table of leads, for whoever has more to ask of it. */
  public org.jooq.Condition filter(Rule rule, Instant now) {
    SqlOfRule sql = new SqlOfRule(tables, catalogue(), now);
    org.jooq.Condition holds = sql.condition(rule);
    return sql.joins().isEmpty() ? holds : tables.lead().in(leads(rule, Visible.everything(), now));
  }

  /** How many of the reader's leads it holds for. */
  @Transactional(readOnly = true)
  public int count(Rule rule, Visible visible, Instant now) {
    return dsl.fetchCount(leads(rule, visible, now));
  }

  /** Any few of the reader's leads that it holds for. */
  @Transactional(readOnly = true)
  public List<UUID> some(Rule rule, Visible visible, Instant now, int most) {
    Select<Record1<UUID>> leads = leads(rule, visible, now);
    return dsl.select(leads.asTable("found", "lead").field("lead", UUID.class))
        .from(leads.asTable("found", "lead"))
        .limit(most)
        .fetch(Record1::value1);
  }

  /**
   * What is known of those of these leads that are there.
   *
   * @param deedsSince how far back to read what was done, {@link #EVER}, or null for none of it
   */
  public Map<UUID, Facts> facts(Collection<UUID> leads, @Nullable Instant deedsSince) {
    return facts.of(leads, catalogue(), deedsSince);
  }
}
