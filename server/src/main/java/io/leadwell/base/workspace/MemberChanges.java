package io.leadwell.base.workspace;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds and changes members, one at a time, and keeps the rules about them. */
@Component
class MemberChanges {

  private final MemberStore store;
  private final SessionStore sessions;
  private final MemberRules rules;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Audit audit;
  private final Database database;

  MemberChanges(
      MemberStore store,
      SessionStore sessions,
      MemberRules rules,
      Passwords passwords,
      Attempts attempts,
      Audit audit,
      Database database) {
    this.store = store;
    this.sessions = sessions;
    this.rules = rules;
    this.passwords = passwords;
    this.attempts = attempts;
    this.audit = audit;
    this.database = database;
  }

  Member join(NewMember wanted, Caller who) {
    String email = MemberRules.email(wanted.email());
    Scope scope = wanted.scope() == null ? wanted.role().usualScope() : wanted.scope();
    Member member =
        new Member(
            Ids.next(),
            MemberRules.name(wanted.name()),
            email,
            wanted.role(),
            scope,
            wanted.mayExport(),
            wanted.departmentId(),
            wanted.managerId(),
            true,
            wanted.password() != null,
            MemberRules.locale(wanted.locale()),
            null);
    rules.check(member);
    String password = wanted.password();
    if (password != null) {
      passwords.check(password, "password", member.name(), email);
    }
    store.add(member, password == null ? null : passwords.hash(password));
    record("user.created", member, Map.of("role", member.role().word()), who);
    return member;
  }

  Member change(UUID id, MemberChange change, Caller who) {
    // Two administrators who demote each other at once must not both succeed.
    database.lock("workspace.members");
    Member before = found(id);
    boolean signsIn = before.canSignIn() || change.password() != null;
    Member after = changed(before, change, signsIn);
    rules.check(after);
    boolean stepsDown =
        before.role() == Role.ADMIN
            && before.active()
            && before.canSignIn()
            && (after.role() != Role.ADMIN || !after.active());
    if (stepsDown && !store.otherActiveAdmin(id)) {
      throw new Problem(WorkspaceProblem.LAST_ADMIN);
    }
    store.change(after);
    Map<String, Object> detail = differences(before, after);
    if (change.password() != null) {
      passwords.check(change.password(), "password", after.name(), after.email());
      store.changePassword(id, passwords.hash(change.password()));
      detail.put("password", "changed");
    }
    if (!after.active() || change.password() != null) {
      sessions.endAllOf(id, null);
    }
    boolean stopped = before.active() && !after.active();
    record(stopped ? "user.deactivated" : "user.edited", after, detail, who);
    return after;
  }

  Member changeOwn(OwnChange change, @Nullable String token, Caller who) {
    UUID id = who.memberId();
    if (id == null) {
      throw new Problem(WorkspaceProblem.MEMBER_NOT_FOUND);
    }
    Member before = found(id);
    Member after =
        before.renamed(
            change.name() == null ? before.name() : MemberRules.name(change.name()),
            change.locale() == null ? before.locale() : MemberRules.locale(change.locale()));
    store.change(after);
    Map<String, Object> detail = differences(before, after);
    if (change.newPassword() != null) {
      changeOwnPassword(after, change, who);
      sessions.endAllOf(id, token == null ? null : sessions.idOf(token).orElse(null));
      detail.put("password", "changed");
    }
    record("user.edited", after, detail, who);
    return after;
  }

  private void changeOwnPassword(Member member, OwnChange change, Caller who) {
    String email = Objects.requireNonNullElse(member.email(), "");
    String current = Objects.requireNonNullElse(change.currentPassword(), "");
    String wanted = Objects.requireNonNullElse(change.newPassword(), "");
    attempts.check(email, who.ip());
    String hash = store.credentials(email).map(MemberStore.Credentials::passwordHash).orElse(null);
    if (!passwords.matches(current, hash)) {
      attempts.failed(email, who.ip());
      throw Problem.field(
          WorkspaceProblem.INVALID_MEMBER, "currentPassword", "workspace.passwordWrong");
    }
    passwords.check(wanted, "newPassword", member.name(), email);
    store.changePassword(member.id(), passwords.hash(wanted));
  }

  private Member found(UUID id) {
    return store
        .findForUpdate(id)
        .orElseThrow(() -> new Problem(WorkspaceProblem.MEMBER_NOT_FOUND));
  }

  private static Member changed(Member before, MemberChange change, boolean signsIn) {
    var department = change.departmentId();
    var manager = change.managerId();
    return new Member(
        before.id(),
        change.name() == null ? before.name() : MemberRules.name(change.name()),
        change.email() == null ? before.email() : MemberRules.email(change.email()),
        change.role() == null ? before.role() : change.role(),
        change.scope() == null ? before.scope() : change.scope(),
        change.mayExport() == null ? before.mayExport() : change.mayExport(),
        department == null ? before.departmentId() : department.orElse(null),
        manager == null ? before.managerId() : manager.orElse(null),
        change.active() == null ? before.active() : change.active(),
        signsIn,
        before.locale(),
        before.lastSignInAt());
  }

  private static Map<String, Object> differences(Member before, Member after) {
    Map<String, Object> changed = new LinkedHashMap<>();
    difference(changed, "name", before.name(), after.name());
    difference(changed, "email", before.email(), after.email());
    difference(changed, "role", before.role().word(), after.role().word());
    difference(changed, "scope", before.scope().word(), after.scope().word());
    difference(changed, "mayExport", before.mayExport(), after.mayExport());
    difference(changed, "departmentId", before.departmentId(), after.departmentId());
    difference(changed, "managerId", before.managerId(), after.managerId());
    difference(changed, "active", before.active(), after.active());
    difference(changed, "locale", before.locale(), after.locale());
    return changed;
  }

  private static void difference(
      Map<String, Object> changed, String field, @Nullable Object was, @Nullable Object is) {
    if (!Objects.equals(was, is)) {
      changed.put(field, List.of(Objects.toString(was, ""), Objects.toString(is, "")));
    }
  }

  private void record(String action, Member member, Map<String, Object> detail, Caller who) {
    audit.record(who, action, "member", member.id().toString(), member.name(), detail);
  }
}
