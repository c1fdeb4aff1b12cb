package io.leadwell.base.workspace;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Page;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
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

  private final AuditStore store;
  private final Database database;
  private final JsonMapper json;
  private final Clock clock;

  Audit(AuditStore store, Database database, JsonMapper json, Clock clock) {
    this.store = store;
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
