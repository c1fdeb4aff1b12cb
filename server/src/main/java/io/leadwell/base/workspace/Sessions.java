package io.leadwell.base.workspace;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs members in and out, and tells who stands behind a session's token. */
@Service
public class Sessions {

  private final SessionStore store;
  private final MemberStore members;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Visibility visibility;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Sessions(
      SessionStore store,
      MemberStore members,
      Passwords passwords,
      Attempts attempts,
      Visibility visibility,
      Audit audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.members = members;
    this.passwords = passwords;
    this.attempts = attempts;
    this.visibility = visibility;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Begins a new session; one that the browser had before is ended.
   *
   * <p>The password is hashed outside of any transaction: waiting for that must not hold a
   * connection.
   */
  public SignedIn signIn(
      String email, String password, @Nullable String oldToken, Visitor visitor) {
    String folded = MemberStore.folded(email);
    attempts.check(folded, visitor.ip());
    Optional<MemberStore.Credentials> known = members.credentials(folded);
    boolean right =
        passwords.matches(password, known.map(MemberStore.Credentials::passwordHash).orElse(null));
    Member member = known.map(MemberStore.Credentials::member).orElse(null);
    if (!right || member == null || !member.active()) {
      attempts.failed(folded, visitor.ip());
      transaction.executeWithoutResult(t ->
          audit.record(
              Caller.anonymous(visitor.ip()), "session.failed", "member", null, folded, Map.of()));
      throw new Problem(WorkspaceProblem.BAD_CREDENTIALS);
    }
    attempts.succeeded(folded);
    return transaction.execute(t -> begin(member, oldToken, visitor));
  }

  /** Within the caller's transaction: a session for a member whose right to it is proven. */
  SignedIn begin(Member member, @Nullable String oldToken, Visitor visitor) {
    if (oldToken != null) {
      store.end(oldToken);
    }
    String token = store.begin(member.id(), visitor);
    members.signedIn(member.id());
    audit.record(
        callerOf(member, visitor.ip()),
        "session.login",
        "member",
        member.id().toString(),
        member.name(),
        Map.of());
    return new SignedIn(token, member);
  }

  @Transactional
  public void signOut(String token, @Nullable String ip) {
    store
        .memberOf(token)
        .ifPresent(member ->
            audit.record(
                callerOf(member, ip),
                "session.logout",
                "member",
                member.id().toString(),
                member.name(),
                Map.of()));
    store.end(token);
  }

  /** Who asks with this token, or nobody when it is unknown, ended, idle too long or too old. */
  @Transactional
  public Optional<Caller> callerOf(String token, @Nullable String ip) {
    return store.memberOf(token).map(member -> callerOf(member, ip));
  }

  @Transactional(readOnly = true)
  public List<Session> of(UUID member) {
    return store.of(member);
  }

  public Optional<UUID> idOf(String token) {
    return store.idOf(token);
  }

  @Transactional
  public void end(UUID session, Caller who) {
    UUID member = who.memberId();
    if (member == null || store.end(member, session) == 0) {
      throw new Problem(PlatformProblem.NOT_FOUND);
    }
    audit.record(who, "session.logout", "member", member.toString(), who.name(), Map.of());
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  @Transactional
  public void forgetExpired() {
    store.forgetExpired();
  }

  Caller callerOf(Member member, @Nullable String ip) {
    return new Caller(
        Caller.Kind.MEMBER,
        member.id(),
        null,
        member.name(),
        permissionsOf(member),
        visibility.of(member),
        ip);
  }

  /** Those of the role, and the exports where the member was given them. */
  public static Set<Permission> permissionsOf(Member member) {
    EnumSet<Permission> permissions = EnumSet.copyOf(member.role().permissions());
    if (member.mayExport()) {
      permissions.add(Permission.LEADS_EXPORT);
      permissions.add(Permission.REPORTS_EXPORT);
    }
    return Set.copyOf(permissions);
  }
}
