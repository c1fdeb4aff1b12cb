package io.leadwell.base.workspace;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a signed-in member, an API key, or the system itself.
 *
 * @param memberId the member, where it is one
 * @param name as shown in the audit log and the ledger
 * @param visible whose records may be seen, resolved from the scope when the request began
 */
public record Caller(
    Kind kind,
    @Nullable UUID memberId,
    @Nullable UUID keyId,
    String name,
    Set<Permission> permissions,
    Visible visible,
    @Nullable String ip) {

  /** What stands behind a request. */
  public enum Kind {
    MEMBER,
    KEY,
    SYSTEM,
    ANONYMOUS
  }

  /** Leadwell itself, for jobs and for the demo company. */
  public static Caller system() {
    return new Caller(
        Kind.SYSTEM,
        null,
        null,
        "Leadwell",
        Set.of(Permission.values()),
        Visible.everything(),
        null);
  }

  /** Somebody who is not signed in and may do nothing; for the audit log. */
  static Caller anonymous(@Nullable String ip) {
    return new Caller(Kind.ANONYMOUS, null, null, "", Set.of(), new Visible.OwnedBy(Set.of()), ip);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
