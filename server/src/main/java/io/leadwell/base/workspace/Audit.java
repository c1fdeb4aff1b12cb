package io.leadwell.base.workspace;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Page;
import io.leadwell.base.privacy.Subject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done by whom, written in the transaction of the deed. Each entry carries the hash of the
 * one before it, so that a removed or altered entry shows.
 */
@Service
public class Audit {

  /** What tells of an erasure; see {@link #erased}. */
  static final String ERASED = "person.erased";

  /** Which entries say nothing any more. */
  static final String ENTRIES = "entries";

  private final AuditStore store;
  private final AuditOfPerson people;
  private final Database database;
  private final JsonMapper json;
  private final Clock clock;

  Audit(AuditStore store, AuditOfPerson people, Database database, JsonMapper json, Clock clock) {
    this.store = store;
    this.people = people;
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      Caller who,
      String action,
      String objectKind,
      @Nullable String objectId,
      @Nullable String label,
      Map<String, Object> detail) {
    // One writer at a time: the chain has no forks.
    database.lock("workspace.audit");
    store.append(
        new AuditFacts(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            who.kind().name().toLowerCase(Locale.ROOT),
            who.memberId() == null ? who.keyId() : who.memberId(),
            who.name(),
            action,
            objectKind,
            objectId,
            label,
            json.writeValueAsString(detail),
            who.ip()));
  }

  /**
   * Takes out of the log what says who somebody was, and puts the erasure on record. Its entry
   * names those that say less now, so that nobody passes off another as erased.
   *
   * @return how many entries say less
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int erased(Subject person, Caller who, UUID erasure) {
    database.lock("workspace.audit");
    List<String> entries = people.forget(person);
    record(who, ERASED, "erasure", erasure.toString(), null, Map.of(ENTRIES, entries));
    return entries.size();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public Page<AuditEntry> list(AuditFilter filter, @Nullable String cursor, int limit) {
    return store.list(filter, cursor, limit);
  }

  /** Reads the whole log and recomputes its chain. */
  @Transactional(readOnly = true)
  public AuditCheck verify() {
    return store.verify();
  }
}
