package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.leads.LeadStore.Found;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.ProvenanceStore.Told;
import io.leadwell.pool.leads.UnmergeStore.Stood;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person is made of: each form, contact, list and call that told of them, why it is taken
 * for theirs, and the way to say that it is somebody else's.
 */
@Service
public class Provenance {

  /**
   * A record that tells of the person.
   *
   * @param file of a row of a file
   * @param decision how it came to be this person's: new, key, verified, match, manual, merge
   * @param told who it says they are, contacts masked unless the reader may see them
   * @param separable whether it can be given to somebody of its own
   */
  public record Source(
      UUID id,
      String source,
      @Nullable String file,
      @Nullable Long row,
      Instant at,
      String decision,
      Map<String, String> told,
      boolean separable) {}

  private static final List<Fact> WHO =
      List.of(
          Fact.NAME,
          Fact.TITLE,
          Fact.PHONE,
          Fact.OTHER_PHONE,
          Fact.EMAIL,
          Fact.OTHER_EMAIL,
          Fact.COMPANY);

  private final ProvenanceStore store;
  private final LeadStore leads;
  private final UnmergeStore links;
  private final SuspectStore suspects;
  private final Refolding refolding;
  private final StageLedger ledger;
  private final Imports imports;
  private final Database database;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  Provenance(
      ProvenanceStore store,
      LeadStore leads,
      UnmergeStore links,
      SuspectStore suspects,
      Refolding refolding,
      StageLedger ledger,
      Imports imports,
      Database database,
      Audit audit,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.leads = leads;
    this.links = links;
    this.suspects = suspects;
    this.refolding = refolding;
    this.ledger = ledger;
    this.imports = imports;
    this.database = database;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** Of the person of this lead, the oldest first. */
  @Transactional(readOnly = true)
  public List<Source> of(UUID lead, Caller reader) {
    List<Told> all = store.of(found(lead, reader).personId());
    Map<UUID, String> files =
        imports.fileNames(
            all.stream().map(Told::importId).filter(Objects::nonNull).distinct().toList());
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    return all.stream()
        .map(told ->
            new Source(
                told.recordId(),
                told.source(),
                told.importId() == null ? null : files.get(told.importId()),
                told.row(),
                told.receivedAt(),
                told.decision(),
                who(told, whole),
                separable(told, all)))
        .toList();
  }

  /**
   * This record is about somebody else: they get a lead of their own, and no rule makes the two one
   * again. To make them one by hand takes it back.
   *
   * @return the lead of the other one
   */
  @Transactional
  public UUID separate(UUID lead, UUID record, Caller who) {
    database.lock("leads.intake");
    Found from = found(lead, who);
    List<Told> all = store.of(from.personId());
    Told told =
        all.stream()
            .filter(each -> each.recordId().equals(record) && separable(each, all))
            .findFirst()
            .orElseThrow(() -> new Problem(LeadsProblem.SOURCE_NOT_SEPARABLE));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID other = store.somebody(now);
    UUID own = store.lead(other, told.receivedAt());
    for (Told each : together(told, all)) {
      links.giveRecord(new Stood(each.recordId(), other, own, "manual", "separated"));
    }
    ledger.append(
        List.of(
            new StageLedger.Told(
                own,
                record,
                told.importId(),
                who.memberId(),
                null,
                List.of(new StageTime(Stage.LEAD, told.receivedAt(), null)))));
    refolding.people(List.of(from.personId(), other));
    ledger.project(List.of(own));
    suspects.decide(from.personId(), other, SuspectStore.APART, who);
    audit.record(
        who,
        "people.separated",
        "lead",
        own.toString(),
        from.calledBy(),
        Map.of("from", from.id().toString()));
    return own;
  }

  /** What somebody wrote by hand belongs to whoever they wrote it of; one source must stay. */
  private boolean separable(Told told, List<Told> all) {
    if (told.rank() >= Editing.RANK || told.leadId() == null) {
      return false;
    }
    List<Told> staying = new ArrayList<>(all);
    staying.removeAll(together(told, all));
    return staying.stream().anyMatch(each -> each.rank() < Editing.RANK)
        && staying.stream().anyMatch(each -> Objects.equals(each.leadId(), told.leadId()));
  }

  /** Records of one verified identity are of one person, whoever that is: they go together. */
  private List<Told> together(Told told, List<Told> all) {
    Set<Identity> theirs = verified(told);
    return all.stream()
        .filter(each ->
            each.recordId().equals(told.recordId())
                || each.rank() < Editing.RANK && !Collections.disjoint(verified(each), theirs))
        .toList();
  }

  private Set<Identity> verified(Told told) {
    return Json.identities(json, told.identities()).stream()
        .filter(identity -> identity.kind().verified())
        .collect(Collectors.toSet());
  }

  private Map<String, String> who(Told told, boolean whole) {
    Facts facts = Facts.ofStored(Json.strings(json, told.fields()));
    Map<String, String> who = new LinkedHashMap<>();
    for (Fact fact : WHO) {
      String value = facts.get(fact);
      String shown =
          switch (fact) {
            case PHONE, OTHER_PHONE -> Contact.phone(value, whole);
            case EMAIL, OTHER_EMAIL -> Contact.email(value, whole);
            default -> value;
          };
      if (shown != null && !shown.isEmpty()) {
        who.put(fact.word(), shown);
      }
    }
    return who;
  }

  private Found found(UUID lead, Caller reader) {
    return leads
        .find(lead, reader.visible())
        .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND));
  }
}
