package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.IntakeBatch.PersonDraft;
import io.leadwell.pool.leads.Observation.Cycle;
import io.leadwell.pool.leads.PeopleStore.OpenLead;
import io.leadwell.pool.leads.RecordStore.Known;
import io.leadwell.pool.leads.RecordStore.SourceKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way into the pool: observations become records, people, leads, touches and stages.
 *
 * <p>A source key seen before is the same row again: nothing happens when it says the same, and the
 * older record is superseded when it does not. Otherwise a verified identifier says who it is; else
 * a phone or mailbox under the same name (or under no name) is the same person, unless another
 * verified identifier of the same kind speaks against it. A row without a key of its own joins that
 * person's open lead, and so does whatever a person tells of herself. Typed contacts of different
 * names stay different people: they may share a switchboard.
 *
 * <p>One intake writes at a time (a lock until the transaction ends), so that the same person
 * arriving twice at once becomes one.
 */
@Component
class Intake {

  /** What became of an observation. */
  enum Outcome {
    FRESH,
    CHANGED,
    SAME
  }

  /** The person and, unless there is none yet, the lead an observation is about. */
  record Brought(
      Outcome outcome,
      UUID recordId,
      @Nullable UUID leadId,
      UUID personId,
      boolean newLead,
      boolean newPerson) {}

  /** An observation with what makes it the same again, which rules leave as it was read. */
  record Keyed(String key, byte[] contentHash, Observation seen) {

    static Keyed of(Observation seen) {
      return new Keyed(RecordKey.of(seen), RecordKey.contentHash(seen), seen);
    }

    SourceKey sourceKey() {
      return new SourceKey(seen.source(), key);
    }
  }

  static final int RANK = 10;

  private final RecordStore records;
  private final Recognition recognition;
  private final IntakeStore store;
  private final LeadChecking checking;
  private final ApplicationEventPublisher events;
  private final Database database;
  private final Clock clock;

  Intake(
      RecordStore records,
      Recognition recognition,
      IntakeStore store,
      LeadChecking checking,
      ApplicationEventPublisher events,
      Database database,
      Clock clock) {
    this.records = records;
    this.recognition = recognition;
    this.store = store;
    this.checking = checking;
    this.events = events;
    this.database = database;
    this.clock = clock;
  }

  /** What bringing these in would do, without writing. All are of one source. */
  List<Outcome> foresee(List<Observation> seen) {
    if (seen.isEmpty()) {
      return List.of();
    }
    List<String> keys = seen.stream().map(RecordKey::of).toList();
    Map<String, Known> known = records.known(seen.getFirst().source(), keys);
    Map<String, byte[]> hashes = new HashMap<>();
    known.forEach((key, record) -> hashes.put(key, record.contentHash()));
    List<Outcome> outcomes = new ArrayList<>(seen.size());
    for (int i = 0; i < seen.size(); i++) {
      byte[] hash = RecordKey.contentHash(seen.get(i));
      byte[] before = hashes.put(keys.get(i), hash);
      outcomes.add(outcome(before, hash));
    }
    return outcomes;
  }

  /** Brings the observations into the pool. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Brought> bring(List<Observation> seen) {
    return bring(seen, Visible.everything());
  }

  /**
   * As {@link #bring(List)}, by somebody who may not see everybody: people whose leads they may not
   * see are not recognised, as the answer would tell that they are here.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Brought> bring(List<Observation> seen, Visible visible) {
    return bringKeyed(seen.stream().map(Keyed::of).toList(), visible);
  }

  /** As {@link #bring(List, Visible)}, of observations that rules may have changed. */
  List<Brought> bringKeyed(List<Keyed> rows, Visible visible) {
    if (rows.isEmpty()) {
      return List.of();
    }
    database.lock("leads.intake");
    List<Observation> seen = rows.stream().map(Keyed::seen).toList();
    List<SourceKey> keys = rows.stream().map(Keyed::sourceKey).toList();
    Map<SourceKey, Known> known = new HashMap<>(records.known(keys));
    Matches matches = recognition.matches(seen, keys, known, visible);
    Map<UUID, Instant> begun = begun(seen, known);
    IntakeBatch batch = new IntakeBatch();
    List<Brought> brought = new ArrayList<>(seen.size());
    for (int i = 0; i < seen.size(); i++) {
      Observation observation = seen.get(i);
      String key = rows.get(i).key();
      byte[] hash = rows.get(i).contentHash();
      Known before = known.get(keys.get(i));
      Outcome outcome = outcome(before == null ? null : before.contentHash(), hash);
      UUID recordId = Ids.next();
      Brought result =
          switch (outcome) {
            case FRESH -> fresh(batch, matches, begun, recordId, key, hash, observation);
            case CHANGED ->
                changed(
                    batch,
                    matches,
                    begun,
                    Objects.requireNonNull(before),
                    recordId,
                    key,
                    hash,
                    observation);
            case SAME ->
                new Brought(
                    outcome,
                    Objects.requireNonNull(before).recordId(),
                    before.leadId(),
                    before.personId(),
                    false,
                    false);
          };
      if (outcome != Outcome.SAME) {
        known.put(keys.get(i), new Known(recordId, hash, result.personId(), result.leadId()));
      }
      brought.add(result);
    }
    store.write(batch, clock.instant());
    checking.opened(batch.newLeads);
    tellConsents(seen, brought);
    return brought;
  }

