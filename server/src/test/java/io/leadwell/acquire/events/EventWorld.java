package io.leadwell.acquire.events;

import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A company that holds events, and guests with phones of their own. */
@TestComponent
class EventWorld {

  static final Caller WHO = Caller.system();

  private final FormWorld forms;
  private final Events events;
  private final AtomicInteger guests = new AtomicInteger();
  private @Nullable Form form;

  EventWorld(FormWorld forms, Events events) {
    this.forms = forms;
    this.events = events;
  }

  void open() {
    forms.open();
    form = forms.asking("event");
  }

  void close() {
    forms.close();
  }

  EventDraft draft(String slug, @Nullable Integer capacity, Approval approval) {
    return draft(slug, capacity, approval, Duration.ofDays(14));
  }

  EventDraft draft(String slug, @Nullable Integer capacity, Approval approval, Duration fromNow) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(fromNow);
    return new EventDraft(
        "设备联网研讨会 " + slug,
        slug,
        "zh-CN",
        EventFormat.HYBRID,
        start,
        start.plusSeconds(7_200),
        "国际会议中心",
        "人民路 1 号",
        "https://meeting.example.com/dm/x",
        capacity,
        "<p>欢迎</p><script>alert(1)</script>",
        null,
        java.util.Objects.requireNonNull(form).id(),
        approval,
        null,
        MailPlan.USUAL);
  }

  Event published(String slug, @Nullable Integer capacity, SessionDraft... sessions) {
    return published(draft(slug, capacity, Approval.AUTOMATIC), sessions);
  }

  Event published(EventDraft draft, SessionDraft... sessions) {
    Event made = events.add(draft, List.of(sessions), WHO);
    return events.publish(made.id(), WHO);
  }

  static SessionDraft session(EventDraft draft, String title, @Nullable Integer capacity) {
    return new SessionDraft(null, title, draft.startsAt(), draft.endsAt(), "A 厅", "周工", capacity);
  }

  /** A form as a new guest fills it. */
  Map<String, List<String>> guest(String name, UUID... sessions) {
    int number = guests.incrementAndGet();
    Map<String, List<String>> fields =
        forms.filled(
            java.util.Objects.requireNonNull(form),
            "name",
            name,
            "phone",
            "139" + String.format("%08d", 10_000_000 + number),
            "email",
            "guest" + number + "@example.com");
    List<String> chosen = new ArrayList<>();
    for (UUID session : sessions) {
      chosen.add(session.toString());
    }
    fields.put("event.session", chosen);
    return fields;
  }

  /** The address a browser is sent to after registering. */
  static String registered(int port, String slug, Map<String, List<String>> guest) {
    Browser.Answer answer =
        FormWorld.from(port, "10.9." + (Math.abs(guest.hashCode()) % 200) + ".7")
            .form("/p/e/" + slug, guest);
    return answer.status() == 303
        ? answer.headers().firstValue("Location").orElse("")
        : answer.status() + " " + answer.text();
  }
}
