package io.leadwell.pool.consent;

import static io.leadwell.tables.consent.Tables.ERASURE;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.Subject;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.DataSubjects;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forgets somebody who asks for it: who it was is gone in the whole house, all in one transaction,
 * and what they did goes on counting as nobody's.
 */
@Service
public class Erasures {

  /**
   * What would go.
   *
   * @param typing what is to be typed so that it goes
   * @param counts rows by what they are
   */
  public record Preview(String typing, int people, int leads, Map<String, Integer> counts) {}

  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
  private static final int LONGEST_REASON = 500;
  private static final int SHOWN = 500;

  private final DataSubjects subjects;
  private final Leads leads;
  private final List<PersonalData> data;
  private final Suppressions suppressions;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final DSLContext dsl;
  private final JsonMapper json;
  private final Clock clock;

  Erasures(
      DataSubjects subjects,
      Leads leads,
      List<PersonalData> data,
      Suppressions suppressions,
      Audit audit,
      TransactionTemplate transaction,
      DSLContext dsl,
      JsonMapper json,
      Clock clock) {
    this.subjects = subjects;
    this.leads = leads;
    this.data = data.stream().sorted(Comparator.comparing(PersonalData::area)).toList();
    this.suppressions = suppressions;
    this.audit = audit;
    this.transaction = transaction;
    this.dsl = dsl;
    this.json = json;
    this.clock = clock;
  }

  /** What an erasure would do, counted by doing it and taking it back. */
  public Preview preview(UUID lead, Caller who) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          status.setRollbackOnly();
          Subject person = subjects.holding(lead, who);
          LeadRow row = named(lead, who);
          return new Preview(
              typing(row),
              person.people().size(),
              person.leads().size(),
              erase(person, who, Ids.next()));
        }));
  }

  /**
   * @param typed what {@link Preview#typing} says, so that nobody is erased by a slip
   */
  @Transactional
  public Erasure erase(UUID lead, @Nullable String typed, @Nullable String reason, Caller who) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw flaw("reason", "consent.flaw.note", LONGEST_REASON);
    }
    // Before it is looked at: of two who erase the same person one finds nobody.
    Subject person = subjects.holding(lead, who);
    if (typed == null || !typed.strip().equals(typing(named(lead, who)))) {
      throw flaw("typed", "consent.flaw.typed");
    }
    if (person.names().stream().anyMatch(why::contains)) {
      throw flaw("reason", "consent.flaw.named");
    }
    UUID id = Ids.next();
    Map<String, Integer> counts = erase(person, who, id);
    Erasure done =
        new Erasure(
            id,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            who.name(),
            why,
            person.people().size(),
            counts);
    dsl.insertInto(ERASURE)
        .set(ERASURE.ID, id)
        .set(ERASURE.ERASED_AT, done.at())
        .set(ERASURE.BY_NAME, done.by())
        .set(ERASURE.BY_ID, who.memberId())
        .set(ERASURE.REASON, why)
        .set(ERASURE.PEOPLE, done.people())
        .set(ERASURE.COUNTS, JSONB.valueOf(json.writeValueAsString(counts)))
        .execute();
    return done;
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Erasure> all() {
    return dsl.selectFrom(ERASURE)
        .orderBy(ERASURE.ERASED_AT.desc(), ERASURE.ID.desc())
        .limit(SHOWN)
        .fetch(row ->
            new Erasure(
                row.getId(),
                row.getErasedAt(),
                row.getByName(),
                row.getReason(),
                row.getPeople(),
                json.readValue(row.getCounts().data(), COUNTS)));
  }

  private Map<String, Integer> erase(Subject known, Caller who, UUID id) {
    Set<UUID> things = new HashSet<>();
    data.forEach(module -> things.addAll(module.things(known)));
    Subject person = known.withThings(things);
    Map<String, Integer> counts = new TreeMap<>();
    data.forEach(module ->
        module
            .erase(person)
            .forEach((what, rows) -> {
              if (rows > 0) {
                counts.merge(what, rows, Integer::sum);
              }
            }));
    int turned = suppressions.erase(person, who);
    if (turned > 0) {
      counts.put("suppression", turned);
    }
    int entries = audit.erased(person, who, id);
    if (entries > 0) {
      counts.put("audit", entries);
    }
    return counts;
  }

  /** The name, as far as there is one; who has none is told by their key, phone or mailbox. */
  private static String typing(LeadRow lead) {
    for (@Nullable String called :
        new @Nullable String[] {lead.name(), lead.phone(), lead.email()}) {
      if (called != null && !called.isBlank()) {
        return called;
      }
    }
    return lead.id().toString().substring(lead.id().toString().length() - 6);
  }

  private LeadRow named(UUID lead, Caller who) {
    LeadRow row = leads.get(lead, who);
    if (row.erased()) {
      throw new Problem(ConsentProblem.PERSON_ERASED);
    }
    return row;
  }

  private static Problem flaw(String field, String text, Object... arguments) {
    return Problem.field(ConsentProblem.ERASURE_INVALID, field, text, arguments);
  }
}
