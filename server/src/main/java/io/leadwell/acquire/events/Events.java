package io.leadwell.acquire.events;

import io.leadwell.acquire.campaigns.CampaignDraft;
import io.leadwell.acquire.campaigns.CampaignKind;
import io.leadwell.acquire.campaigns.CampaignStatus;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.content.Changes;
import io.leadwell.acquire.content.Slugs;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events: made, changed, published, closed, cancelled, copied. */
@Service
public class Events {

  private static final int TRIES = 5;
  private static final Duration COPY_LATER = Duration.ofDays(28);

  private final EventStore store;
  private final EventCheck check;
  private final FigureStore figures;
  private final Rescheduling rescheduling;
  private final ReplayLinks replays;
  private final Campaigns campaigns;
  private final EventLetters letters;
  private final Audit audit;
  private final Clock clock;

  Events(
      EventStore store,
      EventCheck check,
      FigureStore figures,
      Rescheduling rescheduling,
      ReplayLinks replays,
      Campaigns campaigns,
      EventLetters letters,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.check = check;
    this.figures = figures;
    this.rescheduling = rescheduling;
    this.replays = replays;
    this.campaigns = campaigns;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  /** The latest to begin first. */
  public Page<Event> list(EventFilter filter, @Nullable String cursor, int limit) {
    return store.page(filter, cursor, limit);
  }

  public Event find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
  }

  /** What the public may see: not a draft. */
  public Optional<Event> at(String slug) {
    return store.at(slug).filter(event -> event.publishedAt() != null);
  }

  public List<EventSession> programme(UUID id) {
    return store.sessions(id);
  }

  /** What each has come to. */
  public Map<UUID, EventFigures> figures(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : figures.of(ids);
  }

  /** What each campaign has cost. */
  public long spentFen(Event event) {
    return campaigns.line(event.campaignId()).spendFen();
  }

  @Transactional
  public Event add(EventDraft wanted, List<SessionDraft> sessions, Caller who) {
    EventDraft draft = check.checked(wanted, sessions);
    List<SessionDraft> programme = check.programme(sessions);
    UUID campaign = draft.campaignId() == null ? campaign(draft, who) : draft.campaignId();
    UUID id = Ids.next();
    String slug = draft.slug() == null ? Slugs.of(draft.title()) : draft.slug();
    String settled = slug;
    for (int i = 0; !store.insert(id, draft.with(settled, campaign), who.memberId(), now()); i++) {
      if (draft.slug() != null || i == TRIES) {
        throw slugTaken(slug);
      }
      settled = Slugs.varied(slug);
    }
    store.programme(id, programme);
    return recorded(id, "event.add", Map.of(), who);
  }

  /**
   * Changes an event; who has registered is told of another time or place.
   *
   * @param version of the event that was changed; refused when somebody saved another in between
   */
  @Transactional
  public Event change(
      UUID id, int version, EventDraft wanted, List<SessionDraft> sessions, Caller who) {
    Event before = locked(id);
    if (before.version() != version) {
      throw new Problem(EventsProblem.EVENT_CHANGED_MEANWHILE);
    }
    EventDraft draft = check.checked(wanted, sessions);
    List<SessionDraft> programme = check.programme(sessions);
    String slug = draft.slug() == null ? before.slug() : draft.slug();
    if (store.isTaken(slug, id)) {
      throw slugTaken(slug);
    }
    UUID campaign = draft.campaignId() == null ? before.campaignId() : draft.campaignId();
    EventDraft settled = draft.with(slug, campaign);
    if (before.status() == EventStatus.PUBLISHED) {
      check.complete(settled);
    }
    roomForAll(before, settled, programme);
    boolean elsewhere = settled.isElsewhere(before.said());
    store.update(id, settled, elsewhere ? before.sequence() + 1 : before.sequence(), now());
    store.programme(id, programme);
    Event after = find(id);
    replays.moved(before, after, who);
    rescheduling.changed(before, after, elsewhere, now());
    return recorded(id, "event.change", Changes.between(before.said(), settled), who);
  }

  /**
   * The public may register from now on. One that is over already is put on record: it has ended,
   * and reports of who was there may come in.
   */
  @Transactional
  public Event publish(UUID id, Caller who) {
    Event event = inState(locked(id), EventStatus.DRAFT, EventStatus.CLOSED);
    check.complete(event.said());
    store.status(id, EventStatus.PUBLISHED, event.sequence(), now());
    store.end(now());
    return recorded(id, "event.publish", Map.of(), who);
  }

