package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.imports.ContactWays;
import io.leadwell.pool.leads.LeadStore.Found;
import io.leadwell.pool.leads.Observation.Cycle;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.pool.leads.RecordStore.NewLink;
import io.leadwell.pool.leads.RecordStore.NewRecord;
import io.leadwell.pool.leads.StageLedger.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people change by hand. Each change is a source record of its own, ranked above every file: a
 * later import doesn't overwrite it, and taking it back is taking the record away.
 */
@Component
class Editing {

  static final String SOURCE = "manual";
  static final int RANK = 100;

  /** In a record that says a value once more: the record it was chosen from. */
  static final String CHOSEN = "_chosen";

  /** The lead a capture led to. */
  record Captured(UUID leadId, boolean existing) {}

  private final Intake intake;
  private final RecordStore records;
  private final ManualRecords manual;
  private final Forgetting forgetting;
  private final Refolding refolding;
  private final StageLedger ledger;
  private final CompanyStore companies;
  private final TypedValues typed;
  private final Channels channels;
  private final Members members;
  private final Database database;
  private final Clock clock;

  Editing(
      Intake intake,
      RecordStore records,
      ManualRecords manual,
      Forgetting forgetting,
      Refolding refolding,
      StageLedger ledger,
      CompanyStore companies,
      TypedValues typed,
      Channels channels,
      Members members,
      Database database,
      Clock clock) {
    this.intake = intake;
    this.records = records;
    this.manual = manual;
    this.forgetting = forgetting;
    this.refolding = refolding;
    this.ledger = ledger;
    this.companies = companies;
    this.typed = typed;
    this.channels = channels;
    this.members = members;
    this.database = database;
    this.clock = clock;
  }

  Captured capture(NewLead wanted, Caller who) {
    Instant now = clock.instant();
    Map<String, String> custom = typed.ofLead(TypedValues.of(wanted.custom()));
    typed.complete(custom);
    Facts.Builder told =
        Facts.build()
            .with(Fact.NAME, wanted.name())
            .with(Fact.PHONE, phone(wanted.phone()))
            .with(Fact.EMAIL, email(wanted.email()))
            .with(Fact.COMPANY, wanted.company())
            .with(Fact.TITLE, wanted.title())
            .with(Fact.CHANNEL_ID, known(Fact.CHANNEL_ID, wanted.channelId()))
            .with(Fact.CAMPAIGN_ID, wanted.campaignId())
            .with(Fact.PROVINCE, wanted.province())
            .with(Fact.CITY, wanted.city())
            .with(Fact.INDUSTRY, wanted.industry())
            .with(Fact.NOTE, wanted.note())
            .with(Fact.FIRST_CONTACT_AT, now);
    custom.forEach(told::custom);
    Facts facts = told.done();
    if (facts.get(Fact.NAME) == null
        && facts.get(Fact.PHONE) == null
        && facts.get(Fact.EMAIL) == null) {
      throw Problem.field(LeadsProblem.INVALID_LEAD, "name", "leads.needsNameOrContact");
    }
    Observation seen =
        new Observation(
            "typed",
            null,
            now,
            null,
            null,
            who.memberId(),
            facts.toStore(),
            facts,
            List.of(),
            List.of(),
            TouchSeen.of("typed", now),
            List.of(),
            Cycle.CALLED);
    Intake.Brought brought = intake.bring(List.of(seen), who.visible()).getFirst();
    if (brought.newLead()) {
      own(Objects.requireNonNull(brought.leadId()), brought.personId(), who);
    }
    return new Captured(Objects.requireNonNull(brought.leadId()), !brought.newLead());
  }

  /** Who sees only their own leads takes the one they typed: else it were gone from their sight. */
  private void own(UUID lead, UUID person, Caller who) {
    if (who.memberId() != null && who.visible() instanceof Visible.OwnedBy) {
      Facts owner = Facts.build().with(Fact.OWNER_ID, who.memberId()).done();
      write(lead, person, observation(owner, List.of(), who), who);
      refolding.people(Set.of(person));
    }
  }

  /** The id of the record that states the edit. */
  UUID edit(Found lead, LeadEdit edit, Caller who) {
    database.lock("leads.intake");
    Facts.Builder facts = Facts.build();
    edit.changes().forEach((fact, text) -> facts.edited(fact, checked(fact, text)));
    typed.ofLead(edit.custom()).forEach(facts::edited);
    return state(lead, facts.done(), Map.of(), who);
  }

