package io.leadwell.base.workspace;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One deed of the audit log. */
public record AuditEntry(
    String id,
    Instant at,
    Actor actor,
    String action,
    Subject object,
    Map<String, Object> detail,
    @Nullable String ip) {

  /** Who did it. */
  public record Actor(String kind, String name) {}

  /** What it was done to. */
  public record Subject(String kind, String id, String label) {}
}
