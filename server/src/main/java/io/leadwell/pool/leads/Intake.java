package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.IntakeBatch.PersonDraft;
import io.leadwell.pool.leads.PeopleStore.ContactOwner;
import io.leadwell.pool.leads.RecordStore.Known;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way into the pool: observations become records, people, leads, touches and stages.
 *
 * <p>A source key seen before is the same row again: nothing happens when it says the same, and the
 * older record is superseded when it does not. Otherwise a phone or mailbox under the same name (or
 * under no name) is the same person; a row without a key of its own joins that person's open lead.
 * Typed contacts of different names stay different people: they may share a switchboard.
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

  /** The lead an observation is about. */
  record Brought(Outcome outcome, UUID leadId, UUID personId, boolean newLead) {}

  private static final int RANK = 10;

  private final RecordStore records;
  private final PeopleStore people;
  private final IntakeStore store;
  private final Database database;
  private final Clock clock;

  Intake(
      RecordStore records, PeopleStore people, IntakeStore store, Database database, Clock clock) {
    this.records = records;
    this.people = people;
    this.store = store;
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

  /** Brings the observations, all of one source, into the pool. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Brought> bring(List<Observation> seen) {
    if (seen.isEmpty()) {
      return List.of();
    }
    database.lock("leads.intake");
    List<String> keys = seen.stream().map(RecordKey::of).toList();
    Map<String, Known> known = records.known(seen.getFirst().source(), keys);
    Matches matches = matches(seen, keys, known);
    IntakeBatch batch = new IntakeBatch();
    List<Brought> brought = new ArrayList<>(seen.size());
    for (int i = 0; i < seen.size(); i++) {
      Observation observation = seen.get(i);
      String key = keys.get(i);
      byte[] hash = RecordKey.contentHash(observation);
      Known before = known.get(key);
      Outcome outcome = outcome(before == null ? null : before.contentHash(), hash);
      UUID recordId = Ids.next();
      Brought result =
          switch (outcome) {
            case FRESH -> fresh(batch, matches, recordId, key, hash, observation);
            case CHANGED ->
                changed(batch, Objects.requireNonNull(before), recordId, key, hash, observation);
            case SAME -> new Brought(outcome, leadOf(before), personOf(before), false);
          };
      if (outcome != Outcome.SAME) {
        known.put(key, new Known(recordId, hash, result.personId(), result.leadId()));
      }
      brought.add(result);
    }
    store.write(batch, clock.instant());
    return brought;
  }

  private Brought fresh(
      IntakeBatch batch,
      Matches matches,
      UUID recordId,
      String key,
      byte[] hash,
      Observation seen) {
    PersonDraft person = matches.find(seen);
    String decision = person == null ? "new" : "match";
    if (person == null) {
      person = new PersonDraft(Ids.next(), seen.fact(Fact.NAME), true);
      batch.newPeople.put(person.id(), seen);
      batch.recordOfNewPerson.put(person.id(), recordId);
    } else {
      batch.changedPeople.add(person.id());
    }
    matches.add(seen, person);
    UUID openLead = seen.sourceKey() == null ? matches.openLead(person.id(), seen) : null;
    UUID leadId = openLead == null ? Ids.next() : openLead;
    if (openLead == null) {
      batch.newLeads.add(new IntakeBatch.LeadDraft(leadId, person.id(), seen));
      matches.opened(person.id(), seen, leadId);
    } else {
      batch.changedLeads.add(leadId);
    }
    batch.record(recordId, key, hash, RANK, seen);
    batch.attach(
        recordId, person.id(), leadId, decision, decision.equals("new") ? "none" : "contact", seen);
    return new Brought(Outcome.FRESH, leadId, person.id(), openLead == null);
  }

  private Brought changed(
      IntakeBatch batch, Known before, UUID recordId, String key, byte[] hash, Observation seen) {
    UUID leadId = leadOf(before);
    batch.newByOldRecord.put(before.recordId(), recordId);
    batch.record(recordId, key, hash, RANK, seen);
    batch.attach(recordId, before.personId(), leadId, "key", "source-key", seen);
    batch.changedPeople.add(before.personId());
    batch.changedLeads.add(leadId);
    return new Brought(Outcome.CHANGED, leadId, before.personId(), false);
  }

  private static UUID leadOf(@Nullable Known known) {
    return Objects.requireNonNull(Objects.requireNonNull(known).leadId());
  }

  private static UUID personOf(@Nullable Known known) {
    return Objects.requireNonNull(known).personId();
  }

  private static Outcome outcome(byte @Nullable [] before, byte[] now) {
    if (before == null) {
      return Outcome.FRESH;
    }
    return Arrays.equals(before, now) ? Outcome.SAME : Outcome.CHANGED;
  }

  private Matches matches(List<Observation> seen, List<String> keys, Map<String, Known> known) {
    List<String> contacts = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (!known.containsKey(keys.get(i))) {
        Stream.of(seen.get(i).fact(Fact.PHONE), seen.get(i).fact(Fact.EMAIL))
            .filter(Objects::nonNull)
            .forEach(contacts::add);
      }
    }
    Map<String, List<ContactOwner>> owners = people.ownersOf(contacts);
    List<UUID> met =
        owners.values().stream()
            .flatMap(List::stream)
            .map(ContactOwner::personId)
            .distinct()
            .toList();
    return new Matches(owners, people.openLeads(met));
  }

  /** Who the contacts of a batch belong to, in the pool and, as it is read, in the batch itself. */
  private static final class Matches {

    private final Map<String, List<PersonDraft>> byContact = new HashMap<>();
    private final Map<String, UUID> openLeads = new LinkedHashMap<>();

    Matches(Map<String, List<ContactOwner>> owners, Map<UUID, Map<String, UUID>> open) {
      owners.forEach((contact, people) ->
          people.forEach(owner ->
              byContact
                  .computeIfAbsent(contact, _ -> new ArrayList<>())
                  .add(new PersonDraft(owner.personId(), owner.name(), false))));
      open.forEach(
          (person, leads) -> leads.forEach((line, lead) -> openLeads.put(person + line, lead)));
    }

    @Nullable PersonDraft find(Observation seen) {
      for (Fact contact : List.of(Fact.PHONE, Fact.EMAIL)) {
        String value = seen.fact(contact);
        for (PersonDraft owner : byContact.getOrDefault(value == null ? "" : value, List.of())) {
          if (Names.mayBeOne(owner.name(), seen.fact(Fact.NAME))) {
            return owner;
          }
        }
      }
      return null;
    }

    void add(Observation seen, PersonDraft person) {
      for (Fact contact : List.of(Fact.PHONE, Fact.EMAIL)) {
        String value = seen.fact(contact);
        if (value != null) {
          List<PersonDraft> owners = byContact.computeIfAbsent(value, _ -> new ArrayList<>());
          if (owners.stream().noneMatch(owner -> owner.id().equals(person.id()))) {
            owners.add(person);
          }
        }
      }
    }

    @Nullable UUID openLead(UUID person, Observation seen) {
      return openLeads.get(person + line(seen));
    }

    void opened(UUID person, Observation seen, UUID lead) {
      openLeads.put(person + line(seen), lead);
    }

    private static String line(Observation seen) {
      String line = seen.fact(Fact.BUSINESS_LINE);
      return line == null ? "" : line;
    }
  }
}
