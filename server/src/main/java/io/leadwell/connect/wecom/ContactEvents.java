package io.leadwell.connect.wecom;

import io.leadwell.base.platform.Database;
import io.leadwell.connect.wecom.ContactArrivals.Added;
import io.leadwell.connect.wecom.ContactDetail.Bond;
import io.leadwell.pool.consent.Suppressions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What WeCom tells of contacts. An event says that something happened; what is, is asked of WeCom,
 * so it does not matter in which order and how often events come.
 */
@Component
class ContactEvents {

  private static final int PROBLEM_LENGTH = 100;

  private final ConnectionStore connections;
  private final ContactStore contacts;
  private final FollowStore follows;
  private final ContactArrivals pool;
  private final Colleagues colleagues;
  private final WecomApi api;
  private final Suppressions suppressions;
  private final Database database;
  private final Clock clock;

  ContactEvents(
      ConnectionStore connections,
      ContactStore contacts,
      FollowStore follows,
      ContactArrivals pool,
      Colleagues colleagues,
      WecomApi api,
      Suppressions suppressions,
      Database database,
      Clock clock) {
    this.connections = connections;
    this.contacts = contacts;
    this.follows = follows;
    this.pool = pool;
    this.colleagues = colleagues;
    this.api = api;
    this.suppressions = suppressions;
    this.database = database;
    this.clock = clock;
  }

  /** Asks what must be asked; the effects follow in one transaction. Empty for a strange event. */
  Optional<Runnable> understand(Incoming incoming, String change, EventText fields) {
    String externalId = fields.get("ExternalUserID");
    String userId = fields.get("UserID");
    if (externalId == null || userId == null) {
      return Optional.empty();
    }
    return switch (change) {
      case "add_external_contact", "add_half_external_contact" -> {
        Credentials as = credentials(incoming.connectionId());
        colleagues.meet(as, userId);
        ContactDetail detail = api.contact(as, externalId).orElse(null);
        yield Optional.of(() ->
            take(
                incoming.connectionId(),
                externalId,
                detail,
                new Addition(userId, incoming.happenedAt(), fields.get("State"), incoming.id())));
      }
      case "edit_external_contact" -> {
        Credentials as = credentials(incoming.connectionId());
        ContactDetail detail = api.contact(as, externalId).orElse(null);
        yield Optional.of(() -> take(incoming.connectionId(), externalId, detail, null));
      }
      case "del_follow_user" -> Optional.of(() -> left(incoming, externalId, userId, true));
      case "del_external_contact" -> Optional.of(() -> left(incoming, externalId, userId, false));
      case "transfer_fail" ->
          Optional.of(
              () -> transferFailed(incoming, externalId, userId, fields.getOrEmpty("FailReason")));
      default -> Optional.empty();
    };
  }

  /** An addition as an event tells it. */
  private record Addition(
      String userId, Instant at, @Nullable String state, @Nullable UUID incomingId) {}

  /** A contact as WeCom has it now, in the caller's transaction. */
  void take(UUID connectionId, ContactDetail detail) {
    take(connectionId, detail.externalId(), detail, null);
  }

  private void take(
      UUID connectionId,
      String externalId,
      @Nullable ContactDetail detail,
      @Nullable Addition told) {
    if (told == null && forgotten(connectionId, externalId)) {
      return;
    }
    UUID contact = locked(connectionId, externalId);
    List<Added> fresh = new ArrayList<>();
    if (told != null) {
      UUID follow = follows.follow(contact, told.userId());
      if (follows.added(follow, told.at(), told.state(), told.incomingId())) {
        fresh.add(new Added(follow, told.at()));
      }
      follows.fold(follow, connectionId);
    }
    if (detail != null) {
      contacts.learn(contact, detail, clock.instant());
      for (Bond bond : detail.bonds()) {
        UUID follow = follows.follow(contact, bond.userId());
        follows.learn(follow, bond);
        if (bond.since() != null && follows.added(follow, bond.since(), bond.state(), null)) {
          fresh.add(new Added(follow, bond.since()));
        }
        follows.fold(follow, connectionId);
      }
    }
    pool.tell(contact, fresh);
  }

  /** Erased here, and still a contact there: only who adds us again comes back. */
  private boolean forgotten(UUID connectionId, String externalId) {
    return suppressions.erased(List.of(externalId)) && !contacts.there(connectionId, externalId);
  }

  private void left(Incoming incoming, String externalId, String userId, boolean byCustomer) {
    if (forgotten(incoming.connectionId(), externalId)) {
      return;
    }
    UUID contact = locked(incoming.connectionId(), externalId);
    UUID follow = follows.follow(contact, userId);
    follows.left(follow, incoming.happenedAt(), byCustomer, incoming.id());
    follows.fold(follow, incoming.connectionId());
  }

  private void transferFailed(Incoming incoming, String externalId, String userId, String reason) {
    if (forgotten(incoming.connectionId(), externalId)) {
      return;
    }
    UUID contact = locked(incoming.connectionId(), externalId);
    follows.transferFailed(
        follows.follow(contact, userId),
        reason.substring(0, Math.min(PROBLEM_LENGTH, reason.length())));
  }

  /** Events about one contact are taken in one after another. */
  private UUID locked(UUID connectionId, String externalId) {
    database.lock("wecom.contact." + connectionId + "." + externalId);
    return contacts.contact(connectionId, externalId).id();
  }

  private Credentials credentials(UUID connectionId) {
    return connections
        .credentials(connectionId)
        .orElseThrow(() -> TencentFailure.unanswered(WecomProblem.CONNECTION_INCOMPLETE, "secret"));
  }
}
