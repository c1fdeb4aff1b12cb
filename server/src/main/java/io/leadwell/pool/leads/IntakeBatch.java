package io.leadwell.pool.leads;

import io.leadwell.pool.leads.RecordStore.NewLink;
import io.leadwell.pool.leads.RecordStore.NewRecord;
import io.leadwell.pool.leads.StageLedger.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one batch of observations is going to write. Filled by {@link Intake}, then stored whole.
 */
final class IntakeBatch {

  /** A person who is in the batch: new, or met again. */
  record PersonDraft(UUID id, @Nullable String name, boolean isNew) {}

  /** A lead that the batch opens. */
  record LeadDraft(UUID id, UUID personId, Observation from) {}

  /** A typed way to reach a person. */
  record ContactWay(String kind, String value, UUID personId, UUID recordId, Instant seenAt) {}

  /** What else identifies a person, with the record that tells of it. */
  record IdentityDraft(Identity identity, UUID personId, UUID recordId, Instant seenAt) {}

  /** A touch with the record that tells of it. */
  record TouchDraft(UUID recordId, UUID personId, @Nullable UUID leadId, Observation from) {}

  final List<NewRecord> records = new ArrayList<>();
  final List<NewLink> links = new ArrayList<>();
  final Map<UUID, Observation> newPeople = new LinkedHashMap<>();
  final Map<UUID, UUID> recordOfNewPerson = new LinkedHashMap<>();
  final List<LeadDraft> newLeads = new ArrayList<>();
  final List<ContactWay> contactWays = new ArrayList<>();
  final List<IdentityDraft> identities = new ArrayList<>();
  final List<TouchDraft> touches = new ArrayList<>();
  final List<Told> stages = new ArrayList<>();
  final List<TagStore.Tagging> tags = new ArrayList<>();
  final Map<UUID, UUID> newByOldRecord = new LinkedHashMap<>();

  /** People and leads known before, whose golden facts and projection must be folded again. */
  final Set<UUID> changedPeople = new HashSet<>();

  final Set<UUID> changedLeads = new HashSet<>();

  void record(UUID recordId, String key, byte[] hash, int rank, Observation seen) {
    records.add(new NewRecord(recordId, key, hash, rank, seen));
  }

  /** The parts of an observation that hang on its record, whoever it turned out to be about. */
  void attach(
      UUID recordId,
      UUID personId,
      @Nullable UUID leadId,
      String decision,
      String rule,
      Observation seen) {
    links.add(new NewLink(recordId, personId, leadId, decision, rule, seen.actorId()));
    contactWay("phone", seen.fact(Fact.PHONE), personId, recordId, seen);
    contactWay("email", seen.fact(Fact.EMAIL), personId, recordId, seen);
    contactWay("phone", seen.fact(Fact.OTHER_PHONE), personId, recordId, seen);
    contactWay("email", seen.fact(Fact.OTHER_EMAIL), personId, recordId, seen);
    seen.identities()
        .forEach(identity ->
            identities.add(new IdentityDraft(identity, personId, recordId, seen.receivedAt())));
    if (seen.touch() != null) {
      touches.add(new TouchDraft(recordId, personId, leadId, seen));
    }
    if (leadId != null && !seen.stages().isEmpty()) {
      stages.add(new Told(leadId, recordId, seen.importId(), seen.actorId(), null, seen.stages()));
    }
    if (!seen.tags().isEmpty()) {
      tags.add(new TagStore.Tagging(personId, recordId, seen.tags()));
    }
  }

  private void contactWay(
      String kind, @Nullable String value, UUID personId, UUID recordId, Observation seen) {
    if (value != null) {
      contactWays.add(new ContactWay(kind, value, personId, recordId, seen.receivedAt()));
    }
  }
}
