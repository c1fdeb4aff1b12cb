package io.leadwell.acquire.events.web;

import io.leadwell.acquire.events.Event;
import io.leadwell.acquire.events.EventFigures;
import io.leadwell.acquire.events.EventFilter;
import io.leadwell.acquire.events.EventFormat;
import io.leadwell.acquire.events.EventMails;
import io.leadwell.acquire.events.EventStatus;
import io.leadwell.acquire.events.Events;
import io.leadwell.acquire.events.MailFigures;
import io.leadwell.acquire.events.WrapUps;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of events. */
@RestController
@RequestMapping("/api/v1/events")
class EventsController {

  private static final int LARGEST_PAGE = 200;

  record CopyBody(@Nullable String title) {}

  private final Events events;
  private final WrapUps wrapUps;
  private final EventMails mails;

  EventsController(Events events, WrapUps wrapUps, EventMails mails) {
    this.events = events;
    this.wrapUps = wrapUps;
    this.mails = mails;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  Page<EventView> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String format,
      @RequestParam(required = false) @Nullable UUID campaign,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    EventFilter filter =
        new EventFilter(
            q,
            Words.word("status", status, EventStatus::of),
            Words.word("format", format, EventFormat::of),
            campaign);
    Page<Event> page = events.list(filter, cursor, Math.clamp(limit, 1, LARGEST_PAGE));
    Map<UUID, EventFigures> figures = events.figures(page.items().stream().map(Event::id).toList());
    return page.map(event ->
        EventView.of(
            event,
            List.of(),
            figures.getOrDefault(event.id(), EventFigures.NOTHING),
            events.spentFen(event),
            false));
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  EventView one(@PathVariable UUID id) {
    return view(events.find(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  EventView add(@RequestBody EventView.Wanted wanted, Caller caller) {
    return view(events.add(wanted.draft(), wanted.programme(), caller));
  }

  @PutMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  EventView change(@PathVariable UUID id, @RequestBody EventView.Wanted wanted, Caller caller) {
    int version = wanted.version() == null ? 0 : wanted.version();
    return view(events.change(id, version, wanted.draft(), wanted.programme(), caller));
  }

  @PostMapping("/{id}/publish")
  @Allow(Permission.CAMPAIGNS_EDIT)
  EventView publish(@PathVariable UUID id, Caller caller) {
    return view(events.publish(id, caller));
  }

  @PostMapping("/{id}/close")
  @Allow(Permission.CAMPAIGNS_EDIT)
  EventView close(@PathVariable UUID id, Caller caller) {
    return view(events.close(id, caller));
  }

  @PostMapping("/{id}/cancel")
  @Allow(Permission.CAMPAIGNS_EDIT)
  EventView cancel(@PathVariable UUID id, Caller caller) {
    return view(events.cancel(id, caller));
  }

  @PostMapping("/{id}/copy")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  EventView copy(@PathVariable UUID id, @RequestBody CopyBody body, Caller caller) {
    return view(events.duplicate(id, body.title() == null ? "" : body.title(), caller));
  }

  /** What became of the mails about it, each person counted once for each kind of mail. */
  @GetMapping("/{id}/mails")
  @Allow(Permission.CAMPAIGNS_READ)
  List<MailFigures> mails(@PathVariable UUID id) {
    events.find(id);
    return mails.figures(id);
  }

  /** Thanks who came and tells who missed it. */
  @PostMapping("/{id}/wrap-up")
  @Allow(Permission.CAMPAIGNS_EDIT)
  WrapUps.WrappedUp wrapUp(@PathVariable UUID id, Caller caller) {
    return wrapUps.wrapUp(id, caller);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void delete(@PathVariable UUID id, Caller caller) {
    events.delete(id, caller);
  }

  private EventView view(Event event) {
    return EventView.of(
        event,
        events.programme(event.id()),
        events.figures(List.of(event.id())).getOrDefault(event.id(), EventFigures.NOTHING),
        events.spentFen(event),
        true);
  }
}
