package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.KNOWN_PARTY;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.kernel.companies.MailDomain;
import io.leadwell.pool.imports.ContactWays;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Competitors, peers and whoever is not to be contacted; the duplicate check recognises them. */
@Service
public class KnownParties {

  private static final Set<String> KINDS = Set.of("competitor", "peer", "blocked");
  private static final Set<String> WHAT = Set.of("company", "domain", "phone", "email");

  private final DSLContext dsl;
  private final Audit audit;
  private final Clock clock;

  KnownParties(DSLContext dsl, Audit audit, Clock clock) {
    this.dsl = dsl;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<KnownParty> all() {
    return dsl.select(
            KNOWN_PARTY.ID,
            KNOWN_PARTY.KIND,
            KNOWN_PARTY.WHAT,
            KNOWN_PARTY.VALUE,
            KNOWN_PARTY.NOTE,
            KNOWN_PARTY.ADDED_BY_NAME,
            KNOWN_PARTY.ADDED_AT)
        .from(KNOWN_PARTY)
        .orderBy(KNOWN_PARTY.ADDED_AT.desc(), KNOWN_PARTY.ID)
        .fetch(row ->
            new KnownParty(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7()));
  }

  /** Adds one; the same again changes what is said of it. */
  @Transactional
  public void add(String kind, String what, String value, @Nullable String note, Caller who) {
    if (!KINDS.contains(kind) || !WHAT.contains(what)) {
      throw Problem.field(LeadsProblem.INVALID_PARTY, "kind", "leads.partyKind");
    }
    String key = key(what, value);
    dsl.insertInto(KNOWN_PARTY)
        .set(KNOWN_PARTY.ID, Ids.next())
        .set(KNOWN_PARTY.KIND, kind)
        .set(KNOWN_PARTY.WHAT, what)
        .set(KNOWN_PARTY.VALUE, value.strip())
        .set(KNOWN_PARTY.VALUE_KEY, key)
        .set(KNOWN_PARTY.NOTE, note)
        .set(KNOWN_PARTY.ADDED_BY, who.memberId())
        .set(KNOWN_PARTY.ADDED_BY_NAME, who.name())
        .set(KNOWN_PARTY.ADDED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
        .onConflict(KNOWN_PARTY.WHAT, KNOWN_PARTY.VALUE_KEY)
        .doUpdate()
        .set(KNOWN_PARTY.KIND, kind)
        .set(KNOWN_PARTY.NOTE, note)
        .execute();
    audit.record(
        who, "party.added", "party", key, value.strip(), Map.of("kind", kind, "what", what));
  }

  @Transactional
  public void remove(UUID id, Caller who) {
    var gone =
        dsl.deleteFrom(KNOWN_PARTY)
            .where(KNOWN_PARTY.ID.eq(id))
            .returning(KNOWN_PARTY.VALUE, KNOWN_PARTY.KIND)
            .fetchOptional()
            .orElseThrow(() -> new Problem(LeadsProblem.PARTY_NOT_FOUND));
    audit.record(
        who,
        "party.removed",
        "party",
        id.toString(),
        gone.getValue(),
        Map.of("kind", gone.getKind()));
  }

  /** All of them, by what they are recognised by. There are tens of them, not thousands. */
  Map<String, KnownParty> byKey() {
    Map<String, KnownParty> parties = new HashMap<>();
    all().forEach(party -> parties.put(party.what() + key(party.what(), party.value()), party));
    return parties;
  }

  private static String key(String what, String value) {
    String key =
        switch (what) {
          case "company" -> CompanyKeys.of(value);
          case "domain" -> MailDomain.ofFirm(value);
          case "phone" -> ContactWays.phone(value).orElse(null);
          default -> ContactWays.email(value).orElse(null);
        };
    if (key == null || key.isBlank() || value.strip().length() > 200) {
      throw Problem.field(LeadsProblem.INVALID_PARTY, "value", "leads.partyValue." + what);
    }
    return key;
  }
}
