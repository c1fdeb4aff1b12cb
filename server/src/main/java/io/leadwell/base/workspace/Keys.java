package io.leadwell.base.workspace;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys for programs: {@code lw_<prefix>_<secret>}, each with the permissions of a role. */
@Service
public class Keys {

  private static final int NAME_LENGTH = 80;
  private static final int PREFIX_LENGTH = 10;

  private final KeyStore store;
  private final ShellKey shell;
  private final Audit audit;
  private final Clock clock;

  Keys(KeyStore store, ShellKey shell, Audit audit, Clock clock) {
    this.store = store;
    this.shell = shell;
    this.audit = audit;
    this.clock = clock;
  }

  public List<ApiKey> all() {
    return store.all();
  }

  @Transactional
  public NewKey create(String name, Role role, @Nullable Instant expiresAt, Caller who) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
      throw Problem.field(
          WorkspaceProblem.INVALID_KEY, "name", "workspace.nameLength", NAME_LENGTH);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw Problem.field(WorkspaceProblem.INVALID_KEY, "expiresAt", "workspace.keyExpiryPast");
    }
    String prefix = Secrets.readable(PREFIX_LENGTH);
    String secret = Secrets.next();
    ApiKey key =
        new ApiKey(Ids.next(), clean, role, prefix, now, who.name(), null, expiresAt, null);
    store.add(key, Secrets.sha256(secret), who.memberId());
    audit.record(
        who, "key.created", "key", key.id().toString(), clean, Map.of("role", role.word()));
    return new NewKey(key, "lw_" + prefix + "_" + secret);
  }

  @Transactional
  public void revoke(UUID id, Caller who) {
    String name =
        store
            .revoke(id, clock.instant())
            .orElseThrow(() -> new Problem(WorkspaceProblem.KEY_NOT_FOUND));
    audit.record(who, "key.revoked", "key", id.toString(), name, Map.of());
  }

  /** Who asks with this key, or nobody when it is unknown, revoked or expired. */
  @Transactional
  public Optional<Caller> callerOf(String key, @Nullable String ip) {
    if (shell.is(key)) {
      return Optional.of(ShellKey.caller(ip));
    }
    String[] parts = key.split("_", -1);
    if (parts.length != 3 || !parts[0].equals("lw")) {
      return Optional.empty();
    }
    byte[] hash = Secrets.sha256(parts[2]);
    Instant now = clock.instant();
    return store
        .byPrefix(parts[1])
        .filter(kept -> MessageDigest.isEqual(kept.secretHash(), hash))
        .map(KeyStore.Kept::key)
        .filter(found -> found.revokedAt() == null)
        .filter(found -> found.expiresAt() == null || found.expiresAt().isAfter(now))
        .map(found -> {
          store.used(found, now);
          return new Caller(
              Caller.Kind.KEY,
              null,
              found.id(),
              found.name(),
              found.role().permissions(),
              Visible.everything(),
              ip);
        });
  }
}
