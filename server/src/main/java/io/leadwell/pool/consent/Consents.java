package io.leadwell.pool.consent;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.privacy.Subject;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.ConsentTold;
import io.leadwell.pool.leads.DataSubjects;
import io.leadwell.pool.leads.Leads;
import io.leadwell.tables.consent.tables.records.EntryRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to: told by themselves or typed by a colleague, each with its proof. */
@Service
public class Consents {

  static final String GIVEN = "given";
  static final String WITHDRAWN = "withdrawn";

  private static final int SHOWN = 500;
  private static final int LONGEST_NOTE = 1_000;

  private final ConsentStore store;
  private final Objections objections;
  private final Purposes purposes;
  private final Suppressions suppressions;
  private final DataSubjects subjects;
  private final Leads leads;
  private final Audit audit;
  private final Clock clock;

  Consents(
      ConsentStore store,
      Objections objections,
      Purposes purposes,
      Suppressions suppressions,
      DataSubjects subjects,
      Leads leads,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.objections = objections;
    this.purposes = purposes;
    this.suppressions = suppressions;
    this.subjects = subjects;
    this.leads = leads;
    this.audit = audit;
    this.clock = clock;
  }

  /** Within the transaction of what they did: no lead of a form without its consent. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void told(List<Agreed> all) {
    if (all.isEmpty()) {
      return;
    }
    Map<String, Purpose> known = purposes.all().stream().collect(toMap(Purpose::key, identity()));
    List<EntryRow> rows = new ArrayList<>();
    for (Agreed one : all) {
      one.purposes().stream()
          .map(known::get)
          .filter(Objects::nonNull)
          .forEach(purpose ->
              one.means()
                  .forEach(means -> {
                    EntryRow row =
                        row(
                            one.personId(),
                            purpose.id(),
                            means,
                            one.given(),
                            one.source(),
                            one.at());
                    row.setProofId(one.proofId());
                    row.setTextOf(one.textOf());
                    row.setTextNumber(
                        one.textOf() == null
                            ? Integer.valueOf(purpose.number())
                            : one.textNumber());
                    rows.add(row);
                  }));
    }
    store.add(rows);
    if (all.stream().anyMatch(one -> one.purposes().contains(Purpose.PROFILING))) {
      objections.look(rows);
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ConsentTold told) {
    Set<Means> means = EnumSet.noneOf(Means.class);
    if (told.email()) {
      means.add(Means.EMAIL);
    }
    if (told.phone()) {
      means.add(Means.SMS);
      means.add(Means.PHONE);
    }
    told(
        List.of(
            new Agreed(
                told.personId(),
                List.of(Purpose.MARKETING),
                means,
                told.given(),
                "import",
                told.recordId(),
                null,
                null,
                told.at())));
  }

  /** How it stands with the person of a lead. */
  @Transactional(readOnly = true)
  public ConsentState of(UUID lead, Caller reader) {
    Subject person = subjects.seen(lead, reader);
    List<ConsentState.State> states =
        standing(store.latest(person.people())).stream()
            .map(row ->
                new ConsentState.State(
                    row.getPurposeId(),
                    Means.of(row.getMeans()),
                    row.getState().equals(GIVEN),
                    row.getSource(),
                    row.getHappenedAt(),
                    row.getByName()))
            .toList();
    return new ConsentState(
        states, suppressions.of(person, reader), leads.get(lead, reader).erased());
  }

  /** Everything that was ever said, newest first. */
  @Transactional(readOnly = true)
  public List<ConsentEntry> history(UUID lead, Caller reader) {
    return store.history(subjects.people(lead, reader), SHOWN);
  }

  /**
   * A colleague writes down what somebody said.
   *
   * @param note how it is known: it is the proof
   */
  @Transactional
  public void typed(
      UUID lead, UUID purposeId, Means means, boolean given, @Nullable String note, Caller who) {
    String proof = note == null ? "" : note.strip();
    if (proof.isEmpty() || proof.length() > LONGEST_NOTE) {
      throw Problem.field(
          ConsentProblem.CONSENT_INVALID, "note", "consent.flaw.note", LONGEST_NOTE);
    }
    Purpose purpose =
        purposes.all().stream()
            .filter(one -> one.id().equals(purposeId) && !one.archived())
            .findFirst()
            .orElseThrow(() -> new Problem(ConsentProblem.PURPOSE_NOT_FOUND));
    if (leads.get(lead, who).erased()) {
      throw new Problem(ConsentProblem.PERSON_ERASED);
    }
    UUID person = leads.get(lead, who).personId();
    EntryRow row =
        row(
            person,
            purpose.id(),
            means,
            given,
            "hand",
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    row.setNote(proof);
    row.setTextNumber(purpose.number());
    row.setByName(who.name());
    store.add(List.of(row));
    objections.look(List.of(row));
    audit.record(
        who,
        given ? "consent.given" : "consent.withdrawn",
        "lead",
        lead.toString(),
        null,
        Map.of("purpose", purpose.key(), "means", means.word()));
  }

  /** A reader left by a message: nothing of the purpose any more by these means. */
  @Transactional(propagation = Propagation.MANDATORY)
  void left(UUID person, Means means, UUID message, Instant at) {
    purposes
        .withKey(Purpose.MARKETING)
        .ifPresent(purpose -> {
          EntryRow row = row(person, purpose.id(), means, false, "unsubscribe", at);
          row.setProofId(message);
          row.setTextNumber(purpose.number());
          store.add(List.of(row));
        });
  }

  EntryRow row(
      UUID person, UUID purpose, Means means, boolean given, String source, Instant happened) {
    EntryRow row = new EntryRow();
    row.setId(Ids.next());
    row.setPersonId(person);
    row.setPurposeId(purpose);
    row.setMeans(means.word());
    row.setState(given ? GIVEN : WITHDRAWN);
    row.setSource(source);
    row.setHappenedAt(happened);
    row.setRecordedAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    return row;
  }

  /** Of all the words of somebody and of whom was merged into them, the latest ones. */
  static List<EntryRow> standing(List<EntryRow> latest) {
    Map<List<Object>, EntryRow> standing = new LinkedHashMap<>();
    latest.stream()
        .sorted(Comparator.comparing(EntryRow::getHappenedAt).thenComparing(EntryRow::getId))
        .forEach(row -> standing.put(List.of(row.getPurposeId(), row.getMeans()), row));
    return List.copyOf(standing.values());
  }

  static boolean given(EntryRow row) {
    return row.getState().equals(GIVEN);
  }
}
