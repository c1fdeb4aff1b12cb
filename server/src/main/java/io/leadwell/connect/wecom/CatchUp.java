package io.leadwell.connect.wecom;

import io.leadwell.connect.wecom.WecomApi.Pair;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in contacts whose callback never reached us: Tencent tries three times within seconds, and
 * a server may be down for longer. Also tells the pool anew of contacts when a colleague is known
 * to be somebody of ours.
 */
@Component
class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final int AT_ONCE = 200;

  private final ConnectionStore connections;
  private final ContactStore contacts;
  private final ContactEvents events;
  private final ContactArrivals pool;
  private final Colleagues colleagues;
  private final WecomApi api;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();
  private final Chore comparing = new Chore("Comparing contacts", this::all);
  private final Chore telling = new Chore("Telling of contacts", this::tellAgain);

  CatchUp(
      ConnectionStore connections,
      ContactStore contacts,
      ContactEvents events,
      ContactArrivals pool,
      Colleagues colleagues,
      WecomApi api,
      TransactionTemplate transaction,
      Clock clock) {
    this.connections = connections;
    this.contacts = contacts;
    this.events = events;
    this.pool = pool;
    this.colleagues = colleagues;
    this.api = api;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 6 * 3_600_000L, initialDelay = 120_000)
  void allAgain() {
    comparing.begin();
  }

  private void all() {
    for (Connection connection : connections.all()) {
      if (connection.active()
          && connection.hasSecret()
          && connection.kind() == ConnectionKind.WECOM) {
        try {
          int found = run(connection.id());
          if (found > 0) {
            LOG.info(
                "Took in {} contacts of {} that were not called back", found, connection.name());
          }
        } catch (RuntimeException e) {
          LOG.warn("Contacts of {} are compared later: {}", connection.name(), e.toString());
        }
      }
    }
  }

  /** In the background: a corp may have a hundred thousand contacts. */
  void begin(UUID connectionId) {
    if (running.add(connectionId)) {
      Thread.ofVirtual()
          .name("catch-up")
          .start(() -> {
            try {
              run(connectionId);
            } catch (RuntimeException e) {
              LOG.warn("Contacts are compared later: {}", e.toString());
            } finally {
              running.remove(connectionId);
            }
          });
    }
  }

  boolean isRunning(UUID connectionId) {
    return running.contains(connectionId);
  }

  /** Returns how many contacts were taken in. */
  int run(UUID connectionId) {
    Connection connection = connections.find(connectionId).orElseThrow();
    Credentials as = connections.credentials(connectionId).orElseThrow();
    Instant begun = clock.instant();
    List<String> users = api.usersWithContacts(as);
    Set<String> missing = new LinkedHashSet<>();
    api.pairs(
        as,
        users,
        pairs -> {
          Set<String> known =
              contacts.known(connectionId, pairs.stream().map(Pair::externalId).toList());
          pairs.stream()
              .filter(pair -> pair.since() >= connection.since().getEpochSecond())
              .filter(pair -> !known.contains(ContactStore.pair(pair.externalId(), pair.userId())))
              .forEach(pair -> missing.add(pair.externalId()));
        });
    for (String externalId : missing) {
      api.contact(as, externalId)
          .ifPresent(detail -> {
            detail.bonds().forEach(bond -> colleagues.meet(as, bond.userId()));
            transaction.executeWithoutResult(_ -> events.take(connectionId, detail));
          });
    }
    connections.caughtUp(connectionId, begun);
    return missing.size();
  }

  @Scheduled(fixedDelay = 15_000)
  void telling() {
    telling.begin();
  }

  void tellAgain() {
    for (UUID contact : contacts.untold(AT_ONCE)) {
      transaction.executeWithoutResult(_ -> pool.tell(contact, List.of()));
    }
  }
}
