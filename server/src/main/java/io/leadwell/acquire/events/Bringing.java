package io.leadwell.acquire.events;

import io.leadwell.acquire.content.Texts;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.ContactWays;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings people into the pool who come to an event without having filled a form. */
@Component
class Bringing {

  private static final int LONGEST = 120;

  private final Arrivals arrivals;
  private final EventTouches touches;

  Bringing(Arrivals arrivals, EventTouches touches) {
    this.arrivals = arrivals;
    this.touches = touches;
  }

  /**
   * The person and the lead: the event's campaign is where a new one comes from.
   *
   * @param key names this arrival for ever; the same again is nothing new
   */
  Arrived bring(Event event, NewAttendee said, String key, Instant at, @Nullable UUID actor) {
    List<Problem.Field> wrong = new ArrayList<>();
    String phone = phone(said.phone(), wrong);
    String email = email(said.email(), wrong);
    if (wrong.isEmpty() && phone == null && email == null) {
      wrong.add(new Problem.Field("phone", "events.contactMissing", List.of()));
    }
    if (!wrong.isEmpty()) {
      throw new Problem(EventsProblem.ATTENDEE_CONTACT_MISSING, List.of(), wrong);
    }
    String name = line(said.name());
    String company = line(said.company());
    String title = line(said.title());
    Map<String, String> raw = new LinkedHashMap<>();
    put(raw, "name", name);
    put(raw, "phone", said.phone());
    put(raw, "email", said.email());
    put(raw, "company", company);
    put(raw, "title", title);
    CameFrom from = touches.from(event);
    Facts facts =
        Facts.build()
            .with(Fact.NAME, name)
            .with(Fact.PHONE, phone)
            .with(Fact.EMAIL, email)
            .with(Fact.COMPANY, company)
            .with(Fact.TITLE, title)
            .with(Fact.CHANNEL_ID, from.channelId())
            .with(Fact.CAMPAIGN_ID, from.campaignId())
            .with(Fact.CONTENT, from.content())
            .done();
    // Their place on the list is the touch; a second one would tell the same twice.
    return arrivals.bring(
        new Arrival(
            "event:" + event.slug(), key, at, actor, raw, facts, null, List.of(), List.of(), true));
  }

  private static @Nullable String phone(@Nullable String typed, List<Problem.Field> wrong) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String phone = ContactWays.phone(typed).orElse(null);
    if (phone == null) {
      wrong.add(new Problem.Field("phone", "events.phoneWrong", List.of()));
    }
    return phone;
  }

  private static @Nullable String email(@Nullable String typed, List<Problem.Field> wrong) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String email = ContactWays.email(typed).orElse(null);
    if (email == null) {
      wrong.add(new Problem.Field("email", "events.emailWrong", List.of()));
    }
    return email;
  }

  private static @Nullable String line(@Nullable String typed) {
    String line = Texts.line(typed);
    return line == null || line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip();
  }

  private static void put(Map<String, String> raw, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      String clean = Texts.text(value);
      if (clean != null) {
        raw.put(name, clean.length() > 500 ? clean.substring(0, 500) : clean);
      }
    }
  }
}