  /** Says once more, by hand, what a record told of a field. */
  UUID choose(Found lead, String field, String value, UUID from, Caller who) {
    database.lock("leads.intake");
    Facts.Builder facts = Facts.build();
    if (field.indexOf('.') > 0) {
      facts.edited(field, value);
    } else {
      facts.edited(Fact.valueOf(field.toUpperCase(java.util.Locale.ROOT)), value);
    }
    return state(lead, facts.done(), Map.of(CHOSEN, from.toString()), who);
  }

  private UUID state(Found lead, Facts stated, Map<String, String> note, Caller who) {
    if (stated.get(Fact.COMPANY) != null) {
      companies.named(List.of(observation(stated, List.of(), who)));
    }
    Map<String, String> raw = new LinkedHashMap<>(stated.toStore());
    raw.putAll(note);
    UUID record =
        write(lead.id(), lead.personId(), observation(stated, List.of(), who).readAs(raw), who);
    refolding.people(Set.of(lead.personId()));
    return record;
  }

  UUID move(Found lead, Stage to, @Nullable String reason, Caller who) {
    database.lock("leads.intake");
    Stage from = Stage.of(lead.stage());
    if (from == to) {
      throw new Problem(LeadsProblem.SAME_STAGE);
    }
    StageTime moved = new StageTime(to, clock.instant(), reason);
    UUID record =
        write(
            lead.id(),
            lead.personId(),
            observation(Facts.build().done(), List.of(moved), who),
            who);
    ledger.move(new Told(lead.id(), record, null, who.memberId(), null, List.of(moved)), from);
    ledger.project(Set.of(lead.id()));
    return record;
  }

  /**
   * Says whether the lead is still there: the edit may have been all that was left to tell of it.
   */
  boolean undo(Found lead, UUID record) {
    database.lock("leads.intake");
    if (!manual.withdraw(record, lead.id(), clock.instant())) {
      throw new Problem(LeadsProblem.NOTHING_TO_UNDO);
    }
    Set<UUID> named = companies.of(lead.personId());
    long gone = forgetting.untold(select(val(lead.id())), select(val(lead.personId()))).leads();
    refolding.people(Set.of(lead.personId()));
    if (gone == 0) {
      ledger.project(Set.of(lead.id()));
    }
    companies.removeUnused(COMPANY.ID.eq(any(named.toArray(UUID[]::new))));
    return gone == 0;
  }

  private UUID write(UUID lead, UUID person, Observation seen, Caller who) {
    UUID record = Ids.next();
    records.add(
        List.of(new NewRecord(record, "edit:" + record, RecordKey.contentHash(seen), RANK, seen)),
        Map.of());
    records.link(List.of(new NewLink(record, person, lead, "manual", "edit", who.memberId())));
    return record;
  }

  private Observation observation(Facts facts, List<StageTime> stages, Caller who) {
    return new Observation(
        SOURCE,
        null,
        clock.instant(),
        null,
        null,
        who.memberId(),
        facts.toStore(),
        facts,
        stages,
        List.of(),
        null);
  }

  private @Nullable String checked(Fact fact, String typed) {
    if (typed.isBlank()) {
      return null;
    }
    return switch (fact) {
      case PHONE -> phone(typed);
      case EMAIL -> email(typed);
      case OWNER_ID, SDR_ID, CHANNEL_ID -> String.valueOf(known(fact, id(fact, typed)));
      case CAMPAIGN_ID -> id(fact, typed).toString();
      default -> typed;
    };
  }

  private @Nullable UUID known(Fact fact, @Nullable UUID id) {
    boolean there =
        id == null
            || (fact == Fact.CHANNEL_ID
                ? channels.find(id).isPresent()
                : members.find(id).isPresent());
    if (!there) {
      throw Problem.field(LeadsProblem.INVALID_LEAD, fact.word(), "leads.unknownReference");
    }
    return id;
  }

  private static @Nullable String phone(@Nullable String typed) {
    return typed == null || typed.isBlank()
        ? null
        : ContactWays.phone(typed)
            .orElseThrow(() ->
                Problem.field(LeadsProblem.INVALID_LEAD, "phone", "leads.invalidPhone", typed));
  }

  private static @Nullable String email(@Nullable String typed) {
    return typed == null || typed.isBlank()
        ? null
        : ContactWays.email(typed)
            .orElseThrow(() ->
                Problem.field(LeadsProblem.INVALID_LEAD, "email", "leads.invalidEmail", typed));
  }

  private static UUID id(Fact fact, String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw Problem.field(LeadsProblem.INVALID_LEAD, fact.word(), "leads.unknownReference");
    }
  }
}
