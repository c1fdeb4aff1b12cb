package io.leadwell.pool.qualification;

import static io.leadwell.tables.qualification.Tables.QUALIFIED;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.leads.LeadFolded;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.rules.Valuer;
import io.leadwell.tables.qualification.tables.records.DefinitionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down under which definition each lead became MQL, by whatever door it did: the one that
 * was in force at that moment. Whether it was met is said of those who became it just now; what a
 * file tells of last year cannot be checked by what is known today.
 */
@Component
@Order(30)
class MqlRecords implements Valuer {

  private static final Logger LOG = LoggerFactory.getLogger(MqlRecords.class);
  private static final String MQL_AT = "lead.mqlAt";
  private static final Duration JUST_NOW = Duration.ofHours(1);

  /** What is written already. */
  private record Kept(Instant mqlAt) {}

  private final DefinitionStore store;
  private final DefinitionRules definitions;
  private final BantStore bants;
  private final Rules rules;
  private final DSLContext dsl;

  MqlRecords(
      DefinitionStore store,
      DefinitionRules definitions,
      BantStore bants,
      Rules rules,
      DSLContext dsl) {
    this.store = store;
    this.definitions = definitions;
    this.bants = bants;
    this.rules = rules;
    this.dsl = dsl;
  }

  @Override
  public Map<UUID, Instant> value(Map<UUID, Facts> leads, Instant now) {
    Map<UUID, Instant> became = new HashMap<>();
    leads.forEach((lead, facts) -> facts.at(MQL_AT).ifPresent(at -> became.put(lead, at)));
    Map<UUID, Kept> kept = kept(leads.keySet());
    List<UUID> never = kept.keySet().stream().filter(lead -> !became.containsKey(lead)).toList();
    forget(never);
    became
        .entrySet()
        .removeIf(each -> {
          Kept known = kept.get(each.getKey());
          return known != null && known.mqlAt().equals(each.getValue());
        });
    if (!became.isEmpty()) {
      List<DefinitionRow> versions = store.all();
      became.forEach(
          (lead, at) -> put(lead, at, leads.getOrDefault(lead, new Facts()), versions, now));
    }
    return Map.of();
  }

  private void put(UUID lead, Instant at, Facts facts, List<DefinitionRow> versions, Instant now) {
    DefinitionRow version =
        versions.stream().filter(each -> wasInForce(each, at)).findFirst().orElse(null);
    Boolean met =
        version == null || at.isBefore(now.minus(JUST_NOW)) ? null : holds(version, facts, now);
    dsl.insertInto(QUALIFIED)
        .set(QUALIFIED.LEAD_ID, lead)
        .set(QUALIFIED.MQL_AT, at)
        .set(QUALIFIED.DEFINITION_ID, version == null ? null : version.getId())
        .set(QUALIFIED.MET, met)
        .onConflict(QUALIFIED.LEAD_ID)
        .doUpdate()
        .set(QUALIFIED.MQL_AT, at)
        .set(QUALIFIED.DEFINITION_ID, version == null ? null : version.getId())
        .set(QUALIFIED.MET, met)
        .execute();
  }

  private @Nullable Boolean holds(DefinitionRow version, Facts facts, Instant now) {
    try {
      Rule rule = definitions.of(version, rules.catalogue());
      return rule.holds(facts, now);
    } catch (Problem e) {
      LOG.warn("Version {} asks for a field that is no more: {}", version.getVersion(), e.fields());
      return null;
    }
  }

  private static boolean wasInForce(DefinitionRow version, Instant at) {
    return version.getInForceAt() != null
        && !at.isBefore(version.getInForceAt())
        && (version.getReplacedAt() == null || at.isBefore(version.getReplacedAt()));
  }

  private Map<UUID, Kept> kept(Collection<UUID> leads) {
    Map<UUID, Kept> kept = new HashMap<>();
    dsl.selectFrom(QUALIFIED)
        .where(QUALIFIED.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .forEach(row -> kept.put(row.getLeadId(), new Kept(row.getMqlAt())));
    return kept;
  }

  private void forget(Collection<UUID> leads) {
    if (!leads.isEmpty()) {
      dsl.deleteFrom(QUALIFIED)
          .where(QUALIFIED.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
          .execute();
    }
  }

  /** Answers stay: a folded lead may be its own again. */
  @Override
  public void gone(Collection<UUID> leads) {
    forget(leads);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void folded(LeadFolded lead) {
    bants.inherit(lead.intoId(), lead.leadId());
  }
}
