package io.leadwell.connect.wecom;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who understands what was called back. What nobody understands is kept as unknown. */
@Component
class IncomingEvents {

  private static final String CONTACT = "change_external_contact/";
  private static final String USER_CHANGED = "change_contact/update_user";

  private final ConnectionStore connections;
  private final ContactEvents contacts;
  private final FollowerEvents followers;
  private final Colleagues colleagues;

  IncomingEvents(
      ConnectionStore connections,
      ContactEvents contacts,
      FollowerEvents followers,
      Colleagues colleagues) {
    this.connections = connections;
    this.contacts = contacts;
    this.followers = followers;
    this.colleagues = colleagues;
  }

  /** Asks what must be asked of Tencent, and returns the effects, to be run in a transaction. */
  Optional<Runnable> understand(Incoming incoming) {
    EventText fields = EventText.read(incoming.content()).orElse(new EventText(Map.of()));
    ConnectionKind kind =
        connections.find(incoming.connectionId()).map(Connection::kind).orElseThrow();
    if (kind == ConnectionKind.OFFICIAL) {
      return followers.understand(incoming, fields);
    }
    if (incoming.event().startsWith(CONTACT)) {
      return contacts.understand(incoming, incoming.event().substring(CONTACT.length()), fields);
    }
    if (incoming.event().equals(USER_CHANGED)) {
      String before = fields.get("UserID");
      String after = fields.get("NewUserID");
      if (before != null && after != null) {
        return Optional.of(() -> colleagues.renamed(incoming.connectionId(), before, after));
      }
    }
    return Optional.empty();
  }
}
