package io.leadwell.acquire.events;

import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.ItemStatus;
import io.leadwell.acquire.content.Items;
import io.leadwell.acquire.content.RichText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Events as the public sees them. */
@Service
public class EventPages {

  private static final int SUMMARY = 160;

  /** So few seats are worth saying. */
  private static final int FEW = 20;

  private final EventStore store;
  private final EventLetters letters;
  private final Items items;
  private final Clock clock;

  EventPages(EventStore store, EventLetters letters, Items items, Clock clock) {
    this.store = store;
    this.letters = letters;
    this.items = items;
    this.clock = clock;
  }

  public EventPage of(Event event, Locale language) {
    EventDraft said = event.said();
    ZoneId zone = letters.zone();
    String state = state(event, clock.instant());
    return new EventPage(
        event,
        state,
        EventTime.range(said.startsAt(), said.endsAt(), zone, language),
        EventLetters.where(said),
        state.equals("open") ? left(event) : null,
        Objects.requireNonNullElse(said.description(), ""),
        store.sessions(event.id()).stream().map(session -> part(session, zone)).toList(),
        state.equals("over") ? replay(said.replayItem()) : null);
  }

  /** Whether a registration is taken now. */
  public boolean opens(Event event) {
    return event.open(clock.instant());
  }

  /** When and where, and how it begins: for search engines and share cards. */
  public String summary(Event event, Locale language) {
    EventDraft said = event.said();
    String text =
        EventTime.range(said.startsAt(), said.endsAt(), letters.zone(), language)
            + (said.venue() == null ? "" : " · " + said.venue())
            + " "
            + RichText.plain(said.description());
    return text.length() > SUMMARY ? text.substring(0, SUMMARY) + "…" : text.strip();
  }

  static String state(Event event, Instant now) {
    if (event.status() == EventStatus.CANCELLED) {
      return "cancelled";
    }
    if (event.over(now)) {
      return "over";
    }
    if (!event.open(now)) {
      return "closed";
    }
    return event.full() ? "full" : "open";
  }

  private static @Nullable Integer left(Event event) {
    Integer capacity = event.said().capacity();
    int left = capacity == null ? Integer.MAX_VALUE : capacity - event.taken();
    return left <= FEW ? Integer.valueOf(left) : null;
  }

  private @Nullable String replay(@Nullable UUID item) {
    return item == null
        ? null
        : items.all(Set.of(item)).stream()
            .filter(found -> found.status() == ItemStatus.PUBLISHED)
            .map(Item::slug)
            .map(slug -> "/p/c/" + slug)
            .findFirst()
            .orElse(null);
  }

  private static EventPage.Part part(EventSession session, ZoneId zone) {
    SessionDraft said = session.said();
    return new EventPage.Part(
        session.id(),
        said.title(),
        EventTime.hours(said.startsAt(), said.endsAt(), zone),
        said.room(),
        said.speaker(),
        session.full());
  }
}
