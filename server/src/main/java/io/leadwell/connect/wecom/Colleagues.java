package io.leadwell.connect.wecom;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which colleague in WeCom is which member of the workspace. */
@Service
public class Colleagues {

  private static final Logger LOG = LoggerFactory.getLogger(Colleagues.class);
  private static final int NAMES_AT_ONCE = 500;

  private final ColleagueStore store;
  private final ConnectionStore connections;
  private final ContactStore contacts;
  private final WecomApi api;
  private final Members members;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Colleagues(
      ColleagueStore store,
      ConnectionStore connections,
      ContactStore contacts,
      WecomApi api,
      Members members,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.connections = connections;
    this.contacts = contacts;
    this.api = api;
    this.members = members;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  public List<Colleague> of(UUID connectionId) {
    return store.of(connectionId);
  }

  /**
   * Asks WeCom who may have contacts, and for each member with a mailbox who that is. Apps made
   * since 2022 are not told mailboxes and phones, but may ask whose one is.
   */
  public List<Colleague> refresh(UUID connectionId, Caller who) {
    Credentials as = credentials(connectionId);
    try {
      List<String> users = api.usersWithContacts(as);
      transaction.executeWithoutResult(_ -> {
        users.forEach(user -> store.meet(connectionId, user, clock.instant()));
        store.gone(connectionId, users, clock.instant());
      });
      store.of(connectionId).stream()
          .filter(one -> one.name() == null && one.goneAt() == null)
          .limit(NAMES_AT_ONCE)
          .forEach(one -> learnName(as, one.userId()));
      matchByMailbox(as, connectionId);
    } catch (TencentFailure failure) {
      throw failure.problem();
    }
    transaction.executeWithoutResult(_ ->
        audit.record(
            who, "colleagues.refreshed", "connection", connectionId.toString(), null, Map.of()));
    return store.of(connectionId);
  }

  /** By hand, also that it is nobody of ours. */
  @Transactional
  public Colleague match(UUID id, @Nullable UUID memberId, Caller who) {
    Colleague colleague =
        store.find(id).orElseThrow(() -> new Problem(WecomProblem.COLLEAGUE_NOT_FOUND));
    Member member = memberId == null ? null : member(memberId);
    store.match(id, memberId, memberId == null ? null : "hand", true);
    changed(colleague, member, who);
    return store.find(id).orElseThrow();
  }

  /** By the phone a member is known by in WeCom. */
  public Colleague matchByPhone(UUID connectionId, String mobile, UUID memberId, Caller who) {
    Credentials as = credentials(connectionId);
    Member member = member(memberId);
    String user;
    try {
      user =
          api.userByPhone(as, mobile)
              .orElseThrow(() -> new Problem(WecomProblem.COLLEAGUE_PHONE_UNKNOWN));
    } catch (TencentFailure failure) {
      throw failure.problem();
    }
    return transaction.execute(_ -> {
      store.meet(connectionId, user, clock.instant());
      Colleague colleague = store.find(connectionId, user).orElseThrow();
      store.match(colleague.id(), memberId, "phone", true);
      changed(colleague, member, who);
      return store.find(colleague.id()).orElseThrow();
    });
  }

  /** Somebody who appears in an event for the first time; what WeCom does not tell stays open. */
  void meet(Credentials as, String userId) {
    if (store.find(as.connectionId(), userId).isPresent()) {
      return;
    }
    store.meet(as.connectionId(), userId, clock.instant());
    learnName(as, userId);
  }

  void renamed(UUID connectionId, String before, String after) {
    store.renamed(connectionId, before, after);
  }

  private void learnName(Credentials as, String userId) {
    try {
      String name = api.nameOf(as, userId);
      if (name != null) {
        store.named(as.connectionId(), userId, name);
      }
    } catch (TencentFailure failure) {
      LOG.info("WeCom does not tell the name of a colleague: {}", failure.getMessage());
    }
  }

  private void matchByMailbox(Credentials as, UUID connectionId) {
    List<Colleague> all = store.of(connectionId);
    Set<UUID> matched = new HashSet<>();
    all.stream()
        .map(Colleague::memberId)
        .forEach(id -> {
          if (id != null) {
            matched.add(id);
          }
        });
    Map<String, Colleague> open =
        all.stream()
            .filter(one -> one.memberId() == null && !one.settled())
            .collect(Collectors.toMap(Colleague::userId, one -> one));
    for (Member member : members.all()) {
      String email = member.email();
      if (open.isEmpty() || email == null || !member.active() || matched.contains(member.id())) {
        continue;
      }
      Optional<String> user = api.userByEmail(as, email);
      Colleague colleague = user.map(open::remove).orElse(null);
      if (colleague != null) {
        transaction.executeWithoutResult(_ -> {
          store.match(colleague.id(), member.id(), "email", false);
          contacts.tellAgain(connectionId, colleague.userId());
        });
      }
    }
  }

  private void changed(Colleague colleague, @Nullable Member member, Caller who) {
    contacts.tellAgain(colleague.connectionId(), colleague.userId());
    String name = colleague.name();
    audit.record(
        who,
        "colleague.matched",
        "colleague",
        colleague.id().toString(),
        name == null ? colleague.userId() : name,
        Map.of("member", member == null ? "" : member.name()));
  }

  private Member member(UUID id) {
    return members
        .find(id)
        .orElseThrow(() ->
            Problem.field(
                WecomProblem.COLLEAGUE_MEMBER_UNKNOWN,
                "memberId",
                "problem.COLLEAGUE_MEMBER_UNKNOWN"));
  }

  private Credentials credentials(UUID connectionId) {
    Connection connection =
        connections
            .find(connectionId)
            .orElseThrow(() -> new Problem(WecomProblem.CONNECTION_NOT_FOUND));
    if (connection.kind() != ConnectionKind.WECOM) {
      throw new Problem(WecomProblem.CONNECTION_OF_OTHER_KIND);
    }
    return connections
        .credentials(connectionId)
        .orElseThrow(() -> new Problem(WecomProblem.CONNECTION_INCOMPLETE, connection.name()));
  }
}
