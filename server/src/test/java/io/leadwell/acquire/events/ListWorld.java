package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;

import io.leadwell.nurture.messaging.Message;
import io.leadwell.nurture.messaging.MessageFilter;
import io.leadwell.nurture.messaging.Outbox;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of an event and the mail to who stands on it. */
abstract class ListWorld {

  @Autowired EventWorld world;
  @Autowired Events events;
  @Autowired Attendees attendees;
  @Autowired Outbox outbox;
  @Autowired DSLContext dsl;
  @LocalServerPort int port;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  List<AttendeeRow> all(Event event) {
    return attendees.page(event.id(), AttendeeFilter.ALL, null, 200, WHO).items();
  }

  List<Message> mail(String purpose) {
    return outbox.list(MessageFilter.ALL, null, 200).stream()
        .filter(m -> m.outgoing().purpose().equals(purpose))
        .toList();
  }
}