  /** Takes no more registrations; it will be all the same. */
  @Transactional
  public Event close(UUID id, Caller who) {
    Event event = inState(locked(id), EventStatus.PUBLISHED);
    store.status(id, EventStatus.CLOSED, event.sequence(), now());
    return recorded(id, "event.close", Map.of(), who);
  }

  /** It will not be: everybody who counts on it is told. */
  @Transactional
  public Event cancel(UUID id, Caller who) {
    Event event = inState(locked(id), EventStatus.PUBLISHED, EventStatus.CLOSED);
    rescheduling.cancelled(event);
    store.status(id, EventStatus.CANCELLED, event.sequence() + 1, now());
    return recorded(id, "event.cancel", Map.of(), who);
  }

  /** The same again four weeks later, as a draft with a campaign of its own. */
  @Transactional
  public Event duplicate(UUID id, String title, Caller who) {
    Event event = find(id);
    EventDraft said = event.said();
    EventDraft copy =
        new EventDraft(
            title,
            null,
            said.language(),
            said.format(),
            said.startsAt().plus(COPY_LATER),
            said.endsAt().plus(COPY_LATER),
            said.venue(),
            said.address(),
            said.onlineLink(),
            said.capacity(),
            said.description(),
            null,
            said.formId(),
            said.approval(),
            null,
            said.mails());
    List<SessionDraft> sessions =
        store.sessions(id).stream()
            .map(session -> {
              SessionDraft one = session.said();
              return new SessionDraft(
                  null,
                  one.title(),
                  one.startsAt().plus(COPY_LATER),
                  one.endsAt().plus(COPY_LATER),
                  one.room(),
                  one.speaker(),
                  one.capacity());
            })
            .toList();
    return add(copy, sessions, who);
  }

  /** Only what was never public: people and their touches would point at nothing. */
  @Transactional
  public void delete(UUID id, Caller who) {
    Event event = locked(id);
    if (event.publishedAt() != null) {
      throw new Problem(EventsProblem.EVENT_WAS_PUBLIC);
    }
    store.delete(id);
    audit.record(who, "event.delete", "event", id.toString(), event.title(), Map.of());
  }

  private UUID campaign(EventDraft draft, Caller who) {
    LocalDate from = draft.startsAt().atZone(letters.zone()).toLocalDate();
    LocalDate to = draft.endsAt().atZone(letters.zone()).toLocalDate();
    String name = draft.title();
    for (int i = 1; !campaigns.named(Set.of(name), false).isEmpty(); i++) {
      name = draft.title() + " " + from + (i == 1 ? "" : " (" + i + ")");
    }
    return campaigns
        .add(
            new CampaignDraft(
                name,
                CampaignKind.EVENT,
                null,
                from,
                to,
                null,
                CampaignStatus.PLANNED,
                who.memberId(),
                null),
            who)
        .id();
  }

  /** Nobody loses a seat because a room has become smaller. */
  private void roomForAll(Event before, EventDraft wanted, List<SessionDraft> programme) {
    Integer capacity = wanted.capacity();
    if (capacity != null && capacity < before.taken()) {
      throw new Problem(EventsProblem.EVENT_CAPACITY_TOO_SMALL, capacity, before.taken());
    }
    for (EventSession session : store.sessions(before.id())) {
      programme.stream()
          .filter(draft -> session.id().equals(draft.id()))
          .map(SessionDraft::capacity)
          .filter(size -> size != null && size < session.taken())
          .findFirst()
          .ifPresent(size -> {
            throw new Problem(EventsProblem.EVENT_CAPACITY_TOO_SMALL, size, session.taken());
          });
    }
  }

  private Event locked(UUID id) {
    return store.findForUpdate(id).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
  }

  private static Event inState(Event event, EventStatus... allowed) {
    if (!List.of(allowed).contains(event.status())) {
      throw new Problem(EventsProblem.EVENT_NOT_IN_THIS_STATE, event.status().word());
    }
    return event;
  }

  private static Problem slugTaken(String slug) {
    return new Problem(
        EventsProblem.EVENT_SLUG_TAKEN,
        List.of(slug),
        List.of(new Problem.Field("slug", "content.slugTaken", List.of())));
  }

  private Event recorded(UUID id, String action, Map<String, Object> detail, Caller who) {
    Event event = find(id);
    audit.record(who, action, "event", id.toString(), event.title(), detail);
    return event;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
