package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Opportunities as they are shown, with their proofs of concept and contracts. */
@Component
class DealViews {

  private final DSLContext dsl;
  private final Members members;

  DealViews(DSLContext dsl, Members members) {
    this.dsl = dsl;
    this.members = members;
  }

  /** Newest first. */
  List<Opportunity> ofLeads(Collection<UUID> leads) {
    return where(OPPORTUNITY.LEAD_ID.eq(any(leads.toArray(UUID[]::new))));
  }

  Optional<Opportunity> one(UUID id) {
    return where(OPPORTUNITY.ID.eq(id)).stream().findFirst();
  }

  private List<Opportunity> where(Condition wanted) {
    var opportunities =
        dsl.selectFrom(OPPORTUNITY)
            .where(wanted)
            .and(OPPORTUNITY.REMOVED_AT.isNull())
            .orderBy(OPPORTUNITY.OPENED_AT.desc(), OPPORTUNITY.ID)
            .fetch();
    if (opportunities.isEmpty()) {
      return List.of();
    }
    UUID[] ids = opportunities.stream().map(o -> o.get(OPPORTUNITY.ID)).toArray(UUID[]::new);
    Map<UUID, List<Opportunity.Poc>> pocs = pocs(ids);
    Map<UUID, List<Opportunity.Contract>> contracts = contracts(ids);
    Map<UUID, String> names = new HashMap<>();
    for (Member member : members.all()) {
      names.put(member.id(), member.name());
    }
    return opportunities.stream().map(o -> view(o, names, pocs, contracts)).toList();
  }

  private Map<UUID, List<Opportunity.Poc>> pocs(UUID[] opportunities) {
    Map<UUID, List<Opportunity.Poc>> pocs = new HashMap<>();
    dsl.selectFrom(POC)
        .where(POC.OPPORTUNITY_ID.eq(any(opportunities)))
        .orderBy(POC.STARTED_AT, POC.ID)
        .forEach(p ->
            pocs.computeIfAbsent(p.get(POC.OPPORTUNITY_ID), _ -> new ArrayList<>())
                .add(
                    new Opportunity.Poc(
                        p.get(POC.STARTED_AT),
                        p.get(POC.ENDED_AT),
                        p.get(POC.RESULT),
                        p.get(POC.FAILURE_REASON))));
    return pocs;
  }

  private Map<UUID, List<Opportunity.Contract>> contracts(UUID[] opportunities) {
    Map<UUID, List<Opportunity.Contract>> contracts = new HashMap<>();
    dsl.selectFrom(CONTRACT)
        .where(CONTRACT.OPPORTUNITY_ID.eq(any(opportunities)))
        .orderBy(CONTRACT.SIGNED_AT, CONTRACT.ID)
        .forEach(c ->
            contracts
                .computeIfAbsent(c.get(CONTRACT.OPPORTUNITY_ID), _ -> new ArrayList<>())
                .add(
                    new Opportunity.Contract(
                        c.get(CONTRACT.ID),
                        c.get(CONTRACT.NUMBER),
                        c.get(CONTRACT.SIGNED_AT),
                        c.get(CONTRACT.AMOUNT_FEN),
                        c.get(CONTRACT.ARR_FEN),
                        c.get(CONTRACT.PRODUCT),
                        c.get(CONTRACT.STARTS_ON),
                        c.get(CONTRACT.ENDS_ON))));
    return contracts;
  }

  private static Opportunity view(
      Record o,
      Map<UUID, String> names,
      Map<UUID, List<Opportunity.Poc>> pocs,
      Map<UUID, List<Opportunity.Contract>> contracts) {
    UUID id = o.get(OPPORTUNITY.ID);
    UUID owner = o.get(OPPORTUNITY.OWNER_ID);
    return new Opportunity(
        id,
        o.get(OPPORTUNITY.LEAD_ID),
        o.get(OPPORTUNITY.NAME),
        o.get(OPPORTUNITY.STAGE),
        o.get(OPPORTUNITY.AMOUNT_FEN),
        o.get(OPPORTUNITY.PRODUCT),
        owner,
        owner == null ? null : names.get(owner),
        o.get(OPPORTUNITY.LOSS_REASON),
        o.get(OPPORTUNITY.COMPETITOR),
        o.get(OPPORTUNITY.OPENED_AT),
        o.get(OPPORTUNITY.CLOSED_AT),
        o.get(OPPORTUNITY.CHANGE_ID),
        pocs.getOrDefault(id, List.of()),
        contracts.getOrDefault(id, List.of()));
  }
}