  private void tellConsents(List<Observation> seen, List<Brought> brought) {
    for (int i = 0; i < seen.size(); i++) {
      Facts facts = seen.get(i).facts();
      String consent = facts.get(Fact.CONSENT);
      if (consent != null && brought.get(i).outcome() != Outcome.SAME) {
        events.publishEvent(
            new ConsentTold(
                brought.get(i).personId(),
                brought.get(i).recordId(),
                consent.equals("yes"),
                facts.get(Fact.PHONE) != null,
                facts.get(Fact.EMAIL) != null,
                seen.get(i).receivedAt()));
      }
    }
  }

  private Brought fresh(
      IntakeBatch batch,
      Matches matches,
      Map<UUID, Instant> begun,
      UUID recordId,
      String key,
      byte[] hash,
      Observation arrived) {
    Observation seen = arrived;
    PersonDraft person = matches.verified(seen);
    String decision = "verified";
    if (person == null) {
      person = matches.find(seen);
      decision = "match";
    }
    boolean newPerson = person == null;
    if (person == null) {
      decision = "new";
      person = new PersonDraft(Ids.next(), seen.fact(Fact.NAME), true);
      batch.newPeople.put(person.id(), seen);
      batch.recordOfNewPerson.put(person.id(), recordId);
    } else {
      batch.changedPeople.add(person.id());
      seen = matches.own(seen, person.id());
    }
    matches.add(seen, person);
    OpenLead open = seen.cycle() == Cycle.OWN ? null : matches.openLead(person.id(), seen);
    Observation told = seen;
    if (seen.cycle() == Cycle.CALLED && (open == null || open.dormant())) {
      told = seen.beginning(seen.receivedAt());
      begun.put(recordId, seen.receivedAt());
    }
    UUID leadId = open == null ? null : open.id();
    if (leadId != null) {
      batch.changedLeads.add(leadId);
    } else if (seen.cycle() != Cycle.NONE) {
      leadId = open(batch, matches, person.id(), told);
    }
    batch.record(recordId, key, hash, RANK, seen);
    String rule =
        decision.equals("new") ? "none" : decision.equals("match") ? "contact" : "identity";
    batch.attach(recordId, person.id(), leadId, decision, rule, told);
    return new Brought(
        Outcome.FRESH, recordId, leadId, person.id(), open == null && leadId != null, newPerson);
  }

  private static UUID open(IntakeBatch batch, Matches matches, UUID person, Observation seen) {
    UUID lead = Ids.next();
    batch.newLeads.add(new IntakeBatch.LeadDraft(lead, person, seen));
    matches.opened(person, seen, lead);
    return lead;
  }

  private Brought changed(
      IntakeBatch batch,
      Matches matches,
      Map<UUID, Instant> begun,
      Known before,
      UUID recordId,
      String key,
      byte[] hash,
      Observation arrived) {
    Observation seen = matches.own(arrived, before.personId());
    UUID leadId = before.leadId();
    boolean newLead = leadId == null && seen.cycle() != Cycle.NONE;
    Instant began = begun.get(before.recordId());
    if (newLead && seen.cycle() == Cycle.CALLED) {
      began = seen.receivedAt();
    }
    Observation told = seen;
    if (began != null && seen.cycle() == Cycle.CALLED) {
      told = seen.beginning(began);
      begun.put(recordId, began);
    }
    if (newLead) {
      leadId = open(batch, matches, before.personId(), seen);
    } else if (leadId != null) {
      batch.changedLeads.add(leadId);
    }
    batch.newByOldRecord.put(before.recordId(), recordId);
    batch.record(recordId, key, hash, RANK, seen);
    batch.attach(recordId, before.personId(), leadId, "key", "source-key", told);
    batch.changedPeople.add(before.personId());
    return new Brought(Outcome.CHANGED, recordId, leadId, before.personId(), newLead, false);
  }

  /**
   * When arrivals told before began their leads. Told again with other content, such an arrival
   * still began it, and then: a typo that is put right is no new call.
   */
  private Map<UUID, Instant> begun(List<Observation> seen, Map<SourceKey, Known> known) {
    boolean called = seen.stream().anyMatch(one -> one.cycle() == Cycle.CALLED);
    return called && !known.isEmpty()
        ? new HashMap<>(records.begun(known.values().stream().map(Known::recordId).toList()))
        : new HashMap<>();
  }

  static Outcome outcome(byte @Nullable [] before, byte[] now) {
    if (before == null) {
      return Outcome.FRESH;
    }
    return Arrays.equals(before, now) ? Outcome.SAME : Outcome.CHANGED;
  }
}
