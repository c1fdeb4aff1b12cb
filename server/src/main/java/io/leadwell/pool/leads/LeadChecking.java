package io.leadwell.pool.leads;

import io.leadwell.pool.leads.IntakeBatch.LeadDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every lead that opens passes the duplicate check, whatever door it came through. */
@Component
class LeadChecking {

  private static final Set<Verdict.Kind> NOTHING_TO_SAY =
      Set.of(Verdict.Kind.NEW, Verdict.Kind.SAME_LEAD);

  private final Verdicts verdicts;
  private final VerdictStore store;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  LeadChecking(
      Verdicts verdicts, VerdictStore store, ApplicationEventPublisher events, JsonMapper json) {
    this.verdicts = verdicts;
    this.store = store;
    this.events = events;
    this.json = json;
  }

  /** Runs under the intake lock, in the transaction that opened them. */
  void opened(List<LeadDraft> leads) {
    if (leads.isEmpty()) {
      return;
    }
    Map<Inquiry, Set<UUID>> asked = new LinkedHashMap<>();
    List<UUID> ids = new ArrayList<>();
    for (LeadDraft lead : leads) {
      asked.computeIfAbsent(Inquiry.of(lead.from()), _ -> new HashSet<>()).add(lead.personId());
      ids.add(lead.id());
    }
    Map<Inquiry, Verdict> said = verdicts.of(asked, ids);
    Map<UUID, Verdict> kept = new HashMap<>();
    for (LeadDraft lead : leads) {
      Verdict verdict = Objects.requireNonNull(said.get(Inquiry.of(lead.from())));
      if (!NOTHING_TO_SAY.contains(verdict.kind())) {
        kept.put(lead.id(), verdict);
      }
    }
    if (!kept.isEmpty()) {
      store.keep(kept, json::writeValueAsString);
      leads.forEach(lead -> tell(lead, kept.get(lead.id())));
    }
  }

  /** Of a list with a thousand rows nobody is told row by row: it is filtered by what was said. */
  private void tell(LeadDraft lead, @org.jspecify.annotations.Nullable Verdict verdict) {
    if (verdict == null || verdict.standing() == null || lead.from().importId() != null) {
      return;
    }
    Verdict.Standing standing = verdict.standing();
    String name = lead.from().fact(Fact.NAME);
    String company = lead.from().fact(Fact.COMPANY);
    events.publishEvent(
        new LeadChecked(
            lead.id(),
            verdict.kind(),
            standing.ownerId(),
            name == null ? Objects.requireNonNullElse(company, "") : name,
            company == null ? standing.company() : company));
  }
}
